package fi.rinnalla.referrals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether it helped, asked some weeks after.
///
/// @param weeks after which it is asked
/// @param outcome null while it isn't known
public record FollowUp(
    UUID id, HelpCaseId helpCase, int weeks, LocalDate dueOn, @Nullable Outcome outcome) {

  /// What the family says, or that it couldn't be reached.
  public enum Outcome {
    GOT_HELP,
    PARTLY,
    NOT_YET,
    NO_CONTACT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isDue(LocalDate today) {
    return outcome == null && !today.isBefore(dueOn);
  }
}
