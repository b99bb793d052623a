package fi.rinnalla.site.web;

import fi.rinnalla.calendar.CarriedRule;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times in the terms of schema.org: `OpeningHoursSpecification` and `Schedule`.
final class SchemaTimes {
  /// The rules that a schema.org Schedule can say; one that has more is not told in part.
  private static final List<String> SAID =
      List.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "WKST");

  private static final Map<String, String> UNITS =
      Map.of("DAILY", "D", "WEEKLY", "W", "MONTHLY", "M", "YEARLY", "Y");

  private static final Map<String, String> DAYS =
      Map.of(
          "MO",
          "Monday",
          "TU",
          "Tuesday",
          "WE",
          "Wednesday",
          "TH",
          "Thursday",
          "FR",
          "Friday",
          "SA",
          "Saturday",
          "SU",
          "Sunday");

  private SchemaTimes() {}

  /// The days that the page shows, each with its date: a holiday is in already, and a rule that
  /// schema.org can't say is told all the same.
  static List<Map<String, Object>> hours(Hours hours) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (Hours.Day day : hours.days()) {
      for (OpeningHours.Window window : day.windows()) {
        if (!window.byAppointment()) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("@type", "OpeningHoursSpecification");
          one.put("validFrom", day.date().toString());
          one.put("validThrough", day.date().toString());
          one.put("opens", Dates.local(window.opens()).toLocalTime().toString());
          LocalTime closes = Dates.local(window.closes()).toLocalTime();
          one.put("closes", closes.equals(LocalTime.MIDNIGHT) ? "23:59" : closes.toString());
          told.add(one);
        }
      }
    }
    return told;
  }

  /// How an event repeats, when schema.org can say it.
  ///
  /// @param times all that are known, in order
  static Optional<Map<String, Object>> schedule(Event event, List<Occurrence> times) {
    List<LocalDateTime> ids =
        times.stream().map(Occurrence::recurrenceId).distinct().sorted().toList();
    return CarriedRule.of(event.rule(), ids)
        .filter(rule -> rule.extra().isEmpty())
        .flatMap(rule -> schedule(event, rule, ids));
  }

  private static Optional<Map<String, Object>> schedule(
      Event event, CarriedRule rule, List<LocalDateTime> ids) {
    Map<String, String> parts =
        Arrays.stream(rule.rrule().split(";"))
            .collect(
                Collectors.toMap(
                    part -> part.substring(0, part.indexOf('=')),
                    part -> part.substring(part.indexOf('=') + 1)));
    String unit = UNITS.get(parts.getOrDefault("FREQ", ""));
    if (unit == null || !SAID.containsAll(parts.keySet())) {
      return Optional.empty();
    }
    Map<String, Object> schedule = new LinkedHashMap<>();
    schedule.put("@type", "Schedule");
    schedule.put("repeatFrequency", "P" + parts.getOrDefault("INTERVAL", "1") + unit);
    String byDay = parts.get("BYDAY");
    if (byDay != null) {
      // "The first Monday" is said as iCalendar says it, which schema.org allows.
      schedule.put(
          "byDay",
          Arrays.stream(byDay.split(","))
              .map(day -> DAYS.containsKey(day) ? "https://schema.org/" + DAYS.get(day) : day)
              .toList());
    }
    String byMonthDay = parts.get("BYMONTHDAY");
    if (byMonthDay != null) {
      schedule.put(
          "byMonthDay", Arrays.stream(byMonthDay.split(",")).map(Integer::valueOf).toList());
    }
    LocalDateTime first = ids.getFirst();
    schedule.put("startDate", first.toLocalDate().toString());
    schedule.put("endDate", ids.getLast().toLocalDate().toString());
    if (!event.rule().allDay()) {
      schedule.put("startTime", first.toLocalTime().toString());
      schedule.put("endTime", first.plus(event.rule().duration()).toLocalTime().toString());
    }
    schedule.put("scheduleTimezone", Zone.HELSINKI.getId());
    List<String> except =
        Stream.concat(rule.except().stream(), cancelled(event))
            .map(id -> id.toLocalDate().toString())
            .distinct()
            .sorted()
            .toList();
    if (!except.isEmpty()) {
      schedule.put("exceptDate", except);
    }
    return Optional.of(schedule);
  }

  private static Stream<LocalDateTime> cancelled(Event event) {
    return event.changes().stream().filter(it -> it.cancelled()).map(it -> it.recurrenceId());
  }
}
