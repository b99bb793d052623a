package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a navigator found for a family. The family chooses; nobody chooses for it.
///
/// @param record the service or the event
/// @param slug of its page
/// @param organization who gives it; null when it isn't known
/// @param note why it might fit, in a few words
public record Option(
    OptionId id,
    HelpCaseId helpCase,
    Kind kind,
    UUID record,
    String slug,
    Text title,
    @Nullable OrganizationId organization,
    String note,
    Choice choice,
    Instant offeredAt,
    @Nullable Instant chosenAt) {
  public static final int LONGEST_NOTE = 200;
  public static final int MOST = 30;

  /// What it is.
  public enum Kind {
    SERVICE,
    EVENT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the family says of it.
  public enum Choice {
    OPEN,
    /// They wish to be referred.
    WANTED,
    /// They go by themselves.
    SELF,
    DECLINED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
