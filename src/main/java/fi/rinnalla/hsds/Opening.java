package fi.rinnalla.hsds;

import fi.rinnalla.directory.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the filters of the Open Referral UK profile ask of one schedule: its days and its hours,
/// read literally.
record Opening(Set<DayOfWeek> days, @Nullable LocalTime opens, @Nullable LocalTime closes) {

  Opening {
    days = Set.copyOf(days);
  }

  static Opening of(Schedule schedule) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    String byday = schedule.byday();
    if (byday != null) {
      for (String word : byday.split(",")) {
        day(word.replaceAll("[^A-Za-z]", "")).ifPresent(days::add);
      }
    } else if (schedule.frequency() == Schedule.Frequency.WEEKLY && schedule.opensAt() != null) {
      // What the rule leaves out comes from its start (RFC 5545 §3.3.10), else it's every day.
      if (schedule.dtstart() == null) {
        days.addAll(Set.of(DayOfWeek.values()));
      } else {
        days.add(schedule.dtstart().getDayOfWeek());
      }
    }
    return new Opening(days, schedule.opensAt(), schedule.closesAt());
  }

  /// `MO`, `Monday`.
  static Optional<DayOfWeek> day(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(upper) || day.name().substring(0, 2).equals(upper)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }
}
