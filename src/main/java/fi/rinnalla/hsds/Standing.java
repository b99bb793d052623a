package fi.rinnalla.hsds;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.pages.Route;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// A family café that is held every Tuesday until further notice, as a schedule of its service at
/// its place. What is held once, a number of times or only for a while is an event and no service,
/// and the standard has no events before 3.2 (HSDS issue 493); those go out as calendars.
@Component
class Standing {
  private static final Set<String> SAYABLE =
      Set.of("FREQ", "BYDAY", "BYMONTHDAY", "INTERVAL", "WKST");

  private final Schedules schedules;
  private final Records records;

  Standing(Schedules schedules, Records records) {
    this.schedules = schedules;
    this.records = records;
  }

  /// Its schedule; nothing when it isn't standing.
  Optional<Thing> schedule(Parts.Owner owner, EventListing listing) {
    Event event = listing.event();
    String rrule = event.rule().rrule();
    if (listing.isWithdrawn() || rrule == null || event.status() != Event.Status.SCHEDULED) {
      return Optional.empty();
    }
    Map<String, String> rule = new HashMap<>();
    for (String part : rrule.toUpperCase(Locale.ROOT).split(";")) {
      String[] sides = part.split("=", 2);
      rule.put(sides[0].strip(), sides.length < 2 ? "" : sides[1].strip());
    }
    if (rule.containsKey("COUNT") || rule.containsKey("UNTIL")) {
      return Optional.empty();
    }
    Thing thing =
        owner
            .part("schedule", event.id())
            .put("schedule_link", records.page(Route.EVENT, listing.slug()));
    boolean sayable =
        SAYABLE.containsAll(rule.keySet())
            && Set.of("WEEKLY", "MONTHLY").contains(rule.getOrDefault("FREQ", ""))
            && rule.getOrDefault("INTERVAL", "1").matches("[1-9]\\d?")
            && event.rule().weeks() == EventRule.Weeks.EVERY
            && !event.rule().allDay();
    if (!sayable) {
      // Such as even weeks only: in words, and by the page that has the dates.
      return Optional.of(thing.put("description", event.title()));
    }
    return Optional.of(
        schedules.one(thing, asSchedule(event, rule), records.page(Route.EVENT, listing.slug())));
  }

  private static Schedule asSchedule(Event event, Map<String, String> rule) {
    LocalDateTime start = event.rule().start();
    List<Schedule.ExceptionalDay> closed = new ArrayList<>();
    event.rule().except().forEach(it -> closed.add(Schedule.ExceptionalDay.closed(day(it))));
    event.changes().stream()
        .filter(OccurrenceChange::cancelled)
        .forEach(it -> closed.add(Schedule.ExceptionalDay.closed(day(it.recurrenceId()))));
    return new Schedule(
        null,
        null,
        start.toLocalDate(),
        null,
        Schedule.Frequency.valueOf(rule.getOrDefault("FREQ", "WEEKLY")),
        Integer.parseInt(rule.getOrDefault("INTERVAL", "1")),
        rule.get("BYDAY"),
        rule.get("BYMONTHDAY"),
        start.toLocalTime(),
        start.plus(event.rule().duration()).toLocalTime(),
        false,
        event.title(),
        closed.stream().distinct().toList());
  }

  private static LocalDate day(LocalDateTime at) {
    return at.toLocalDate();
  }
}
