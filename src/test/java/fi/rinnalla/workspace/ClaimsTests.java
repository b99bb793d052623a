package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// Nobody gets a page by asking: the published mail, an owner or staff decide.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class ClaimsTests {
  private static final Pattern TOKEN = Pattern.compile("/fi/vahvista/([0-9a-f]{64})");

  @Autowired Outbox outbox;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired ClaimDecisions decisions;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String domain = run + ".example";
  private final Organization ours = organization("info@" + domain, "M106");
  private Knocks knocks;
  private PersonId raija;

  @BeforeEach
  void anOrganizationNobodyKeeps() {
    directory.publish("t", ours);
    knocks = new Knocks(people, context);
    raija = staff("raija", Role.REGION_ADMIN, "M106");
  }

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void aLetterToThePublishedAddressDecides() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);

    assertThat(ask(aino).getStatus()).isEqualTo(302);

    assertThat(rolesOf(aino)).as("asking gives nothing").isEmpty();
    assertThat(letters("info@" + domain)).contains("aino@" + domain);
    String link = "/fi/vahvista/" + token();
    assertThat(knocks.visit(get(link)).getContentAsString()).contains("aino@" + domain);
    assertThat(rolesOf(aino)).as("opening the link gives nothing").isEmpty();

    assertThat(knocks.visit(post(link).param("yes", "true")).getStatus()).isEqualTo(200);

    assertThat(rolesOf(aino)).containsExactly(Role.ORG_OWNER);
    assertThat(letters("aino@" + domain)).contains("Pidät nyt sivua");
    assertThat(Ways.log(house, jdbc, aino))
        .isEqualTo("PARENT create claim own, HOUSE update claim mailbox");
    assertThat(knocks.visit(post(link).param("yes", "true")).getStatus()).as("once").isEqualTo(422);
  }

  @Test
  void aNoFromThePublishedAddressGivesNothing() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    ask(aino);
    knocks.visit(post("/fi/vahvista/" + token()).param("yes", "false"));

    assertThat(rolesOf(aino)).isEmpty();
    assertThat(ask(aino).getContentAsString()).contains("alle kuukausi sitten");
  }

  @ParameterizedTest
  @CsvSource({
    "info@seura.example, https://seura.example, info@seura.example, mailbox",
    "info@seura.example, , aino@SEURA.example, mailbox",
    "seura@gmail.com, https://www.seura.example/fi, aino@seura.example, mailbox",
    "seura@gmail.com, , seura@gmail.com, mailbox",
    "seura@gmail.com, , aino@gmail.com, staff",
    "seura@luukku.com, https://seura.example, aino@luukku.com, staff",
    "info@seura.example, , aino@ilmeinen-seura.example, staff",
    "info@seura.example, , aino@seura.example.org, staff",
    ", https://seura.example, aino@seura.example, staff"
  })
  void onlyAnAddressOfTheirOwnIsWorthALetter(
      String published, String website, String claimant, String way) throws Exception {
    Organization organization =
        with(Listings.anAssociation("Seura " + UUID.randomUUID()), published, website, "M106");
    directory.publish("t", organization);
    PersonId person = knocks.person(claimant);

    ask(person, organization);

    assertThat(wayOf(organization)).isEqualTo(way);
    assertThat(rolesOf(person, organization)).isEmpty();
  }

  @Test
  void staffOfTheAreaApproveOrRefuseWithAReason() throws Exception {
    PersonId aino = knocks.person("aino-" + run + "@gmail.com");
    PersonId vesa = knocks.person("vesa-" + run + "@gmail.com");
    ask(aino);
    ask(vesa);
    assertThat(knocks.ask(raija, Level.STRONG, get("/fi/oma/pyynnot")).getContentAsString())
        .contains("aino-" + run, "vesa-" + run, "Olen puheenjohtaja");
    assertThat(letters("raija-" + run + "@example.org"))
        .contains("Pyyntö odottaa päätöstä", "/fi/oma/pyynnot")
        .doesNotContain("aino-" + run);

    assertThat(decide(raija, claimOf(vesa), false, " ").getStatus())
        .as("a no has a reason")
        .isEqualTo(422);
    decide(raija, claimOf(vesa), false, "Emme saaneet\nvahvistusta");
    decide(raija, claimOf(aino), true, "");

    assertThat(rolesOf(aino)).containsExactly(Role.ORG_OWNER);
    assertThat(rolesOf(vesa)).isEmpty();
    assertThat(letters("vesa-" + run + "@gmail.com")).contains("Syy: Emme saaneet vahvistusta");
    assertThat(Ways.log(house, jdbc, aino)).contains("REGION_ADMIN update claim region");
  }

  @Test
  void anOrganizationWithoutAnAreaIsOfTheAreaOfItsServices() throws Exception {
    Organization arealess =
        with(
            Listings.anAssociation("Alueeton " + run),
            "info@" + domain,
            "https://www." + domain,
            null);
    directory.publish("t", arealess);
    PersonId aino = knocks.person("aino-" + run + "@gmail.com");
    ask(aino, arealess);
    assertThat(decide(raija, claimOf(aino, arealess), true, "").getStatus()).isEqualTo(404);

    // The café is held in Hyvinkää.
    directory.publish("t", Listings.aFamilyCafe("Kahvila " + run, arealess));

    assertThat(decide(raija, claimOf(aino, arealess), true, "").getRedirectedUrl())
        .endsWith("done=granted");
  }

  @Test
  void staffOfAnotherAreaAndWeakSessionsDecideNothing() throws Exception {
    PersonId aino = knocks.person("aino-" + run + "@gmail.com");
    ask(aino);
    PersonId elsewhere = staff("elsewhere", Role.REGION_ADMIN, "M091");
    PersonId county = staff("county", Role.REGION_ADMIN, "FI");
    // Looks after another area and audits this one: no right here.
    PersonId mixed = staff("mixed", Role.REGION_ADMIN, "M091");
    give(mixed, Role.AUDITOR, "M106");

    for (PersonId person : List.of(elsewhere, mixed)) {
      assertThat(knocks.ask(person, Level.STRONG, get("/fi/oma/pyynnot")).getContentAsString())
          .doesNotContain("aino-" + run);
      assertThat(decide(person, claimOf(aino), true, "").getStatus()).isEqualTo(404);
    }
    assertThat(
            knocks
                .ask(
                    raija,
                    Level.WEAK,
                    post("/fi/oma/pyynnot")
                        .param("claim", claimOf(aino).toString())
                        .param("yes", "true"))
                .getStatus())
        .isEqualTo(404);
    assertThat(rolesOf(aino)).isEmpty();
    assertThat(decide(county, claimOf(aino), true, "").getRedirectedUrl())
        .as("the country holds the town")
        .endsWith("done=granted");
  }

  @Test
  void whoeverOwnsThePageAnswersLaterClaims() throws Exception {
    PersonId olga = knocks.person("olga-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(olga, Role.ORG_OWNER, ours.id().value(), null, null);
      return olga;
    });
    PersonId aino = knocks.person("aino@" + domain);

    ask(aino);

    assertThat(wayOf(ours)).isEqualTo("owners");
    assertThat(letters("info@" + domain)).isEmpty();
    assertThat(letters("olga-" + run + "@example.org")).contains("pyytää päästä mukaan");
    assertThat(decide(raija, claimOf(aino), true, "").getStatus()).as("staff").isEqualTo(404);
    String members = "/fi/oma/jarjesto/" + ours.id() + "/tekijat";
    assertThat(knocks.ask(olga, get(members)).getContentAsString()).contains("aino@" + domain);
    knocks.ask(
        olga,
        post(members + "/vastaa").param("claim", claimOf(aino).toString()).param("yes", "true"));
    assertThat(rolesOf(aino)).containsExactly(Role.ORG_EDITOR);
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    PersonId vesa = knocks.person("vesa@" + domain);
    ask(aino);
    String first = token();
    ask(vesa);
    String second = tokens().stream().filter(it -> !it.equals(first)).findFirst().orElseThrow();

    List<Object> became =
        Knocks.atOnce(
            () -> decisions.byMailbox(first, true), () -> decisions.byMailbox(second, true));

    assertThat(became).filteredOn(ClaimDecisions.Decided.Granted.class::isInstance).hasSize(1);
    assertThat(rolesOf(aino).size() + rolesOf(vesa).size()).isOne();
    PersonId other = rolesOf(aino).isEmpty() ? aino : vesa;
    String email = rolesOf(aino).isEmpty() ? "aino@" : "vesa@";
    assertThat(wayOf(other)).isEqualTo("owners");
    assertThat(letters(email + domain)).contains("Pyyntösi meni hänelle");
  }

  @Test
  void onePersonHasOneOpenClaimOnAPage() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    ask(aino);
    ask(aino);

    assertThat(tokens()).hasSize(1);
    assertThat(knocks.ask(aino, get(page(ours))).getContentAsString())
        .contains("odottaa vastausta")
        .doesNotContain("name=\"words\"");
  }

  @Test
  void aLetterNobodyAnswersForAWeekGoesToStaff() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    ask(aino);
    String token = token();
    clock.pass(Duration.ofDays(8));

    assertThat(knocks.visit(post("/fi/vahvista/" + token).param("yes", "true")).getStatus())
        .isEqualTo(422);
    assertThat(rolesOf(aino)).isEmpty();
    ask(aino);
    assertThat(wayOf(ours)).isEqualTo("staff");
  }

  @Test
  void aClaimWithoutWordsChangesNothing() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    var answer = knocks.ask(aino, post(page(ours)).param("words", " "));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("href=\"#words\"", "<title>Korjattavaa: ");
    assertThat(tokens()).isEmpty();
  }

  @Test
  void onlyAPageThatNobodyKeepsInvitesToClaimIt() throws Exception {
    String slug = directory.find(ours.id()).orElseThrow().slug();
    assertThat(knocks.visit(get("/fi/jarjestaja/" + slug)).getContentAsString())
        .contains("/fi/oma/ota-hoitoon/" + slug);
    PersonId eero = knocks.person("eero-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(eero, Role.ADVISER, ours.id().value(), null, null);
      return eero;
    });
    assertThat(knocks.visit(get("/fi/jarjestaja/" + slug)).getContentAsString())
        .as("whoever answers at its desk doesn't keep the page")
        .contains("/fi/oma/ota-hoitoon/" + slug);
    Viewer.house(() -> {
      people.give(eero, Role.ORG_EDITOR, ours.id().value(), null, null);
      return eero;
    });
    assertThat(knocks.visit(get("/fi/jarjestaja/" + slug)).getContentAsString())
        .doesNotContain("ota-hoitoon");
  }

  @Test
  void whoLeavesTakesTheirClaimsAlong() throws Exception {
    PersonId aino = knocks.person("aino@" + domain);
    ask(aino);
    Viewer.house(() -> {
      people.forget(aino);
      return aino;
    });

    assertThat(tokensLeft()).isZero();
  }

  @Test
  void whatWaitedForAnOwnerWaitsForStaffWhenTheLastOwnerHasLeft() throws Exception {
    PersonId olga = knocks.person("olga-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(olga, Role.ORG_OWNER, ours.id().value(), null, null);
      return olga;
    });
    PersonId aino = knocks.person("aino@" + domain);
    ask(aino);

    Viewer.house(() -> {
      people.forget(olga);
      return olga;
    });

    assertThat(wayOf(aino)).isEqualTo("staff");
    decide(raija, claimOf(aino), true, "");
    assertThat(rolesOf(aino)).containsExactly(Role.ORG_OWNER);
  }

  @Test
  void manyClaimsAtOnceAreNoMoreThanOneAfterAnother() throws Exception {
    PersonId aino = knocks.person("aino-" + run + "@example.org");
    List<Callable<MockHttpServletResponse>> asks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Organization one =
          with(
              Listings.anAssociation("Seura " + run + i), "info@" + domain, "https://a.fi", "M106");
      directory.publish("t", one);
      asks.add(() -> ask(aino, one));
    }

    Knocks.atOnce(asks);

    assertThat(openOf(aino)).isEqualTo(5);
  }

  private int openOf(PersonId person) {
    return house.step(() ->
        jdbc.sql("select count(*) from workspace.claim where person = :id and state = 'open'")
            .param("id", person.value())
            .query(Integer.class)
            .single());
  }

  private MockHttpServletResponse ask(PersonId person) throws Exception {
    return ask(person, ours);
  }

  private MockHttpServletResponse ask(PersonId person, Organization organization) throws Exception {
    return knocks.ask(person, post(page(organization)).param("words", "Olen puheenjohtaja."));
  }

  private String page(Organization organization) {
    return "/fi/oma/ota-hoitoon/" + directory.find(organization.id()).orElseThrow().slug();
  }

  private MockHttpServletResponse decide(PersonId by, UUID claim, boolean yes, String reason)
      throws Exception {
    return knocks.ask(
        by,
        Level.STRONG,
        post("/fi/oma/pyynnot")
            .param("claim", claim.toString())
            .param("yes", Boolean.toString(yes))
            .param("reason", reason));
  }

  private Organization organization(String email, String area) {
    return with(Listings.anAssociation("Seura " + run), email, "https://www." + domain, area);
  }

  private static Organization with(
      Organization it, String email, String website, @Nullable String area) {
    return new Organization(
        it.id(),
        it.organizationKind(),
        it.name(),
        it.alternateName(),
        it.description(),
        email,
        website,
        it.parent(),
        area == null ? null : new AreaCode(area),
        it.identifiers(),
        it.phones(),
        it.contacts(),
        it.verification());
  }

  private PersonId staff(String name, Role role, String area) {
    PersonId person = knocks.person(name + "-" + run + "@example.org");
    give(person, role, area);
    return person;
  }

  private void give(PersonId person, Role role, String area) {
    Viewer.house(() -> {
      people.give(person, role, null, new AreaCode(area), null);
      return person;
    });
  }

  private List<Role> rolesOf(PersonId person) {
    return rolesOf(person, ours);
  }

  private List<Role> rolesOf(PersonId person, Organization organization) {
    return Viewer.house(() -> people.roles(person)).stream()
        .filter(it -> organization.id().value().equals(it.organization()))
        .map(RoleHeld::role)
        .toList();
  }

  private String letters(String email) {
    return Ways.letters(outbox, "\"" + email);
  }

  private String token() {
    return tokens().getFirst();
  }

  private List<String> tokens() {
    return TOKEN
        .matcher(letters("info@" + domain))
        .results()
        .map(it -> it.group(1))
        .distinct()
        .toList();
  }

  private long tokensLeft() {
    return house.step(() ->
        jdbc.sql("select count(*) from workspace.claim where organization = :id")
            .param("id", ours.id().value())
            .query(Long.class)
            .single());
  }

  private UUID claimOf(PersonId person) {
    return claimOf(person, ours);
  }

  private UUID claimOf(PersonId person, Organization organization) {
    return house.step(() ->
        jdbc.sql("select id from workspace.claim where person = :p and organization = :o")
            .param("p", person.value())
            .param("o", organization.id().value())
            .query(UUID.class)
            .single());
  }

  private String wayOf(Organization organization) {
    return house.step(() ->
        jdbc.sql("select way from workspace.claim where organization = :o")
            .param("o", organization.id().value())
            .query(String.class)
            .single());
  }

  private String wayOf(PersonId person) {
    return house.step(() ->
        jdbc.sql("select way from workspace.claim where person = :p")
            .param("p", person.value())
            .query(String.class)
            .single());
  }
}
