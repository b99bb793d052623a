package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A single time that is cancelled, as [Field#CANCELLED] has it on a line: `2026-12-01T09:30 fi
/// Ohjaaja on kipeä`.
///
/// @param lang of the reason
/// @param reason empty when none was told
public record Cancelled(LocalDateTime time, Lang lang, String reason) {

  static List<Cancelled> of(Sheet sheet) {
    List<Cancelled> all = new ArrayList<>();
    for (String line : sheet.get(Field.CANCELLED).split("\n")) {
      String[] parts = line.split(" ", 3);
      try {
        LocalDateTime time = LocalDateTime.parse(parts[0]);
        all.add(
            parts.length < 3
                ? new Cancelled(time, Lang.FI, "")
                : new Cancelled(time, Lang.find(parts[1]).orElse(Lang.FI), parts[2]));
      } catch (DateTimeException notALine) {
        // Nothing is cancelled by a line that names no time.
      }
    }
    return all;
  }

  /// The sheet with these as its cancelled times.
  static Sheet in(Sheet sheet, List<Cancelled> all) {
    return sheet.with(
        Field.CANCELLED, String.join("\n", all.stream().map(Cancelled::line).toList()));
  }

  /// The same where the hours have changed since it was pressed: what is cancelled is the day's
  /// time, so it stays cancelled at its new hour. A day without any time any more keeps its line,
  /// for the rule may come back to it.
  ///
  /// @param event with its rule of now
  Cancelled on(Event event) {
    Optional<LocalDateTime> nearest =
        Recurrence.of(event).between(time.toLocalDate(), time.toLocalDate()).stream()
            .map(Occurrence::recurrenceId)
            .filter(it -> it.toLocalDate().equals(time.toLocalDate()))
            .min(Comparator.comparing(it -> Duration.between(time, it).abs()));
    return new Cancelled(nearest.orElse(time), lang, reason);
  }

  OccurrenceChange change() {
    Text note = reason.isEmpty() ? Text.none() : Text.of(lang, reason);
    return new OccurrenceChange(time, true, null, null, Text.none(), note);
  }

  private String line() {
    return reason.isEmpty() ? time.toString() : time + " " + lang.code() + " " + reason;
  }
}
