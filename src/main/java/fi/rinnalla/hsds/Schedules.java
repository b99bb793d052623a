package fi.rinnalla.hsds;

import fi.rinnalla.directory.Schedule;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opening hours as HSDS `schedule`. The standard wants an offset from UTC after each hour and has
/// no zone that knows of summer; ours is the offset of the first day the hours hold from today on,
/// and the profile's `time_zone` says whose clock it is. It has no holidays either (issue 440):
/// they are told in `notes`, and by date in the profile's `exceptions`.
@Component
class Schedules {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final Messages messages;
  private final Clock clock;

  Schedules(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// @param link where a person reads them, in each language
  List<Thing> of(Parts.Owner owner, List<Schedule> schedules, Text link) {
    List<Thing> things = new ArrayList<>();
    for (Schedule schedule : schedules) {
      things.add(one(owner.part("schedule", things.size()), schedule, link));
    }
    return things;
  }

  Thing one(Thing thing, Schedule it, Text link) {
    boolean rule = it.opensAt() != null || it.byday() != null || it.bymonthday() != null;
    boolean told = rule || !it.exceptions().isEmpty() || it.description().isEmpty();
    ZoneOffset offset = offset(it);
    return thing
        .put("valid_from", date(it.validFrom()))
        .put("valid_to", date(it.validTo()))
        .put("dtstart", date(it.dtstart()))
        .put("timezone", offset.getTotalSeconds() / 3600)
        .put("until", date(it.until()))
        // Hours told in words alone have no rule.
        .put("freq", told ? it.frequency().name() : null)
        .put("interval", told ? it.interval() : null)
        .put("byday", it.byday())
        .put("bymonthday", it.bymonthday())
        .put("description", it.description())
        .put("opens_at", hour(it.opensAt(), offset))
        .put("closes_at", hour(it.closesAt(), offset))
        .put("schedule_link", link)
        .put(
            "attending_type", it.byAppointment() ? Words.of(messages, "hsds.by_appointment") : null)
        .put("notes", notes(it.exceptions()))
        .put("exceptions", exceptions(it.exceptions()))
        .put("time_zone", Zone.HELSINKI.getId());
  }

  private ZoneOffset offset(Schedule schedule) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    LocalDate first = schedule.dtstart() == null ? schedule.validFrom() : schedule.dtstart();
    LocalDate day = first == null || first.isBefore(today) ? today : first;
    return Zone.HELSINKI.getRules().getOffset(day.atTime(12, 0));
  }

  private Text notes(List<Schedule.ExceptionalDay> days) {
    if (days.isEmpty()) {
      return Text.none();
    }
    return Words.each(lang ->
        days.stream()
            .map(day ->
                day.isClosed()
                    ? messages.say(lang, "hsds.day_closed", Dates.full(lang, day.date()))
                    : messages.say(
                        lang,
                        "hsds.day_open",
                        Dates.full(lang, day.date()),
                        said(lang, day.opensAt()),
                        said(lang, day.closesAt())))
            .collect(Collectors.joining("; ")));
  }

  /// As our importer reads them: `2026-12-24:closed;2026-12-31:10:00-12:00`.
  private static @Nullable String exceptions(List<Schedule.ExceptionalDay> days) {
    return days.isEmpty()
        ? null
        : days.stream()
            .map(day ->
                day.date()
                    + ":"
                    + (day.isClosed()
                        ? "closed"
                        : hour(day.opensAt()) + "-" + hour(day.closesAt())))
            .collect(Collectors.joining(";"));
  }

  private static String said(Lang lang, @Nullable LocalTime at) {
    return at == null ? "" : Dates.time(lang, at);
  }

  private static String hour(@Nullable LocalTime at) {
    return at == null ? "" : at.format(HOUR);
  }

  private static @Nullable String hour(@Nullable LocalTime at, ZoneOffset offset) {
    return at == null ? null : at.format(HOUR) + offset.getId();
  }

  private static @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
