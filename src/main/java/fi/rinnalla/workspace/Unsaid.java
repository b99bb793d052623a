package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the form has no words for in an event of one's own that came by a table: a rule, themes,
/// the time one may sign up. It stays as it was for as long as the fields that stand for it do.
///
/// @param said the event as the form would have it, in each language
record Unsaid(Event was, List<Sheet> said) {

  /// The rule, when the editor hasn't touched its words.
  Optional<EventRule> rule(Sheet sheet) {
    return same(sheet, Field.WHEN) ? Optional.of(was.rule()) : Optional.empty();
  }

  /// What was made of a sheet, with what the sheet couldn't say.
  Event in(Event made, Sheet sheet) {
    boolean sameKind = same(sheet, Field.KIND);
    boolean sameWords = sameTexts(sheet);
    return new Event(
        made.id(),
        sameKind ? was.kind() : made.kind(),
        made.status(),
        made.title(),
        sameWords ? was.summary() : made.summary(),
        sameWords ? was.description() : made.description(),
        made.organizer(),
        was.organizerName(),
        was.coHosts(),
        was.service(),
        same(sheet, Field.PLACE, Field.ADDRESS, Field.ONLINE, Field.NEW_PLACE)
            ? was.venue()
            : made.venue(),
        made.rule(),
        made.changes(),
        same(sheet, Field.AGE_MIN, Field.AGE_MAX) ? was.ages() : made.ages(),
        same(sheet, Field.LANGUAGES) ? was.languages() : made.languages(),
        same(sheet, Field.PRICE) ? was.price() : made.price(),
        sameKind ? was.terms() : made.terms(),
        sameKind ? was.keywords() : made.keywords(),
        same(sheet, Field.BOOKING, Field.BOOKING_URL) ? was.registration() : made.registration(),
        made.facts(),
        was.url(),
        was.image(),
        made.verification());
  }

  private boolean same(Sheet sheet, Field... fields) {
    return said.stream()
        .anyMatch(
            it -> Arrays.stream(fields).allMatch(field -> it.get(field).equals(sheet.get(field))));
  }

  private boolean sameTexts(Sheet sheet) {
    return said.stream()
        .anyMatch(it -> it.text(Field.DESCRIPTION).equals(sheet.text(Field.DESCRIPTION)));
  }
}
