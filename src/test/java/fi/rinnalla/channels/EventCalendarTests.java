package fi.rinnalla.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Our calendars as another program reads them.
@HouseTest
class EventCalendarTests {
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 9, 30);
  private static final Venues.Venue LIBRARY =
      new Venues.Venue(
          List.of(Text.fi("Kirjasto"), Text.fi("Torikatu 6")), new Position(60.63, 24.86));

  @Autowired Pages pages;
  @Autowired SiteAddress site;

  static Stream<Arguments> rules() {
    LocalDateTime monday = LocalDateTime.of(2026, 8, 10, 17, 0);
    return Stream.of(
        Arguments.of("every Tuesday", Events.everyTuesday(), true),
        Arguments.of("ten times", Events.by("FREQ=WEEKLY;COUNT=20", monday), true),
        Arguments.of(
            "until a day", Events.by("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20270301", monday), true),
        Arguments.of(
            "every other week", Events.by("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", monday), true),
        Arguments.of("the first Monday", Events.by("FREQ=MONTHLY;BYDAY=1MO", monday), true),
        Arguments.of("the last weekday", Events.by("freq=monthly;byday=-1FR;", monday), true),
        Arguments.of("not on holidays", Events.notOnHolidays(Events.everyTuesday()), true),
        Arguments.of("but not next", Events.butNotAt(Events.everyTuesday(), TUESDAY), true),
        Arguments.of(
            "and once on a Saturday",
            Events.alsoAt(Events.everyTuesday(), LocalDateTime.of(2026, 12, 5, 12, 0)),
            true),
        Arguments.of(
            "whole days", Events.allDay(LocalDate.of(2026, 9, 5), 2, "FREQ=WEEKLY;BYDAY=SA"), true),
        Arguments.of(
            "on even weeks", Events.onWeeks(EventRule.Weeks.EVEN, Events.everyTuesday()), false),
        Arguments.of(
            "on named days",
            Events.alsoAt(Events.once(TUESDAY), TUESDAY.plusDays(3), TUESDAY.plusDays(20)),
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void anotherProgramReadsExactlyTheTimesThatAreHeld(String name, EventRule rule, boolean carried) {
    EventCalendar.Held held = held(Events.aFamilyCafe(rule));

    ReadCalendar read = subscribed(held);

    assertThat(read.series()).hasSize(1);
    VEvent series = read.series().getFirst();
    assertThat(ReadCalendar.starts(series))
        .isEqualTo(held.times().stream().map(Occurrence::recurrenceId).sorted().toList());
    assertThat(ReadCalendar.value(series, "RRULE").isEmpty()).isEqualTo(!carried);
    assertThat(read.changed()).isEmpty();
  }

  @Test
  void whatIsCancelledOrMovedStandsBesideItsSeries() {
    LocalDateTime moved = TUESDAY.plusWeeks(1);
    Event cafe =
        Events.withChanges(
            Events.aFamilyCafe(Events.everyTuesday()),
            OccurrenceChange.cancelled(TUESDAY),
            Events.moved(moved, moved.plusHours(3)));

    ReadCalendar read = subscribed(held(cafe));

    assertThat(read.events())
        .extracting(it -> ReadCalendar.value(it, "UID"))
        .containsOnly(uid(cafe));
    assertThat(ReadCalendar.value(read.series().getFirst(), "STATUS")).isEqualTo("CONFIRMED");
    assertThat(read.changed())
        .extracting(it -> ReadCalendar.value(it, "RECURRENCE-ID"), ReadCalendar::start)
        .containsExactly(
            tuple("20261124T093000", TUESDAY), tuple("20261201T093000", moved.plusHours(3)));
    assertThat(read.changed())
        .extracting(it -> ReadCalendar.value(it, "STATUS"))
        .containsExactly("CANCELLED", "CONFIRMED");
  }

  @Test
  void aChangeIsNewerAndNothingElseIs() {
    EventCalendar.Held before = held(Events.aFamilyCafe(Events.everyTuesday()));
    EventListing old = before.listing();
    EventListing changed =
        new EventListing(
            old.event(),
            old.slug(),
            old.source(),
            old.changedAt().plusSeconds(60),
            old.landedAt(),
            null);
    EventCalendar.Held after = new EventCalendar.Held(changed, before.times(), before.venue());

    assertThat(write(before)).isEqualTo(write(before)).isNotEqualTo(write(after));
    assertThat(sequence(after)).isGreaterThan(sequence(before));
  }

  @Test
  void aPlaceIsToldAsFarAsItLetsOut() {
    EventListing listing = listing(Events.aFamilyCafe(Events.everyTuesday()));
    List<Occurrence> times = times(listing.event());

    VEvent open = first(new EventCalendar.Held(listing, times, LIBRARY));
    VEvent hidden = first(new EventCalendar.Held(listing, times, Venues.Venue.UNTOLD));

    assertThat(ReadCalendar.value(open, "LOCATION")).isEqualTo("Kirjasto, Torikatu 6");
    assertThat(ReadCalendar.value(open, "GEO")).isEqualTo("60.63;24.86");
    assertThat(ReadCalendar.value(hidden, "LOCATION")).isEmpty();
    assertThat(ReadCalendar.value(hidden, "GEO")).isEmpty();
  }

  @Test
  void putThereOnceEachTimeStandsByItselfAndACancelledOneSaysSo() {
    Event club =
        Events.withChanges(
            Events.aFamilyCafe("Kerho", Events.everyTuesday()),
            OccurrenceChange.cancelled(TUESDAY.plusWeeks(1)));
    EventCalendar.Held held = held(club);
    EventCalendar calendar = new EventCalendar(pages.at("/fi", null), site);
    calendar.addTimes(
        held,
        held.times().stream().filter(it -> !it.recurrenceId().isBefore(TUESDAY)).limit(2).toList());

    List<VEvent> written = ReadCalendar.of(calendar.write()).events();

    assertThat(written)
        .extracting(it -> ReadCalendar.value(it, "UID"))
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(written).extracting(it -> ReadCalendar.value(it, "RRULE")).containsOnly("");
    assertThat(written.stream().map(ReadCalendar::start))
        .containsExactly(TUESDAY, TUESDAY.plusWeeks(1));
    assertThat(written)
        .extracting(it -> ReadCalendar.value(it, "STATUS"))
        .containsExactly("CONFIRMED", "CANCELLED");
  }

  private int sequence(EventCalendar.Held held) {
    return Integer.parseInt(ReadCalendar.value(first(held), "SEQUENCE"));
  }

  private VEvent first(EventCalendar.Held held) {
    return subscribed(held).series().getFirst();
  }

  private ReadCalendar subscribed(EventCalendar.Held held) {
    return ReadCalendar.of(write(held));
  }

  private String write(EventCalendar.Held held) {
    EventCalendar calendar = new EventCalendar(pages.at("/fi", null), site);
    calendar.subscribedTo(
        "Rinnalla: Hyvinkää, tänään", "", URI.create("https://example.org/calendar.ics"));
    calendar.addSeries(held);
    return calendar.write();
  }

  private static EventCalendar.Held held(Event event) {
    return new EventCalendar.Held(listing(event), times(event), LIBRARY);
  }

  private static EventListing listing(Event event) {
    return new EventListing(
        event, "perhekahvila-7kq2m9x4", "test", GivenClock.NOW, GivenClock.NOW, null);
  }

  /// As the calendar keeps them: a week back, and fifteen months ahead.
  private static List<Occurrence> times(Event event) {
    LocalDate today = LocalDate.of(2026, 11, 23);
    return Recurrence.of(event).between(today.minusDays(7), today.plusMonths(15));
  }

  private static String uid(Event event) {
    return event.id().value() + "@rinnalla";
  }
}
