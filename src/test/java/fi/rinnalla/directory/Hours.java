package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opening hours for tests, told from Monday 23 November 2026.
final class Hours {
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final String EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU";

  private Hours() {}

  static OpeningHours hours(Schedule... schedules) {
    return OpeningHours.of(List.of(schedules));
  }

  static Schedule schedule(
      Schedule.Frequency frequency,
      int interval,
      @Nullable String byday,
      @Nullable String bymonthday,
      @Nullable LocalDate dtstart,
      @Nullable LocalTime opens,
      @Nullable LocalTime closes) {
    return new Schedule(
        null,
        null,
        dtstart,
        null,
        frequency,
        interval,
        byday,
        bymonthday,
        opens,
        closes,
        false,
        Text.none(),
        List.of());
  }

  static Schedule weeklyWithoutHours() {
    return schedule(Schedule.Frequency.WEEKLY, 1, "MO", null, null, null, null);
  }

  static Schedule valid(Schedule was, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new Schedule(
        from,
        to,
        null,
        null,
        was.frequency(),
        was.interval(),
        was.byday(),
        null,
        was.opensAt(),
        was.closesAt(),
        false,
        Text.none(),
        List.of());
  }

  static Schedule byAppointment(Schedule was) {
    return new Schedule(
        null,
        null,
        null,
        null,
        was.frequency(),
        was.interval(),
        was.byday(),
        null,
        was.opensAt(),
        was.closesAt(),
        true,
        Text.none(),
        List.of());
  }

  static List<String> opens(OpeningHours hours, LocalDate first, int days) {
    return hours.from(first, days).stream()
        .map(window -> LocalDate.ofInstant(window.opens(), Zone.HELSINKI).toString())
        .toList();
  }

  static Duration length(OpeningHours hours, LocalDate day) {
    var window = hours.on(day).getFirst();
    return Duration.between(window.opens(), window.closes());
  }

  static LocalTime at(int hour) {
    return LocalTime.of(hour, 0);
  }

  /// So many hours from the beginning of Monday; 25 is one on Tuesday.
  static Instant monday(int hour, int minute) {
    return instant(MONDAY, hour, minute);
  }

  static Instant instant(LocalDate day, int hour, int minute) {
    return LocalDateTime.of(day, LocalTime.MIN)
        .plusHours(hour)
        .plusMinutes(minute)
        .atZone(Zone.HELSINKI)
        .toInstant();
  }
}
