package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What is public of a meet-up: an event of the calendar like any other. So search, calendars,
/// feeds, maps and posters have it without knowing of meet-ups. Who hosts is nowhere in it.
@Component
class MeetupEvents {
  /// Kept here and by nobody else: no feed and no editor changes it.
  static final String SOURCE = "own:meetups";

  private static final TermCode THEME = new TermCode("meeting-others");

  private final Calendar calendar;
  private final FamilySignups signups;
  private final Messages messages;
  private final Clock clock;

  MeetupEvents(Calendar calendar, FamilySignups signups, Messages messages, Clock clock) {
    this.calendar = calendar;
    this.signups = signups;
    this.messages = messages;
    this.clock = clock;
  }

  Optional<EventListing> find(Meetup meetup) {
    return calendar.find(meetup.id().event());
  }

  /// Brings it to the calendar, or brings the event in line with the meet-up; what became of its
  /// single times stays.
  void publish(Meetup meetup) {
    put(meetup, Event.Status.SCHEDULED, changes(meetup));
    find(meetup).ifPresent(signups::open);
  }

  /// Shows it as cancelled; those who signed up hear of it from their room.
  void cancel(Meetup meetup) {
    put(meetup, Event.Status.CANCELLED, changes(meetup));
  }

  void hide(Meetup meetup) {
    calendar.withdraw(SOURCE, List.of(meetup.id().event()));
  }

  void cancel(Meetup meetup, LocalDateTime time) {
    put(meetup, Event.Status.SCHEDULED, with(meetup, OccurrenceChange.cancelled(time)));
  }

  void move(Meetup meetup, LocalDateTime time, LocalDateTime start) {
    LocalDateTime end = start.plusMinutes(meetup.plan().minutes());
    put(
        meetup,
        Event.Status.SCHEDULED,
        with(meetup, new OccurrenceChange(time, false, start, end, Text.none(), Text.none())));
  }

  private List<OccurrenceChange> changes(Meetup meetup) {
    return find(meetup).map(it -> it.event().changes()).orElse(List.of());
  }

  private List<OccurrenceChange> with(Meetup meetup, OccurrenceChange change) {
    List<OccurrenceChange> all = new ArrayList<>(changes(meetup));
    all.removeIf(it -> it.recurrenceId().equals(change.recurrenceId()));
    all.add(change);
    return all;
  }

  private void put(Meetup meetup, Event.Status status, List<OccurrenceChange> changes) {
    calendar.publish(SOURCE, event(meetup, status, changes));
  }

  private Event event(Meetup meetup, Event.Status status, List<OccurrenceChange> changes) {
    Plan plan = meetup.plan();
    return new Event(
        meetup.id().event(),
        Event.Kind.MEETUP,
        status,
        title(plan, meetup.lang()),
        Text.none(),
        plan.words().isEmpty() ? Text.none() : Text.of(meetup.lang(), plan.words()),
        null,
        said("meetups.own"),
        List.of(),
        null,
        Event.Venue.at(meetup.place()),
        rule(meetup),
        changes,
        plan.ages().range(),
        List.of(meetup.lang().code()),
        new Event.Price(new Money(BigDecimal.ZERO), Text.none()),
        List.of(THEME),
        List.of(),
        new Event.Registration(Event.Registration.Need.RECOMMENDED, null, null),
        PracticalFacts.NONE,
        null,
        null,
        new Verification(today(), Verification.Method.STAFF));
  }

  /// From when its weeks are counted: as its rule has it, or where it was moved to while it was
  /// still held once.
  LocalDateTime anchor(Meetup meetup) {
    LocalDateTime start = meetup.plan().start();
    Event event = find(meetup).map(EventListing::event).orElse(null);
    if (event == null) {
      return start;
    }
    if (event.rule().repeats()) {
      return event.rule().start();
    }
    return event.changes().stream()
        .filter(it -> it.recurrenceId().equals(start) && !it.cancelled())
        .flatMap(it -> Stream.ofNullable(it.start()))
        .findFirst()
        .orElse(start);
  }

  private EventRule rule(Meetup meetup) {
    LocalDateTime start = meetup.plan().start();
    Duration length = meetup.plan().length();
    LocalDate until = meetup.weeklyUntil();
    if (until == null) {
      return EventRule.once(start, length);
    }
    LocalDateTime anchor = anchor(meetup);
    String rrule =
        "FREQ=WEEKLY;BYDAY=%s;UNTIL=%s"
            .formatted(
                anchor.getDayOfWeek().name().substring(0, 2),
                until.format(DateTimeFormatter.BASIC_ISO_DATE));
    if (anchor.equals(start)) {
      return EventRule.repeating(start, length, rrule);
    }
    // The first time keeps the name that those who signed up know it by, and is held when it was
    // moved to; the rule gives the others.
    return new EventRule(
        anchor,
        length,
        false,
        rrule,
        EventRule.Weeks.EVERY,
        List.of(start),
        List.of(anchor),
        false);
  }

  Text title(Plan plan, Lang lang) {
    return plan.doing() == Plan.Doing.OTHER
        ? Text.of(lang, plan.title())
        : said("meetups.doing." + plan.doing().code());
  }

  private Text said(String key) {
    Text text = Text.none();
    for (Lang lang : Lang.values()) {
      text = text.with(lang, messages.say(lang, key));
    }
    return text;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), fi.rinnalla.vocabulary.Zone.HELSINKI);
  }
}
