package fi.rinnalla.referrals;

import static fi.rinnalla.upkeep.Neighbourhood.as;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.OtherNode;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Families say yes through two nodes at once, and one of them is killed in the middle: each is
/// referred, none twice, and nothing is half done.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class ReferralNodesTests {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Path KEYS = OtherNode.folder();

  /// The editor's, and the one to the organization's own mailbox.
  private static final int LETTERS = 2;

  @Autowired Outbox outbox;
  @Autowired Varikko varikko;
  @Autowired CasePassing passing;
  @Autowired JdbcConnectionDetails database;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @TempDir Path folder;

  private Organization cafe;
  private @Nullable Process node;

  /// What nodes share besides the database.
  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.vault.folder", KEYS::toString);
  }

  @BeforeEach
  void aCafe() {
    clock.set(GivenClock.NOW);
    for (String table : List.of("referrals.help_case", "referrals.tally", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
    cafe = varikko.household.anOrganization();
    varikko.anEditor(cafe);
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.destroyForcibly();
    }
  }

  @Test
  void aNodeThatIsKilledAmongAHundredLosesNoReferralAndDoublesNone() throws Exception {
    killed(100);
  }

  @Test
  @Tag("heavy")
  void aNodeThatIsKilledAmongAThousandLosesNoReferralAndDoublesNone() throws Exception {
    killed(1000);
  }

  private void killed(int families) throws Exception {
    List<String> lines = familiesThatCanChoose(families);
    Path file = Files.write(folder.resolve("families.txt"), lines);

    begin("choose", file.toString());
    List<String> backwards = lines.reversed();
    int next = 0;
    while (referrals() < families / 2) {
      varikko.saysYes(backwards.get(next++));
    }
    assertThat(next).as("the other has its part in them").isLessThan(referrals());
    kill();
    assertThat(referrals()).as("it ended in the middle").isLessThan(families);
    // Whoever got no answer presses again, and so do some who had one.
    for (String line : lines) {
      varikko.saysYes(line);
    }

    assertThat(referrals()).isEqualTo(families);
    assertThat(count("select count(distinct option) from referrals.referral")).isEqualTo(families);
    assertThat(
            count(
                """
                select count(*) from families.consent c
                 where c.purpose = 'referral' and c.state = 'given' and c.organization = '%s'
                """
                    .formatted(cafe.id())))
        .as("a consent for each, and none without a referral")
        .isEqualTo(families);
    assertThat(count("select sum(n) from referrals.tally where what = 'referred'"))
        .isEqualTo(families);
    assertThat(letters()).as("the letters of each, once").isEqualTo(LETTERS * families);

    remindedOnce(families);
  }

  /// Three working days later both remind, and one is killed again.
  private void remindedOnce(int families) throws Exception {
    int before = letters();
    begin("remind", "3");
    Awaitility.await().atMost(LONG).until(() -> letters() > before);
    kill();
    clock.pass(Duration.ofDays(3));
    passing.pass();

    assertThat(count("select count(*) from referrals.referral where reminded = 3"))
        .isEqualTo(families);
    assertThat(letters() - before).isEqualTo(LETTERS * families);
  }

  private void begin(String what, String of) throws Exception {
    File words = Files.createTempFile(folder, "node", ".txt").toFile();
    Process other =
        OtherNode.start(
            ReferralNode.class,
            words,
            database,
            List.of(what, of),
            "--rinnalla.data=" + folder.resolve("data"),
            "--rinnalla.vault.folder=" + KEYS,
            "--rinnalla.notifications.delivers=false");
    node = other;
    Awaitility.await().atMost(LONG).until(() -> !other.isAlive() || OtherNode.isReady(words));
    assertThat(other.isAlive()).as("the node ended: %s", Files.readString(words.toPath())).isTrue();
  }

  private void kill() throws InterruptedException {
    if (node != null) {
      node.destroyForcibly().waitFor();
    }
  }

  /// Each has a navigator, and one option to say yes to.
  private List<String> familiesThatCanChoose(int families) throws Exception {
    Organization team = varikko.aTeam();
    Caller nea = varikko.aNavigator(team);
    Service service = varikko.aCafe(cafe);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < families; i++) {
      Caller parent = varikko.household.someone("perhe");
      HelpCaseId id = varikko.asks(parent, team);
      as(nea, () -> varikko.navigators.take(nea, id));
      varikko.offers(nea, id, service);
      lines.add(Varikko.line(parent, id));
    }
    return lines;
  }

  private int referrals() {
    return count("select count(*) from referrals.referral");
  }

  /// To the organization, which are those that lead to a referral by a secret link.
  private int letters() {
    return outbox.letters("/fi/ohjaus/").size();
  }

  private int count(String sql) {
    return house.step(() -> jdbc.sql(sql).query(Integer.class).single());
  }
}
