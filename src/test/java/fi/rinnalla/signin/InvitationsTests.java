package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import picocli.CommandLine;

/// How staff come in the first time, how they come back, and how anybody leaves.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class InvitationsTests {
  @Autowired Outbox outbox;
  @Autowired ObjectProvider<PersonCommand> command;
  @Autowired People people;
  @Autowired SignInLinks links;
  @Autowired Departure departure;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;

  private final StringWriter said = new StringWriter();

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void theOneInvitedHasTheRoleAndALinkThatOpensOnce() {
    assertThat(invite("--role", "REGION_ADMIN", "--area", "M106", "raija@example.org")).isZero();

    Person raija = person("raija@example.org");
    assertThat(Viewer.house(() -> people.roles(raija.id())))
        .extracting(RoleHeld::role)
        .containsExactly(Role.REGION_ADMIN);
    assertThat(Ways.log(house, jdbc, raija.id())).isEqualTo("HOUSE create link invited");
    assertThat(Ways.letters(outbox, "raija@example.org"))
        .as("the address hears of it, without the link")
        .contains("teki sinulle kutsun")
        .doesNotContain(token());
    assertThat(use(token())).isInstanceOf(SignInLinks.Outcome.Welcome.class);
    assertThat(use(token())).isInstanceOf(SignInLinks.Outcome.NotGood.class);
  }

  @Test
  void anInvitationIsGoodForADay() {
    invite("--role", "AUDITOR", "--area", "M106", "--send", "valto@example.org");
    assertThat(Ways.letters(outbox, "valto@example.org")).contains(token(), "yhden vuorokauden");

    clock.pass(Duration.ofHours(25));

    assertThat(use(token())).isInstanceOf(SignInLinks.Outcome.NotGood.class);
  }

  @Test
  void aSecondRoleLeavesThePasskeyWhereItIs() {
    invite("--role", "AUDITOR", "--area", "M106", "two@example.org");
    Person person = person("two@example.org");
    Ways.aPasskey(house, jdbc, person.id());

    invite("--role", "REGION_ADMIN", "--area", "M106", "two@example.org");

    assertThat(Ways.of(house, jdbc, person.id())).isOne();
  }

  @Test
  void whoLostAllWaysInComesBackByANewInvitation() {
    String email = "lost@example.org";
    invite("--role", "AUDITOR", "--area", "M106", email);
    String old = token();
    Person person = person(email);
    Ways.aPasskey(house, jdbc, person.id());
    Ways.anAccount(house, jdbc, person.id());
    aSession(person);

    assertThat(invite("--lost", email)).isZero();

    assertThat(Ways.of(house, jdbc, person.id())).as("the lost ones open nothing").isZero();
    assertThat(sessions(person)).as("who found the device is out").isZero();
    assertThat(use(old)).as("an older link").isInstanceOf(SignInLinks.Outcome.NotGood.class);
    assertThat(Ways.log(house, jdbc, person.id()))
        .endsWith("HOUSE delete factor lost, HOUSE create link invited");
    assertThat(Ways.letters(outbox, email)).contains("kirjautumistapasi oli kadonnut");
    assertThat(use(token())).isInstanceOf(SignInLinks.Outcome.Welcome.class);
    assertThat(Viewer.house(() -> people.roles(person.id()))).as("the task stays").hasSize(1);
  }

  @Test
  void whatTheCommandDoesNotUnderstandChangesNothing() {
    assertThat(invite("--lost", "nobody@example.org")).isEqualTo(2);
    assertThat(Viewer.house(() -> people.find("nobody@example.org"))).isEmpty();
    assertThat(invite("--lost", "--role", "AUDITOR", "x@example.org")).isEqualTo(2);
    assertThat(invite("--role", "PARENT", "--area", "M106", "x@example.org")).isEqualTo(2);
    assertThat(invite("--role", "AUDITOR", "x@example.org")).isEqualTo(2);
    assertThat(invite("--role", "AUDITOR", "--area", "Hyvinkää", "x@example.org")).isEqualTo(2);
    assertThat(invite("--area", "M106", "x@example.org")).isEqualTo(2);
    assertThat(Viewer.house(() -> people.find("x@example.org"))).isEmpty();
  }

  @Test
  void whoLeavesTakesAlongWhatWaitedForThem() {
    String email = "leaving@example.org";
    invite("--role", "AUDITOR", "--area", "M106", email);
    Person person = person(email);
    Ways.aPasskey(house, jdbc, person.id());
    aSession(person);
    Caller caller = Viewer.house(() -> people.caller(person.id(), Level.STRONG)).orElseThrow();

    Viewer.house(() -> departure.of(caller));

    assertThat(Viewer.house(() -> people.find(email))).isEmpty();
    assertThat(Ways.letters(outbox, email)).isEmpty();
    assertThat(Ways.of(house, jdbc, person.id())).isZero();
    assertThat(sessions(person)).isZero();
    assertThat(use(token())).isInstanceOf(SignInLinks.Outcome.NotGood.class);
    assertThat(Ways.log(house, jdbc, person.id())).endsWith("PARENT delete account own");
  }

  private int invite(String... words) {
    said.getBuffer().setLength(0);
    String[] line = new String[words.length + 1];
    line[0] = "invite";
    System.arraycopy(words, 0, line, 1, words.length);
    return new CommandLine(command.getObject())
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(line);
  }

  private String token() {
    String words = said.toString().strip();
    return words.substring(words.lastIndexOf('/') + 1);
  }

  private SignInLinks.Outcome use(String token) {
    return Viewer.house(() -> links.use(token, null, Lang.FI));
  }

  private Person person(String email) {
    return Viewer.house(() -> people.find(email)).orElseThrow();
  }

  private void aSession(Person person) {
    jdbc.sql(
            """
            insert into signin.session
              (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
               expiry_time, principal_name)
            values (:id, :id, 0, 0, 3600, 9999999999999, :person)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("person", person.id().toString())
        .update();
  }

  private int sessions(Person person) {
    return jdbc.sql("select count(*) from signin.session where principal_name = :person")
        .param("person", person.id().toString())
        .query(Integer.class)
        .single();
  }
}
