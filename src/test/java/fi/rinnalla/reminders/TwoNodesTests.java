package fi.rinnalla.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.KnownPort;
import fi.rinnalla.OtherNode;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Two real processes on one database remind through one mail server, and one of them is killed or
/// frozen in the middle: nobody is left out, and nobody gets two.
///
/// What SMTP itself leaves open is counted apart: a sender that dies between the server's taking
/// the letter and its own mark leaves one letter to be sent again, with the same Message-ID. No
/// more than it had in hand.
@HouseTest
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.notifications.smtp.host=127.0.0.1",
      "rinnalla.notifications.smtp.from=posti@rinnalla.example",
      "rinnalla.notifications.smtp.tls=none"
    })
class TwoNodesTests {
  private static final int PORT = KnownPort.free();
  private static final Path KEYS = OtherNode.folder();
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 9, 30);
  private static final Instant EVENING =
      LocalDateTime.of(2026, 11, 23, 17, 5).atZone(Zone.HELSINKI).toInstant();

  /// The machine may be slow and loaded; what must not happen is that it never comes.
  private static final Duration LONG = Duration.ofMinutes(10);

  /// The node's own round and its two senders.
  private static final int IN_HAND = 3;

  @Autowired ApplicationContext house;
  @Autowired Calendar calendar;
  @Autowired JdbcConnectionDetails database;
  @Autowired HouseWork work;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @TempDir Path folder;

  private final GreenMail server =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private @Nullable Process node;

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.notifications.smtp.port", () -> PORT);
    registry.add("rinnalla.vault.folder", KEYS::toString);
  }

  @BeforeEach
  void begin() {
    for (String table :
        List.of("reminders.recipient", "reminders.reminder", "notifications.letter")) {
      work.step(() -> jdbc.sql("delete from " + table).update());
    }
    clock.set(EVENING);
    server.start();
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.destroyForcibly();
    }
    server.stop();
  }

  @Test
  void aNodeThatIsKilledLeavesNobodyOut() throws Exception {
    killed(200);
  }

  @Test
  void aNodeThatFreezesAndGoesOnTellsNobodyTwice() throws Exception {
    frozen(200, Duration.ofMinutes(30));
  }

  @Test
  @Tag("heavy")
  void aNodeThatIsKilledAmongTwoThousandLeavesNobodyOut() throws Exception {
    killed(2000);
  }

  @Test
  @Tag("heavy")
  void aNodeThatFreezesAmongTwoThousandTellsNobodyTwice() throws Exception {
    frozen(2000, Duration.ofMinutes(30));
  }

  @Test
  @Tag("heavy")
  void aNodeThatStaysFrozenLosesWhatItHeldAndSendsNoneOfItWhenItGoesOn() throws Exception {
    aNodeAmong(2000, Duration.ofSeconds(2));
    signal("STOP");
    untilNoneWaits(0);
    signal("CONT");
    patiently().pollDelay(Duration.ofSeconds(5)).until(() -> waiting() == 0);

    everyoneIsRemindedOnce(2000, IN_HAND);
  }

  private void killed(int reminders) throws Exception {
    Process other = aNodeAmong(reminders, Duration.ofMinutes(30));
    other.destroyForcibly();
    untilNoneWaits(0);

    everyoneIsRemindedOnce(reminders, IN_HAND);
  }

  private void frozen(int reminders, Duration heldAtMost) throws Exception {
    aNodeAmong(reminders, heldAtMost);
    signal("STOP");
    // What it has in hand it keeps; the rest doesn't wait for it.
    untilNoneWaits(IN_HAND);
    signal("CONT");
    untilNoneWaits(0);

    everyoneIsRemindedOnce(reminders, 0);
  }

  /// A node beside this one, both in the middle of so many reminders.
  private Process aNodeAmong(int reminders, Duration heldAtMost) throws Exception {
    aCafeThatAllComeTo(reminders);
    File words = folder.resolve("node.txt").toFile();
    Files.createFile(words.toPath());
    Process other =
        OtherNode.start(
            ReminderNode.class,
            words,
            database,
            List.of(EVENING.toString()),
            "--rinnalla.data=" + folder.resolve("data"),
            "--rinnalla.vault.folder=" + KEYS,
            "--rinnalla.notifications.held-at-most=" + heldAtMost.toMillis() + "ms",
            "--rinnalla.reminders.held-at-most=" + heldAtMost.toMillis() + "ms",
            "--rinnalla.notifications.smtp.host=127.0.0.1",
            "--rinnalla.notifications.smtp.port=" + PORT,
            "--rinnalla.notifications.smtp.from=posti@rinnalla.example",
            "--rinnalla.notifications.smtp.tls=none");
    node = other;
    patiently().until(() -> !other.isAlive() || OtherNode.isReady(words));
    assertThat(other.isAlive()).as("the node ended: %s", Files.readString(words.toPath())).isTrue();
    // It sends by itself, so it is in the middle of it when its end comes.
    patiently().until(() -> server.getReceivedMessages().length >= reminders / 10);
    assertThat(waiting()).isGreaterThan(IN_HAND);
    return other;
  }

  /// A connection that its sender leaves by dying is a fault in the fake server's own thread.
  private static ConditionFactory patiently() {
    return Awaitility.await().dontCatchUncaughtExceptions().atMost(LONG);
  }

  private void aCafeThatAllComeTo(int families) {
    Event cafe = Events.aFamilyCafe("Perhekahvila", Events.everyTuesday());
    calendar.publish("t", cafe);
    work.step(() -> {
      jdbc.sql(
              """
              insert into reminders.recipient (id, channel, address, made_at)
              select gen_random_uuid(), 'email', 'perhe-' || n || '@example.org', :made
                from generate_series(1, :families) n
              """)
          .param("made", java.sql.Timestamp.from(GivenClock.NOW))
          .param("families", families)
          .update();
      return jdbc.sql(
              """
              insert into reminders.reminder (id, recipient, event, recurrence_id, lang, state,
                                              made_at, ends_at, look_at)
              select gen_random_uuid(), id, :event, :time, 'fi', 'on', made_at,
                     made_at + interval '2 days', made_at
                from reminders.recipient
              """)
          .param("event", cafe.id().value())
          .param("time", TUESDAY)
          .update();
    });
  }

  /// Those not yet told, and letters that haven't left.
  private int waiting() {
    return work.step(() ->
        jdbc.sql(
                """
                select (select count(*) from reminders.recipient r
                         where not exists (select from reminders.told where recipient = r.id))
                     + (select count(*) from notifications.letter where outcome <> 'SENT')
                """)
            .query(Integer.class)
            .single());
  }

  /// This node goes on until no more than so many wait.
  private void untilNoneWaits(int most) {
    patiently()
        .until(() -> {
          ReminderNode.round(house, clock);
          return waiting() <= most;
        });
  }

  private void signal(String name) throws Exception {
    long pid = Objects.requireNonNull(node).pid();
    int done = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    assertThat(done).isZero();
  }

  /// @param again how many may have come twice, as the same letter
  private void everyoneIsRemindedOnce(int families, int again) throws MessagingException {
    MimeMessage[] all = server.getReceivedMessages();
    Map<String, String> letters = new HashMap<>();
    for (MimeMessage one : all) {
      letters.put(one.getMessageID(), one.getRecipients(Message.RecipientType.TO)[0].toString());
    }
    assertThat(letters).as("one letter, one Message-ID, for each").hasSize(families);
    assertThat(letters.values()).as("none missing, none twice").doesNotHaveDuplicates();
    assertThat(all.length - families)
        .as("of %s, the same letter again", Arrays.stream(all).count())
        .isBetween(0, again);
  }
}
