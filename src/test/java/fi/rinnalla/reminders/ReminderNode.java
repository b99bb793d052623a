package fi.rinnalla.reminders;

import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.notifications.LetterRound;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A process of its own that does nothing but remind, until somebody kills it: another node of the
/// house that a test runs in.
final class ReminderNode {
  private static final String READY = "reminder node is ready";

  private ReminderNode() {}

  /// @param args the time, and then settings as the house takes them
  public static void main(String[] args) throws InterruptedException {
    SpringApplication node = new SpringApplication(House.class, GivenClock.class);
    node.setWebApplicationType(WebApplicationType.SERVLET);
    node.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "rinnalla.demo", "false",
            "rinnalla.search.follow", "false",
            "db-scheduler.enabled", "false",
            "rinnalla.calendar.make-times-at", "-",
            "logging.level.root", "warn"));
    ConfigurableApplicationContext house =
        node.run(List.of(args).subList(1, args.length).toArray(String[]::new));
    GivenClock.Settable clock = house.getBean(GivenClock.Settable.class);
    clock.set(Instant.parse(args[0]));
    System.out.println(READY);
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

  /// Starts one as a process of its own; its words go into the file.
  static Process start(Instant now, File words, List<String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ReminderNode.class.getName());
    command.add(now.toString());
    command.addAll(settings);
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words).start();
  }

  static boolean isReady(File words) throws IOException {
    return Files.readString(words.toPath()).contains(READY);
  }
}
