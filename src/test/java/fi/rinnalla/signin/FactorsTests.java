package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Who may add and remove a way of signing in, and after which sign-in.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(
    properties = {
      "rinnalla.oidc.issuer=http://127.0.0.1:1",
      "rinnalla.oidc.client-id=rinnalla",
      "rinnalla.oidc.acr=high"
    })
class FactorsTests {
  private static final String PASSKEYS = "/fi/oma/paasyavaimet";
  private static final String REMOVE = PASSKEYS + "/poista";
  private static final String STRONGLY = "/fi/kirjaudu?why=strongly";
  private static final int CONFLICT = 409;

  @Autowired Outbox outbox;
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Passkeys passkeys;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ORG_EDITOR", "ORG_OWNER", "REGION_ADMIN", "AUDITOR"})
  void staffWithAPasskeyAddAnotherOnlyWhenSignedInStrongly(Role role) throws Exception {
    PersonId staff = staff(role);
    Ways.aPasskey(house, jdbc, staff);

    assertThat(as(staff, Level.WEAK, post("/passkeys/new")).getStatus()).isEqualTo(CONFLICT);
    assertThat(as(staff, Level.STRONG, post("/passkeys/new")).getStatus()).isEqualTo(200);
  }

  @Test
  void staffRemoveAPasskeyOnlyWhenSignedInStrongly() throws Exception {
    PersonId staff = staff(Role.ORG_OWNER);
    String passkey = Ways.aPasskey(house, jdbc, staff);

    assertThat(as(staff, Level.WEAK, post(REMOVE).param("id", passkey)).getRedirectedUrl())
        .startsWith(STRONGLY);
    assertThat(Ways.of(house, jdbc, staff)).isOne();
    assertThat(Ways.log(house, jdbc, staff)).isEmpty();

    as(staff, Level.STRONG, post(REMOVE).param("id", passkey));
    assertThat(Ways.of(house, jdbc, staff)).isZero();
    assertThat(Ways.log(house, jdbc, staff)).isEqualTo("PARENT delete factor own");
    assertThat(Ways.letters(outbox, email(staff))).contains("Pääsyavaimesi poistettiin");
  }

  @Test
  void aStrongSignInOfLongAgoRemovesNothing() throws Exception {
    PersonId staff = staff(Role.AUDITOR);
    String passkey = Ways.aPasskey(house, jdbc, staff);
    Instant longAgo = GivenClock.NOW.minus(Duration.ofMinutes(31));

    assertThat(
            as(staff, Level.STRONG, longAgo, post(REMOVE).param("id", passkey)).getRedirectedUrl())
        .startsWith("/fi/kirjaudu?why=confirm");
    assertThat(Ways.of(house, jdbc, staff)).isOne();
  }

  @Test
  void theFirstPasskeyOfStaffComesByAFreshLink() throws Exception {
    PersonId staff = staff(Role.REGION_ADMIN);
    Instant aWhileAgo = GivenClock.NOW.minus(Duration.ofMinutes(16));

    assertThat(as(staff, Level.WEAK, post("/passkeys/new")).getStatus()).isEqualTo(200);
    assertThat(as(staff, Level.WEAK, aWhileAgo, post("/passkeys/new")).getStatus())
        .isEqualTo(CONFLICT);
  }

  @Test
  void aParentWithAPasskeyMayAddAndRemoveByAFreshLink() throws Exception {
    PersonId parent = someone();
    String passkey = Ways.aPasskey(house, jdbc, parent);

    assertThat(as(parent, Level.WEAK, post("/passkeys/new")).getStatus()).isEqualTo(200);
    as(parent, Level.WEAK, post(REMOVE).param("id", passkey));
    assertThat(Ways.of(house, jdbc, parent)).isZero();
  }

  @Test
  void nobodyRemovesAnothersPasskey() throws Exception {
    PersonId owner = someone();
    String passkey = Ways.aPasskey(house, jdbc, owner);

    as(someone(), Level.STRONG, post(REMOVE).param("id", passkey));

    assertThat(Ways.of(house, jdbc, owner)).isOne();
  }

  @Test
  void staffWithAPasskeyLinkAndUnlinkNoAccountAfterALink() throws Exception {
    PersonId staff = staff(Role.ORG_EDITOR);
    Ways.aPasskey(house, jdbc, staff);
    Ways.anAccount(house, jdbc, staff);

    assertThat(as(staff, Level.WEAK, get("/fi/oma/tunnus")).getRedirectedUrl())
        .startsWith(STRONGLY);
    assertThat(as(staff, Level.WEAK, post("/fi/oma/tunnus/poista")).getRedirectedUrl())
        .startsWith(STRONGLY);
    assertThat(Ways.of(house, jdbc, staff)).isEqualTo(2);
    as(staff, Level.STRONG, post("/fi/oma/tunnus/poista"));
    assertThat(Ways.of(house, jdbc, staff)).isOne();
  }

  @Test
  void aLinkedAccountThatCountsAsStrongGuardsAsAPasskeyDoes() throws Exception {
    PersonId staff = staff(Role.ORG_EDITOR);
    Ways.anAccount(house, jdbc, staff);

    assertThat(as(staff, Level.WEAK, post("/passkeys/new")).getStatus()).isEqualTo(CONFLICT);
  }

  @Test
  void theRoomItselfRefusesWhatThePageLetThrough() {
    PersonId staff = staff(Role.AUDITOR);
    String passkey = Ways.aPasskey(house, jdbc, staff);
    Caller weak = Viewer.house(() -> people.caller(staff, Level.WEAK)).orElseThrow();

    assertThat(Viewer.house(() -> passkeys.remove(weak, passkey))).isFalse();
    assertThat(Viewer.house(() -> passkeys.add(passkeys.askNew(staff), weak, "{}")))
        .isInstanceOf(Passkeys.Outcome.NotGood.class);
    assertThat(Ways.of(house, jdbc, staff)).isOne();
  }

  @Test
  void thePagesTellStaffWhatIsMissing() throws Exception {
    PersonId staff = staff(Role.ORG_EDITOR);
    Ways.aPasskey(house, jdbc, staff);

    assertThat(as(staff, Level.WEAK, get(PASSKEYS)).getContentAsString())
        .contains("Sähköpostilinkki ei riitä", "Kirjaudu vahvasti", STRONGLY)
        .doesNotContain("data-passkey=\"add\"", "Poista pääsyavain");
    assertThat(as(staff, Level.WEAK, get(STRONGLY)).getContentAsString())
        .contains("data-passkey=\"sign-in\"", "uusi kutsu")
        .doesNotContain("name=\"email\"");
    assertThat(mvc.perform(get(STRONGLY)).andReturn().getResponse().getContentAsString())
        .as("whoever isn't signed in gets the whole form")
        .contains("name=\"email\"");
  }

  private MockHttpServletResponse as(
      PersonId person, Level level, MockHttpServletRequestBuilder request) throws Exception {
    return as(person, level, GivenClock.NOW, request);
  }

  private MockHttpServletResponse as(
      PersonId person, Level level, Instant at, MockHttpServletRequestBuilder request)
      throws Exception {
    SignedIn in = new SignedIn(person.value(), level, at);
    return mvc.perform(
            request
                .with(csrf())
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(in, null, List.of()))))
        .andReturn()
        .getResponse();
  }

  private PersonId staff(Role role) {
    PersonId person = someone();
    boolean regional = role == Role.REGION_ADMIN || role == Role.AUDITOR;
    return Viewer.house(() -> {
      people.give(
          person,
          role,
          regional ? null : UUID.randomUUID(),
          regional ? AreaCode.municipality("106") : null,
          null);
      return person;
    });
  }

  private PersonId someone() {
    PersonId id = new PersonId(UUID.randomUUID());
    return Viewer.house(() -> people.add(new Person(id, "", email(id), Lang.FI, false))).id();
  }

  private static String email(PersonId person) {
    return person + "@example.org";
  }
}
