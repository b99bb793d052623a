package fi.rinnalla.reminders;

import fi.rinnalla.GivenClock;
import fi.rinnalla.OtherNode;
import fi.rinnalla.notifications.LetterRound;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A process of its own that does nothing but remind, until somebody kills it.
final class ReminderNode {
  private ReminderNode() {}

  /// @param args the time, and then settings as the house takes them
  public static void main(String[] args) throws InterruptedException {
    ConfigurableApplicationContext house = OtherNode.open(args);
    GivenClock.Settable clock = house.getBean(GivenClock.Settable.class);
    clock.set(Instant.parse(args[0]));
    OtherNode.ready();
    while (true) {
      round(house, clock);
    }
  }

  /// One round of both: what is due becomes letters, and letters leave.
  static void round(ApplicationContext house, GivenClock.Settable clock)
      throws InterruptedException {
    clock.pass(Duration.ofSeconds(1));
    house.getBean(DueReminders.class).tell();
    LetterRound.in(house);
    Thread.sleep(100);
  }
}
