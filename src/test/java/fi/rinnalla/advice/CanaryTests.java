package fi.rinnalla.advice;

import static fi.rinnalla.advice.DutyTable.as;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.Disk;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vault.ShortKeys;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// What is said in a talk is on no disk: neither while it lasts nor a day after.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class CanaryTests {
  @Autowired DutyTable table;
  @Autowired VisitorChats visitors;
  @Autowired AdviserChats chats;
  @Autowired CannedRows canned;
  @Autowired AdvicePassing passing;
  @Autowired ShortKeys keys;
  @Autowired Barred barred;
  @Autowired ChatRows rows;
  @Autowired AdviceSettings settings;
  @Autowired Disk disk;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private UUID desk;
  private Caller sanna;
  private Caller joel;

  @BeforeEach
  void aDesk() throws Exception {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from advice.desk").update());
    Organization ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
    joel = table.anAdviser(desk, ours, "Joel");
  }

  @Test
  void wordsOfATalkAreNowhereOnTheDiskWhileItLastsAndADayAfter(CapturedOutput said)
      throws Exception {
    String visitors = Disk.canary();
    String advisers = Disk.canary();
    String note = Disk.canary();
    String unsealed = Disk.canary();
    String token = table.comes(desk);
    UUID chat = table.chat(token);
    this.visitors.say(token, UUID.randomUUID(), "Minulla on " + visitors);
    table.takes(sanna, desk, token);
    table.says(sanna, desk, token, "Kuulen, että " + advisers);
    as(sanna, () -> chats.handTo(sanna, desk, chat, joel.person().id(), "Muista " + note));
    CannedAnswer answer =
        new CannedAnswer(UUID.randomUUID(), Lang.FI, unsealed, unsealed, List.of());
    house.step(() -> {
      canned.put(desk, answer);
      return desk;
    });
    assertThat(table.words(token)).contains("Minulla on " + visitors, "Kuulen, että " + advisers);
    assertThat(table.talk(token).chat().note()).isEqualTo("Muista " + note);
    List<String> words = List.of(visitors, advisers, note);

    assertThat(disk.found(unsealed)).as("the look finds what isn't sealed").isNotEmpty();
    words.forEach(it -> assertThat(disk.found(it)).as("while it lasts").isEmpty());

    as(
        joel,
        () ->
            chats.close(joel, desk, chat, Chat.Outcome.RESOLVED, Optional.of(Topic.OTHER), false));
    clock.set(GivenClock.NOW.plus(Duration.ofHours(24)));
    passing.forget();

    assertThat(keys.find(chat)).isEmpty();
    assertThat(this.visitors.find(token)).isEmpty();
    words.forEach(it -> {
      assertThat(disk.found(it)).as("a day after").isEmpty();
      assertThat(said.getAll()).doesNotContain(it);
    });
  }

  @Test
  void aKeyWithoutATalkIsSweptAndOneOfATalkIsNot() {
    UUID nobodys = UUID.randomUUID();
    keys.key(nobodys);
    String token = table.comes(desk);
    clock.set(GivenClock.NOW.plus(Duration.ofHours(2)));

    passing.forget();

    assertThat(keys.find(nobodys)).isEmpty();
    assertThat(keys.find(table.chat(token))).isPresent();
  }

  @Test
  void whatACopyOfTheDatabaseBringsBackReadsAsNothing() {
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), "Hei");
    keys.destroy(table.chat(token));

    assertThat(table.words(token)).containsExactly("");
  }

  @Test
  void aBarHoldsOnEveryNodeForADayAndSaysNothingAfterIt() throws Exception {
    CallerToday caller = new CallerToday("digest-of-" + desk);
    String token = table.comes(desk, caller.digest());
    table.takes(sanna, desk, token);
    UUID chat = table.chat(token);
    as(sanna, () -> chats.close(sanna, desk, chat, Chat.Outcome.ABUSE, Optional.empty(), true));

    Barred another = new Barred(jdbc, rows, settings, clock);
    assertThat(house.step(() -> another.isBarred(caller))).isTrue();
    assertThat(visitors.begin(desk, Lang.FI, Optional.empty(), caller))
        .isInstanceOf(VisitorChats.Began.Barred.class);

    clock.set(GivenClock.NOW.plus(Duration.ofHours(24)));
    assertThat(house.step(() -> barred.isBarred(caller))).isFalse();
    passing.forget();
    assertThat(house.step(() -> jdbc.sql("select * from advice.bar").query().listOfRows()))
        .isEmpty();
  }
}
