package fi.rinnalla.referrals;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message between a family and somebody who walks with it.
///
/// @param referral about which it is; null between the family and its navigator
/// @param words at most [#LONGEST] letters
public record Said(UUID id, @Nullable ReferralId referral, By by, String words, Instant at) {
  public static final int LONGEST = 500;

  public enum By {
    FAMILY,
    NAVIGATOR,
    ORGANIZATION;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Says nothing of what was said.
  @Override
  public String toString() {
    return "a message by the " + by.code();
  }
}
