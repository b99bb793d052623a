package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// Owners ask colleagues along and let them go; a page never loses its last owner.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class MembersTests {
  @Autowired Outbox outbox;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired Members members;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Organization ours = Listings.anAssociation("Oma yhdistys " + run);
  private final Organization theirs = Listings.anAssociation("Toinen yhdistys " + run);
  private final String here = "/fi/oma/jarjesto/" + ours.id() + "/tekijat";
  private Knocks knocks;
  private PersonId olga;
  private PersonId eero;
  private PersonId stranger;

  @BeforeEach
  void anOwnerAndAnEditor() {
    directory.publish("t", ours);
    directory.publish("t", theirs);
    knocks = new Knocks(people, context);
    olga = holding("olga", Role.ORG_OWNER, ours);
    eero = holding("eero", Role.ORG_EDITOR, ours);
    stranger = holding("stranger", Role.ORG_OWNER, theirs);
  }

  @AfterEach
  void backToNow() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void ownersSeeNamesAndAddressesAndEditorsOnlyRoles() throws Exception {
    assertThat(knocks.ask(olga, get(here)).getContentAsString())
        .contains(email("eero"), "Järjestön muokkaaja", "tekijat/kutsu");
    assertThat(knocks.ask(eero, get(here)).getContentAsString())
        .contains("Järjestön vastuuhenkilö", "Järjestön muokkaaja", email("eero"))
        .doesNotContain(email("olga"), "tekijat/kutsu", "tekijat/poista");
    assertThat(knocks.ask(stranger, get(here)).getStatus()).isEqualTo(404);
  }

  @Test
  void anEditorLeavesAloneAndTheLastOwnerDoesNot() throws Exception {
    assertThat(knocks.ask(stranger, post(here + "/lahde")).getStatus()).isEqualTo(404);

    var left = knocks.ask(eero, post(here + "/lahde"));

    assertThat(left.getRedirectedUrl()).isEqualTo("/fi/oma");
    assertThat(knocks.ask(eero, get(here)).getStatus()).isEqualTo(404);
    assertThat(
            house.step(() ->
                jdbc.sql(
                        "select role || ' ' || action || ' ' || record || ' ' || basis from audit.entry"
                            + " where subject = :eero order by seq desc limit 1")
                    .param("eero", eero.value())
                    .query(String.class)
                    .single()))
        .isEqualTo("ORG_EDITOR delete role own");
    var last = knocks.ask(olga, post(here + "/lahde"));
    assertThat(last.getStatus()).isEqualTo(422);
    assertThat(last.getContentAsString()).contains("Anna vastuu ensin toiselle");
    assertThat(knocks.ask(olga, get(here)).getStatus()).isEqualTo(200);
  }

  @Test
  void whoIsInvitedHasNothingUntilTheySayYes() throws Exception {
    assertThat(invite("uusi", "ORG_EDITOR").getRedirectedUrl()).endsWith("?done=invited");
    assertThat(letters("uusi"))
        .contains("/fi/kirjaudu/")
        .as("it says nothing of who or where")
        .doesNotContain(run + "\"", email("olga"), email("eero"), "Oma yhdistys");
    PersonId uusi = knocks.person(email("uusi"));
    assertThat(rolesOf(uusi)).isEmpty();
    assertThat(knocks.ask(uusi, get("/fi/oma/kutsut")).getContentAsString())
        .contains("Oma yhdistys " + run);
    assertThat(rolesOf(uusi)).as("looking gives nothing").isEmpty();

    var answer = answer(uusi, invitation("uusi"), true);

    assertThat(answer.getRedirectedUrl()).isEqualTo("/fi/oma/jarjesto/" + ours.id());
    assertThat(rolesOf(uusi)).containsExactly(Role.ORG_EDITOR);
    assertThat(Ways.log(house, jdbc, uusi)).contains("PARENT update invitation own");
    assertThat(actorOf(uusi)).as("by whose right").isEqualTo(olga.value());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ADVISER", "NAVIGATOR", "PROFESSIONAL", "HOBBY_HANDLER"})
  void whoIsAskedToWorkWithFamiliesComesToTheirOwnPageAndKeepsNoListings(Role role)
      throws Exception {
    assertThat(invite("uusi", role.name()).getRedirectedUrl()).endsWith("?done=invited");
    PersonId uusi = knocks.person(email("uusi"));

    var answer = answer(uusi, invitation("uusi"), true);

    assertThat(answer.getRedirectedUrl()).isEqualTo("/fi/oma");
    assertThat(rolesOf(uusi)).containsExactly(role);
    assertThat(knocks.ask(uusi, get("/fi/oma/jarjesto/" + ours.id())).getStatus()).isEqualTo(404);
  }

  @Test
  void anInvitationIsForItsAddressOnceAndForADay() throws Exception {
    invite("once", "ORG_EDITOR");
    UUID id = invitation("once");
    PersonId once = knocks.person(email("once"));

    assertThat(answer(stranger, id, true).getStatus()).as("another's").isEqualTo(422);
    assertThat(answer(once, id, true).getStatus()).isEqualTo(302);
    assertThat(answer(once, id, true).getStatus()).as("again").isEqualTo(422);

    invite("late", "ORG_EDITOR");
    clock.pass(Duration.ofHours(25));
    PersonId late = knocks.person(email("late"));
    assertThat(answer(late, invitation("late"), true).getStatus()).isEqualTo(422);
    assertThat(rolesOf(late)).isEmpty();
  }

  @Test
  void invitingTwiceOrAColleagueOrAMistypedAddressIsTold() throws Exception {
    invite("twice", "ORG_EDITOR");
    assertThat(invite("twice", "ORG_OWNER").getContentAsString()).contains("on jo kutsu");
    assertThat(invite("eero", "ORG_OWNER").getContentAsString()).contains("on jo mukana");
    var mistyped = knocks.ask(olga, post(here + "/kutsu").param("email", "anna@@example.org"));
    assertThat(mistyped.getStatus()).isEqualTo(422);
    assertThat(mistyped.getContentAsString()).contains("anna@@example.org", "id=\"faults\"");
    assertThat(rolesOf(eero)).containsExactly(Role.ORG_EDITOR);
    assertThat(open()).isOne();
  }

  @Test
  void anAddressIsNotPesteredByInvitingAndWithdrawing() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(invite("calm", "ORG_EDITOR").getStatus()).isEqualTo(302);
      uninvite(olga, invitation("calm"));
    }
    assertThat(invite("calm", "ORG_EDITOR").getContentAsString()).contains("jo monta kutsua");
    assertThat(open()).isZero();
  }

  @Test
  void aWithdrawnInvitationGivesNothing() throws Exception {
    invite("gone", "ORG_OWNER");
    UUID id = invitation("gone");
    assertThat(uninvite(stranger, id)).as("another organization's").isEqualTo(404);
    assertThat(uninvite(eero, id)).as("an editor's").isEqualTo(404);
    assertThat(uninvite(olga, id)).isEqualTo(302);

    PersonId gone = knocks.person(email("gone"));
    assertThat(answer(gone, id, true).getStatus()).isEqualTo(422);
    assertThat(rolesOf(gone)).isEmpty();
  }

  @Test
  void whoWasLetGoLetsNobodyIn() throws Exception {
    PersonId second = holding("second", Role.ORG_OWNER, ours);
    knocks.ask(second, post(here + "/kutsu").param("email", email("friend")));
    UUID id = invitation("friend");

    assertThat(remove(olga, second)).isEqualTo(302);

    PersonId friend = knocks.person(email("friend"));
    assertThat(answer(friend, id, true).getStatus()).isEqualTo(422);
    assertThat(rolesOf(friend)).isEmpty();
  }

  @Test
  void aHoldEndsAtTheNextRequest() throws Exception {
    assertThat(knocks.ask(eero, get("/fi/oma/jarjesto/" + ours.id())).getStatus()).isEqualTo(200);

    assertThat(remove(olga, eero)).isEqualTo(302);

    assertThat(knocks.ask(eero, get("/fi/oma/jarjesto/" + ours.id())).getStatus()).isEqualTo(404);
    assertThat(entries(eero)).contains("ORG_OWNER delete role organization");
  }

  @Test
  void theLastOwnerStaysUntilAnotherIsPutInCharge() throws Exception {
    var leaving = knocks.ask(olga, post(here + "/poista").param("person", olga.toString()));
    assertThat(leaving.getStatus()).isEqualTo(422);
    assertThat(leaving.getContentAsString()).contains("Jonkun on oltava vastuussa");
    assertThat(change(olga, olga, "ORG_EDITOR")).isEqualTo(422);
    assertThat(rolesOf(olga)).containsExactly(Role.ORG_OWNER);

    assertThat(change(olga, eero, "ORG_OWNER")).isEqualTo(302);
    assertThat(change(olga, olga, "ORG_EDITOR")).isEqualTo(302);

    assertThat(rolesOf(eero)).containsExactly(Role.ORG_OWNER);
    assertThat(rolesOf(olga)).containsExactly(Role.ORG_EDITOR);
    assertThat(remove(olga, eero)).as("an editor now").isEqualTo(404);
  }

  @Test
  void anEditorWhoOwnsAnotherPageIsNoOwnerHere() throws Exception {
    PersonId both = holding("both", Role.ORG_EDITOR, ours);
    Viewer.house(() -> {
      people.give(both, Role.ORG_OWNER, theirs.id().value(), null, null);
      return both;
    });

    assertThat(knocks.ask(both, post(here + "/kutsu").param("email", email("x"))).getStatus())
        .isEqualTo(404);
    assertThat(remove(both, eero)).isEqualTo(404);
    assertThat(change(both, both, "ORG_OWNER")).isEqualTo(404);
    assertThat(knocks.ask(both, get(here)).getContentAsString()).doesNotContain(email("olga"));
    assertThat(rolesOf(eero)).containsExactly(Role.ORG_EDITOR);
  }

  @Test
  void ownersOfAnotherPageDoNothingHere() throws Exception {
    assertThat(remove(stranger, eero)).isEqualTo(404);
    assertThat(change(stranger, eero, "ORG_OWNER")).isEqualTo(404);
    assertThat(remove(olga, stranger)).as("nobody of ours").isEqualTo(404);
    assertThat(rolesOf(stranger)).containsExactly(Role.ORG_OWNER);
  }

  @Test
  void twoOwnersWhoRemoveEachOtherAtOnceLeaveOne() throws Exception {
    PersonId second = holding("second", Role.ORG_OWNER, ours);
    Caller one = knocks.caller(olga, Level.WEAK);
    Caller other = knocks.caller(second, Level.WEAK);

    Knocks.atOnce(
        () -> Knocks.as(one, () -> members.remove(one, ours.id(), second)),
        () -> Knocks.as(other, () -> members.remove(other, ours.id(), olga)));

    assertThat(rolesOf(olga).size() + rolesOf(second).size()).isOne();
  }

  @Test
  void invitationsAreSeenByNobodyElseNotEvenPastTheGate() throws Exception {
    invite("secret", "ORG_EDITOR");
    assertThat(knocks.caller(stranger, Level.WEAK).viewer().run(this::visible)).isZero();
    assertThat(knocks.caller(olga, Level.WEAK).viewer().run(this::visible)).isOne();
  }

  private long visible() {
    return house.<Long>step(() -> 0L).longValue()
        + new org.springframework.transaction.support.TransactionTemplate(
                context.getBean(org.springframework.transaction.PlatformTransactionManager.class))
            .<Long>execute(_ ->
                jdbc.sql("select count(*) from workspace.invitation where email = :email")
                    .param("email", email("secret"))
                    .query(Long.class)
                    .single());
  }

  private PersonId holding(String name, Role role, Organization organization) {
    PersonId person = knocks.person(email(name));
    Viewer.house(() -> {
      people.give(person, role, organization.id().value(), null, null);
      return person;
    });
    return person;
  }

  private String email(String name) {
    return name + "-" + run + "@example.org";
  }

  private org.springframework.mock.web.MockHttpServletResponse invite(String name, String role)
      throws Exception {
    return knocks.ask(olga, post(here + "/kutsu").param("email", email(name)).param("role", role));
  }

  private int uninvite(PersonId by, UUID id) throws Exception {
    return knocks
        .ask(by, post(here + "/peru-kutsu").param("invitation", id.toString()))
        .getStatus();
  }

  private int remove(PersonId by, PersonId whom) throws Exception {
    return knocks.ask(by, post(here + "/poista").param("person", whom.toString())).getStatus();
  }

  private int change(PersonId by, PersonId whom, String role) throws Exception {
    return knocks
        .ask(by, post(here + "/tehtava").param("person", whom.toString()).param("role", role))
        .getStatus();
  }

  private org.springframework.mock.web.MockHttpServletResponse answer(
      PersonId by, UUID id, boolean yes) throws Exception {
    return knocks.ask(
        by,
        post("/fi/oma/kutsut")
            .param("invitation", id.toString())
            .param("yes", Boolean.toString(yes)));
  }

  private UUID invitation(String name) {
    return house.step(() ->
        jdbc.sql("select id from workspace.invitation where email = :email")
            .param("email", email(name))
            .query(UUID.class)
            .single());
  }

  private long open() {
    return house.step(() ->
        jdbc.sql("select count(*) from workspace.invitation where organization = :organization")
            .param("organization", ours.id().value())
            .query(Long.class)
            .single());
  }

  private List<Role> rolesOf(PersonId person) {
    return Viewer.house(() -> people.roles(person)).stream()
        .filter(it -> ours.id().value().equals(it.organization()) || person.equals(stranger))
        .map(RoleHeld::role)
        .toList();
  }

  private String letters(String name) {
    return Ways.letters(outbox, email(name));
  }

  private UUID actorOf(PersonId person) {
    return house.step(() ->
        jdbc.sql("select actor from audit.entry where subject = :s and record = 'role'")
            .param("s", person.value())
            .query(UUID.class)
            .single());
  }

  private List<String> entries(PersonId person) {
    return house.step(() ->
        jdbc.sql(
                """
                select role || ' ' || action || ' ' || record || ' ' || basis
                  from audit.entry where subject = :s
                """)
            .param("s", person.value())
            .query(String.class)
            .list());
  }
}
