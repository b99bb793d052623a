package fi.rinnalla.referrals;

import fi.rinnalla.GivenClock;
import fi.rinnalla.OtherNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;

/// A process of its own through which families say yes, and that reminds those who haven't
/// answered, until somebody kills it.
final class ReferralNode {
  private ReferralNode() {}

  /// @param args what it does (`choose`, or `remind` so many days later), the file of the families
  ///   and their matters, and then settings as the house takes them
  public static void main(String[] args) throws Exception {
    ConfigurableApplicationContext house = OtherNode.open(args);
    OtherNode.ready();
    if (args[0].equals("choose")) {
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        house.getBean(Varikko.class).saysYes(line);
      }
    } else {
      house.getBean(GivenClock.Settable.class).pass(Duration.ofDays(Long.parseLong(args[1])));
      house.getBean(CasePassing.class).pass();
    }
    Thread.sleep(Duration.ofMinutes(10));
  }
}
