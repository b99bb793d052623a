package fi.rinnalla.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When partners are reminded.
///
/// @param reminders so many days before a visit, the furthest first; each is sent once
/// @param mostVisits how many visits a series may have
@ConfigurationProperties("rinnalla.visits")
record VisitsSettings(
    @DefaultValue({"14", "2"}) List<Integer> reminders, @DefaultValue("60") int mostVisits) {
  VisitsSettings {
    reminders = List.copyOf(reminders);
  }

  /// The nearest of the days ahead that has come.
  Optional<Integer> due(Instant startsAt, Instant now) {
    return reminders.stream()
        .filter(it -> !now.isBefore(startsAt.minus(Duration.ofDays(it))))
        .min(Comparator.naturalOrder());
  }

  /// How long before the first reminder.
  Duration furthest() {
    return Duration.ofDays(reminders.stream().max(Comparator.naturalOrder()).orElse(0));
  }

  /// Whoever was just written to needn't be reminded of what is as near already.
  Visit justTold(Visit visit, Instant now) {
    Integer days = due(visit.startsAt(), now).orElse(null);
    Visit told = visit;
    if (days != null) {
      for (UUID partner : visit.partners()) {
        told = told.reminded(partner, days);
      }
    }
    return told;
  }
}
