package fi.rinnalla.calendar;

import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Events for tests, by their everyday names.
public final class Events {
  private Events() {}

  public static Event held(String title, Organization organizer, Location place, EventRule rule) {
    return new Event(
        new EventId(Listings.uuid("event " + title)),
        Event.Kind.EVENT,
        Event.Status.SCHEDULED,
        Text.fi(title),
        Text.none(),
        Text.none(),
        organizer.id(),
        Text.none(),
        List.of(),
        null,
        Event.Venue.at(place.id()),
        rule,
        List.of(),
        AgeRange.of(0, 3),
        List.of("fi"),
        new Event.Price(new Money(BigDecimal.ZERO), Text.none()),
        List.of(new TermCode("P3")),
        List.of(),
        Event.Registration.UNKNOWN,
        Event.PracticalFacts.NONE,
        null,
        null,
        Verification.byOrganization(LocalDate.of(2026, 5, 3)));
  }

  /// From 9.30 to 11.30 on Tuesdays, since August 2026.
  public static EventRule everyTuesday() {
    return EventRule.repeating(
        LocalDateTime.of(2026, 8, 11, 9, 30), Duration.ofHours(2), "FREQ=WEEKLY;BYDAY=TU");
  }

  /// From 14 to 16 on Mondays, since August 2026.
  public static EventRule everyMondayAfternoon() {
    return EventRule.repeating(
        LocalDateTime.of(2026, 8, 10, 14, 0), Duration.ofHours(2), "FREQ=WEEKLY;BYDAY=MO");
  }
}
