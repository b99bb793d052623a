package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record that has grown old, with what families see of it now.
///
/// @param since when somebody last vouched for it, or else when it landed
/// @param vouched whether anybody ever has
/// @param expires the first day on which families don't find it
/// @param rule when it's held; null for what isn't an event
/// @param openings of the coming week
public record Aged(
    Ref ref,
    Text name,
    String slug,
    String source,
    Freshness freshness,
    LocalDate since,
    boolean vouched,
    LocalDate expires,
    @Nullable EventRule rule,
    List<Occurrence> next,
    List<OpeningHours.Window> openings,
    List<Text> where,
    boolean free,
    Text price,
    List<Phone> phones) {

  /// The stages at which an organization is reminded, once each.
  enum Stage {
    DUE,
    OVERDUE,
    /// For the last time before it goes, or at once when it has gone.
    LAST
  }

  /// Whether the organization wrote it here itself, and mends it in the workspace.
  public boolean isOwn() {
    return source.startsWith("own:");
  }

  Stage stage(LocalDate lastCall) {
    if (freshness == Freshness.EXPIRED || !expires.isAfter(lastCall)) {
      return Stage.LAST;
    }
    return freshness == Freshness.OVERDUE ? Stage.OVERDUE : Stage.DUE;
  }
}
