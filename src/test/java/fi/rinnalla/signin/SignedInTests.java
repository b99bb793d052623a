package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.KnownPort;
import fi.rinnalla.Postgres;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Sessions, and sign-in at an identity provider, over HTTP.
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=test",
      "rinnalla.data=target/test-data/${random.uuid}",
      "rinnalla.demo=false",
      "rinnalla.calendar.make-times-at=-",
      "db-scheduler.enabled=false"
    })
@Import({Postgres.class, GivenClock.class})
class SignedInTests {
  private static final Provider PROVIDER = new Provider();
  private static final String AUDIT = "/fi/valvonta";

  @Autowired Outbox outbox;
  @Autowired SignInLinks links;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    int port = KnownPort.free();
    registry.add("server.port", () -> port);
    registry.add("rinnalla.oidc.issuer", PROVIDER::issuer);
    registry.add("rinnalla.oidc.client-id", () -> Provider.CLIENT);
    registry.add("rinnalla.oidc.name-fi", () -> "Luottamusverkosto");
    registry.add("rinnalla.oidc.signing-keys", () -> PROVIDER.signingKeys().toString());
    registry.add("rinnalla.oidc.decryption-keys", () -> PROVIDER.decryptionKeys().toString());
    registry.add("rinnalla.oidc.acr", () -> "high,substantial");
  }

  @AfterEach
  void asBefore() {
    clock.set(GivenClock.NOW);
    PROVIDER.honest();
  }

  @Test
  void aSessionThatWasPlantedBeforehandOpensNothing() throws Exception {
    Visitor attacker = new Visitor(port);
    attacker.get("/fi/kirjaudu/tunnus");
    String planted = attacker.cookie("rinnalla").orElseThrow();
    Visitor victim = new Visitor(port);
    victim.plant("rinnalla", planted);

    signIn(victim, "fixed@example.org");

    assertThat(victim.cookie("rinnalla")).isPresent().get().isNotEqualTo(planted);
    assertThat(victim.get("/fi/oma").statusCode()).isEqualTo(200);
    assertThat(attacker.get("/fi/oma").statusCode()).isEqualTo(302);
  }

  @Test
  void aStrongerSignInChangesTheSessionsIdAndLeadsOnward() throws Exception {
    Visitor auditor = auditor("stepup@example.org");
    PROVIDER.subject = "stepup";
    viaProvider(auditor, "/fi/oma/tunnus");
    signIn(auditor, "stepup@example.org");
    String weak = auditor.cookie("rinnalla").orElseThrow();

    HttpResponse<String> asked = auditor.get(AUDIT + "?before=7");
    assertThat(Visitor.location(asked)).contains("/fi/kirjaudu?back=%2Ffi%2Fvalvonta%3Fbefore%3D7");
    assertThat(auditor.get(Visitor.location(asked)).body())
        .contains("pääsyavaimella tai muulla vahvalla")
        .contains("Luottamusverkosto")
        .doesNotContain("name=\"email\"");
    HttpResponse<String> back =
        viaProvider(auditor, "/fi/kirjaudu/tunnus?back=%2Ffi%2Fvalvonta%3Fbefore%3D7");

    assertThat(Visitor.location(back)).endsWith(AUDIT + "?before=7");
    assertThat(auditor.cookie("rinnalla")).isPresent().get().isNotEqualTo(weak);
    assertThat(auditor.get(AUDIT).statusCode()).isEqualTo(200);
  }

  @Test
  void loggingOutEverywhereEndsAllSessionsWithinASecond() throws Exception {
    List<Visitor> devices = List.of(new Visitor(port), new Visitor(port), new Visitor(port));
    for (Visitor device : devices) {
      signIn(device, "many@example.org");
      assertThat(device.get("/fi/oma").statusCode()).isEqualTo(200);
    }
    long before = System.nanoTime();

    devices.getFirst().post("/fi/oma", "/fi/ulos/kaikkialta", Map.of());

    for (Visitor device : devices) {
      assertThat(device.get("/fi/oma").statusCode()).isEqualTo(302);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aRoleTakenAwayIsGoneOnTheNextRequest() throws Exception {
    Visitor auditor = auditor("gone@example.org");
    PROVIDER.subject = "gone";
    viaProvider(auditor, "/fi/oma/tunnus");
    assertThat(auditor.get(AUDIT).statusCode()).isEqualTo(200);

    Person person = Viewer.house(() -> people.of("gone@example.org", Lang.FI));
    Viewer.house(() -> people.end(people.roles(person.id()).getFirst().id()));

    assertThat(auditor.get(AUDIT).statusCode()).isEqualTo(404);
  }

  @Test
  void aSessionOfStaffLiesIdleForTwoHoursAndAParentsForEight() throws Exception {
    signIn(new Visitor(port), "idle@example.org");
    auditor("idlestaff@example.org");

    assertThat(idle("idle@example.org")).isEqualTo(8 * 3600);
    assertThat(idle("idlestaff@example.org")).isEqualTo(2 * 3600);
  }

  @Test
  void howeverBusyASignInEnds() throws Exception {
    Visitor parent = new Visitor(port);
    signIn(parent, "long@example.org");
    Visitor staff = auditor("longstaff@example.org");

    for (int hour = 1; hour <= 12; hour++) {
      clock.pass(Duration.ofHours(1));
      assertThat(staff.get("/fi/oma").statusCode()).isEqualTo(200);
      assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(200);
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(staff.get("/fi/oma").statusCode()).isEqualTo(302);
    for (int hour = 12; hour < 7 * 24; hour += 6) {
      assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(200);
      clock.pass(Duration.ofHours(6));
    }
    assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(302);
  }

  @Test
  void aSessionThatLiesIdleEnds() throws Exception {
    Visitor parent = new Visitor(port);
    signIn(parent, "idleparent@example.org");
    Visitor staff = auditor("idleauditor@example.org");

    for (int time = 0; time < 2; time++) {
      clock.pass(Duration.ofMinutes(119));
      assertThat(staff.get("/fi/oma").statusCode()).as("used meanwhile").isEqualTo(200);
    }
    clock.pass(Duration.ofMinutes(121));
    assertThat(staff.get("/fi/oma").statusCode()).isEqualTo(302);
    assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(8 * 60 + 1));
    assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(302);
  }

  @Test
  void whoBecomesStaffInTheMiddleOfASessionIsStaffInIt() throws Exception {
    Visitor visitor = new Visitor(port);
    signIn(visitor, "promoted@example.org");
    clock.pass(Duration.ofHours(3));
    Viewer.house(() -> {
      Person person = people.of("promoted@example.org", Lang.FI);
      people.give(person.id(), Role.AUDITOR, null, AreaCode.municipality("106"), null);
      return person;
    });

    assertThat(visitor.get("/fi/oma").statusCode()).isEqualTo(302);
  }

  @Test
  void anOldSignInDeletesNoAccountAndAddsNoPasskey() throws Exception {
    Visitor parent = new Visitor(port);
    signIn(parent, "old@example.org");
    clock.pass(Duration.ofMinutes(16));
    assertThat(parent.get("/fi/oma/paasyavaimet").body()).doesNotContain("data-passkey=\"add\"");
    assertThat(Visitor.location(parent.get("/fi/oma/tunnus"))).contains("why=confirm");
    clock.pass(Duration.ofMinutes(15));

    HttpResponse<String> refused = parent.post("/fi/oma", "/fi/oma/poista", Map.of());

    assertThat(Visitor.location(refused)).contains("/fi/kirjaudu?why=confirm");
    assertThat(parent.get(Visitor.location(refused)).body()).contains("name=\"email\"");
    assertThat(Visitor.location(parent.get("/fi/oma/tiedot"))).contains("why=confirm");
    signIn(parent, "old@example.org");
    HttpResponse<String> gone = parent.post("/fi/oma", "/fi/oma/poista", Map.of());
    assertThat(parent.get("/fi/oma").statusCode()).isEqualTo(302);
    assertThat(parent.get(Visitor.location(gone)).body())
        .contains("Tietosi on poistettu", "Kuitti: ")
        .doesNotContain("old@example.org");
  }

  @Test
  void allThatIsKeptOfSomebodyIsTakenAlongInOneDocument() throws Exception {
    Visitor parent = new Visitor(port);
    signIn(parent, "takes@example.org");
    parent.post(
        "/fi/oma/perhe",
        "/fi/oma/perhe",
        Map.of("nickname", "Karhut", "child_0", "Otso", "year_0", "2022"));

    HttpResponse<String> all = parent.get("/fi/oma/tiedot");

    assertThat(all.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(all.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(all.body()).contains("takes@example.org", "Karhut", "Otso", "\"looks\"");
  }

  @Test
  void theFirstSignInAtTheProviderMakesAPersonAndTheNextFindsThem() throws Exception {
    PROVIDER.subject = "010190-123A";
    Visitor first = new Visitor(port);
    HttpResponse<String> back = viaProvider(first, "/fi/kirjaudu/tunnus");

    assertThat(Visitor.location(back)).endsWith("/fi/oma");
    assertThat(first.get("/fi/oma").body())
        .contains("Olet kirjautunut vahvasti")
        .doesNotContain("Nimi");
    clock.pass(Duration.ofMinutes(1));
    viaProvider(new Visitor(port), "/fi/kirjaudu/tunnus");
    assertThat(outside("select distinct person from signin.outside where used_at > linked_at"))
        .as("one person, who came again")
        .hasSize(1);
    assertThat(
            outside(
                "select person from signin.outside"
                    + " where encode(subject, 'escape') like '%010190%'"))
        .isEmpty();
  }

  @Test
  void aWayOfSigningInThatWasNotAskedForIsWeak() throws Exception {
    PROVIDER.subject = "weak";
    PROVIDER.acr = "low";
    Visitor visitor = new Visitor(port);
    viaProvider(visitor, "/fi/kirjaudu/tunnus");

    assertThat(visitor.get("/fi/oma").body()).doesNotContain("Kirjauduit vahvasti");
  }

  static Stream<Named<Consumer<Provider>>> lies() {
    return Stream.of(
        Named.of("another's nonce", it -> it.nonceTold = "planted"),
        Named.of("another issuer", it -> it.issuerTold = "https://evil.example"),
        Named.of("for somebody else", it -> it.audienceTold = "other"),
        Named.of("expired", it -> it.expired = true),
        Named.of("a stranger's key", it -> it.strangersKey = true),
        Named.of("unencrypted", it -> it.unencrypted = true));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieOfTheProviderLetsNobodyIn(Consumer<Provider> lie) throws Exception {
    PROVIDER.subject = "liar";
    lie.accept(PROVIDER);
    Visitor visitor = new Visitor(port);

    HttpResponse<String> back = viaProvider(visitor, "/fi/kirjaudu/tunnus");

    assertThat(PROVIDER.refused).as("we were not refused").isEmpty();
    assertThat(Visitor.location(back)).contains("why=outside_failed");
    assertThat(visitor.get("/fi/oma").statusCode()).isEqualTo(302);
  }

  @Test
  void anAnswerToAnotherBrowserOrASecondTimeIsRefused() throws Exception {
    Visitor mine = new Visitor(port);
    Visitor theirs = new Visitor(port);
    String answer = PROVIDER.signIn(Visitor.location(mine.get("/fi/kirjaudu/tunnus")));
    theirs.get("/fi/kirjaudu/tunnus");

    assertThat(Visitor.location(theirs.get(answer))).contains("outside_failed");
    assertThat(Visitor.location(mine.get(answer))).endsWith("/fi/oma");
    assertThat(Visitor.location(mine.get(answer))).contains("outside_failed");
  }

  @Test
  void anAccountIsLinkedOnlyWhenItsOwnerAsksAndTheyHearOfIt() throws Exception {
    PROVIDER.subject = "linked";
    Visitor parent = new Visitor(port);
    signIn(parent, "linking@example.org");

    assertThat(Visitor.location(viaProvider(parent, "/fi/kirjaudu/tunnus")))
        .contains("outside_unknown");
    assertThat(Visitor.location(viaProvider(parent, "/fi/oma/tunnus"))).endsWith("/fi/oma");
    assertThat(letters("linking@example.org")).isOne();
    Visitor elsewhere = new Visitor(port);
    viaProvider(elsewhere, "/fi/kirjaudu/tunnus");
    assertThat(elsewhere.get("/fi/oma").body()).contains("linking@example.org");

    Visitor other = new Visitor(port);
    signIn(other, "thief@example.org");
    assertThat(Visitor.location(viaProvider(other, "/fi/oma/tunnus"))).contains("outside_failed");
  }

  @Test
  void aLinkOfOursNeverLeadsOutOfTheSite() throws Exception {
    for (String back : List.of("//evil.example", "https://evil.example", "/\\evil", "/{x}")) {
      PROVIDER.subject = "back";
      Visitor visitor = new Visitor(port);
      HttpResponse<String> home =
          viaProvider(
              visitor,
              "/fi/kirjaudu/tunnus?back="
                  + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
      assertThat(Visitor.location(home)).as(back).endsWith("/fi/oma");
    }
  }

  /// The provider's part included.
  private HttpResponse<String> viaProvider(Visitor visitor, String from) throws Exception {
    HttpResponse<String> away = visitor.get(from);
    assertThat(Visitor.location(away)).startsWith(PROVIDER.issuer());
    return visitor.get(PROVIDER.signIn(Visitor.location(away)));
  }

  @Test
  void theLogTellsAnAuditorWhoActedInATaskByNameAndOthersByAnId() throws Exception {
    Visitor auditor = auditor("names@example.org");
    Person person = Viewer.house(() -> people.of("names@example.org", Lang.FI));
    Viewer.house(() -> {
      people.rename(person.id(), "Vilja Valvoja", Lang.FI);
      return person;
    });
    PROVIDER.subject = "names";
    viaProvider(auditor, "/fi/oma/tunnus");
    auditor.get(AUDIT);

    String mine = auditor.get(AUDIT + "?actor=" + person.id().value()).body();
    assertThat(rows(mine))
        .isNotEmpty()
        .allMatch(row -> row.contains(person.id().value().toString()));
    assertThat(rows(mine))
        .filteredOn(row -> row.contains("Valvoja</td>"))
        .isNotEmpty()
        .allMatch(row -> row.contains("Vilja Valvoja"));
    assertThat(rows(mine))
        .filteredOn(row -> row.contains("Vanhempi</td>"))
        .noneMatch(row -> row.contains("Vilja"));
    assertThat(rows(auditor.get(AUDIT + "?actor=" + person.id().value() + "&to=2001-01-01").body()))
        .isEmpty();
    assertThat(auditor.get(AUDIT + "?from=eilen").statusCode()).isEqualTo(422);
  }

  private static List<String> rows(String page) {
    return Pattern.compile("<tr><td.*?</tr>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private Visitor auditor(String email) throws Exception {
    Viewer.house(() -> {
      Person person = people.of(email, Lang.FI);
      people.give(person.id(), Role.AUDITOR, null, AreaCode.municipality("106"), null);
      return person;
    });
    Visitor visitor = new Visitor(port);
    signIn(visitor, email);
    return visitor;
  }

  private void signIn(Visitor visitor, String email) throws Exception {
    String token = Viewer.house(() -> links.invite(email, "/fi/oma"));
    String path = "/fi/kirjaudu/" + token;
    HttpResponse<String> in = visitor.post(path, path, Map.of());
    assertThat(Visitor.location(in)).endsWith("/fi/oma");
  }

  private int idle(String email) {
    Person person = Viewer.house(() -> people.of(email, Lang.FI));
    return jdbc.sql("select max_inactive_interval from signin.session where principal_name = :id")
        .param("id", person.id().toString())
        .query(Integer.class)
        .single();
  }

  private List<UUID> outside(String sql) {
    return Viewer.house(() -> transaction.execute(_ -> jdbc.sql(sql).query(UUID.class).list()));
  }

  private long letters(String email) {
    return Ways.letters(outbox, email).lines().count();
  }
}
