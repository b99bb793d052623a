package fi.rinnalla.visits;

import java.util.List;
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
}
