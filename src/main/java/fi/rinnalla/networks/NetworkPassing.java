package fi.rinnalla.networks;

import fi.rinnalla.calendar.WorkingDays;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What time does: who hasn't answered in two working days is marked, so that the worker can ask
/// the next; those who meet tomorrow are reminded; and a network whose time is out is forgotten.
@Component
class NetworkPassing {
  /// people.md §3.5: "no_answer (2 wd)".
  private static final int ANSWERS_IN = 2;

  private final NetworkRows rows;
  private final NetworkLetters letters;
  private final HouseWork house;
  private final Clock clock;

  NetworkPassing(NetworkRows rows, NetworkLetters letters, HouseWork house, Clock clock) {
    this.rows = rows;
    this.letters = letters;
    this.house = house;
    this.clock = clock;
  }

  void pass() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    Instant before = answersOf(today).plusDays(1).atStartOfDay(Zone.HELSINKI).toInstant();
    for (Network its : house.step(() -> rows.silent(before))) {
      its.members().stream()
          .filter(it -> it.state() == Member.State.INVITED)
          .forEach(it ->
              house.step(() -> {
                if (rows.silenced(it, before)) {
                  letters.missing(its);
                }
                return it;
              }));
    }
    Instant tomorrow = today.plusDays(1).atStartOfDay(Zone.HELSINKI).toInstant();
    Instant next = today.plusDays(2).atStartOfDay(Zone.HELSINKI).toInstant();
    for (Network its : house.step(() -> rows.meeting(tomorrow, next))) {
      house.step(() -> {
        letters.meets(its, "tomorrow", today.toString());
        return its;
      });
    }
  }

  /// The last day on which somebody may have been asked, so that they have had their time.
  private static LocalDate answersOf(LocalDate today) {
    LocalDate day = today;
    while (WorkingDays.after(day, today) < ANSWERS_IN) {
      day = day.minusDays(1);
    }
    return day;
  }

  int forget() {
    return house.step(rows::forget);
  }
}
