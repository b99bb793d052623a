package fi.rinnalla.calendar;

import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Events for tests, by their everyday names.
public final class Events {
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private Events() {}

  public static EventId id(String name) {
    return new EventId(UUID.nameUUIDFromBytes(("event " + name).getBytes(StandardCharsets.UTF_8)));
  }

  public static Event aFamilyCafe(EventRule rule) {
    return aFamilyCafe("Perhekahvila", rule);
  }

  public static Event aFamilyCafe(String name, EventRule rule) {
    return new Event(
        id(name),
        Event.Kind.MEETING_PLACE,
        Event.Status.SCHEDULED,
        Text.fi(name),
        Text.fi("Kahvia ja juttuseuraa."),
        Text.none(),
        null,
        Text.fi("MLL"),
        List.of(),
        null,
        new Event.Venue(null, Text.fi("Kerhotila"), Text.none(), null, null, null, null),
        rule,
        List.of(),
        AgeRange.of(0, 3),
        List.of("fi"),
        Event.Price.UNKNOWN,
        List.of(),
        List.of(),
        Event.Registration.UNKNOWN,
        PracticalFacts.NONE,
        null,
        null,
        Verification.byOrganization(LocalDate.of(2026, 5, 3)));
  }

  /// Half past nine to half past eleven on Tuesdays, from the first Tuesday of September 2026.
  public static EventRule everyTuesday() {
    return by("FREQ=WEEKLY;BYDAY=TU", LocalDateTime.of(2026, 9, 1, 9, 30));
  }

  public static EventRule by(String rrule, LocalDateTime start) {
    return EventRule.repeating(start, TWO_HOURS, rrule);
  }

  public static EventRule once(LocalDateTime start) {
    return EventRule.once(start, TWO_HOURS);
  }

  public static EventRule onWeeks(EventRule.Weeks weeks, EventRule rule) {
    return copy(rule, weeks, rule.extra(), rule.except(), rule.skipHolidays());
  }

  public static EventRule alsoAt(EventRule rule, LocalDateTime... extra) {
    return copy(rule, rule.weeks(), List.of(extra), rule.except(), rule.skipHolidays());
  }

  public static EventRule butNotAt(EventRule rule, LocalDateTime... except) {
    return copy(rule, rule.weeks(), rule.extra(), List.of(except), rule.skipHolidays());
  }

  public static EventRule notOnHolidays(EventRule rule) {
    return copy(rule, rule.weeks(), rule.extra(), rule.except(), true);
  }

  public static EventRule lasting(Duration duration, EventRule rule) {
    return new EventRule(
        rule.start(),
        duration,
        rule.allDay(),
        rule.rrule(),
        rule.weeks(),
        rule.extra(),
        rule.except(),
        rule.skipHolidays());
  }

  public static EventRule allDay(LocalDate day, int days, @Nullable String rrule) {
    return new EventRule(
        day.atStartOfDay(),
        Duration.ofDays(days),
        true,
        rrule,
        EventRule.Weeks.EVERY,
        List.of(),
        List.of(),
        false);
  }

  private static EventRule copy(
      EventRule rule,
      EventRule.Weeks weeks,
      List<LocalDateTime> extra,
      List<LocalDateTime> except,
      boolean skipHolidays) {
    return new EventRule(
        rule.start(),
        rule.duration(),
        rule.allDay(),
        rule.rrule(),
        weeks,
        extra,
        except,
        skipHolidays);
  }

  public static Event withChanges(Event event, OccurrenceChange... changes) {
    return copy(event, event.status(), List.of(changes), event.service());
  }

  public static Event cancelled(Event event) {
    return copy(event, Event.Status.CANCELLED, event.changes(), event.service());
  }

  public static Event ofService(Event event, Service service) {
    return copy(event, event.status(), event.changes(), service.id());
  }

  /// With these words of its feed about what it's about.
  public static Event about(Event event, String... keywords) {
    return copy(event, event.status(), event.changes(), event.service(), List.of(keywords));
  }

  /// Held at a venue that a feed tells of in words.
  public static Event held(String title, Event.Venue venue, EventRule rule) {
    Event event = aFamilyCafe(title, rule);
    return new Event(
        event.id(),
        Event.Kind.EVENT,
        event.status(),
        event.title(),
        Text.none(),
        Text.none(),
        null,
        Text.none(),
        List.of(),
        null,
        venue,
        rule,
        List.of(),
        event.ages(),
        event.languages(),
        event.price(),
        List.of(),
        List.of(),
        event.registration(),
        event.facts(),
        null,
        null,
        event.verification());
  }

  private static Event copy(
      Event event,
      Event.Status status,
      List<OccurrenceChange> changes,
      @Nullable ServiceId service) {
    return copy(event, status, changes, service, event.keywords());
  }

  private static Event copy(
      Event event,
      Event.Status status,
      List<OccurrenceChange> changes,
      @Nullable ServiceId service,
      List<String> keywords) {
    return new Event(
        event.id(),
        event.kind(),
        status,
        event.title(),
        event.summary(),
        event.description(),
        event.organizer(),
        event.organizerName(),
        event.coHosts(),
        service,
        event.venue(),
        event.rule(),
        changes,
        event.ages(),
        event.languages(),
        event.price(),
        event.terms(),
        keywords,
        event.registration(),
        event.facts(),
        event.url(),
        event.image(),
        event.verification());
  }

  public static OccurrenceChange moved(LocalDateTime from, LocalDateTime to) {
    return new OccurrenceChange(from, false, to, null, Text.none(), Text.none());
  }

  public static OccurrenceChange renamed(LocalDateTime at, String title) {
    return new OccurrenceChange(at, false, null, null, Text.fi(title), Text.none());
  }

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
        PracticalFacts.NONE,
        null,
        null,
        Verification.byOrganization(LocalDate.of(2026, 5, 3)));
  }

  /// From 14 to 16 on Mondays, since August 2026.
  public static EventRule everyMondayAfternoon() {
    return EventRule.repeating(
        LocalDateTime.of(2026, 8, 10, 14, 0), Duration.ofHours(2), "FREQ=WEEKLY;BYDAY=MO");
  }

  /// An empty calendar, in the order its keys allow.
  static void clear(JdbcClient jdbc) {
    List.of("occurrence", "event", "change")
        .forEach(table -> jdbc.sql("delete from calendar." + table).update());
  }
}
