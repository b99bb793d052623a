package fi.rinnalla.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
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
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Passkeys in a real browser, with an authenticator that the browser plays (WebDriver, "virtual
/// authenticators"). The port is known beforehand, for a passkey belongs to an address.
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
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyBrowserTests {
  private static final int PORT = KnownPort.free();

  @Autowired Outbox outbox;
  @Autowired SignInLinks links;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private @Nullable Chromium browser;

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("server.port", () -> PORT);
  }

  @BeforeAll
  void open() {
    browser = Chromium.open();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void asBefore() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void anInvitedAuditorAddsAPasskeyAndIsLedByItToTheLog() {
    try (BrowserContext context = context(true)) {
      Page page = context.newPage();
      Key key = new Key(context, page);
      String email = "valvoja@example.org";
      Viewer.house(() -> {
        Person person = people.of(email, Lang.FI);
        people.give(person.id(), Role.AUDITOR, null, AreaCode.municipality("106"), null);
        return person;
      });
      invite(page, email);
      page.waitForURL("**/fi/oma/paasyavaimet");

      add(page, "Työkone");
      assertThat(page.locator("main").innerText()).contains("Työkone").contains("Lisätty");
      assertThat(letters(email)).as("the auditor is told").isOne();
      assertThat(page.locator("[data-passkey=add]").count())
          .as("a second needs the first")
          .isZero();
      assertNothingForAxe(page);
      String weak = session(context);

      page.navigate(address("/fi/valvonta?before=99"));
      assertThat(page.url()).contains("/fi/kirjaudu?back=");
      assertThat(page.locator("#email").count()).as("a link would not help").isZero();
      assertNothingForAxe(page);
      byKeyboard(page, "[data-passkey=sign-in] button");
      page.waitForURL("**/fi/valvonta?before=99");
      assertThat(page.locator("h1").innerText()).isEqualTo("Valvontaloki");
      assertThat(session(context)).as("a new session").isNotEqualTo(weak);

      page.navigate(address("/fi/oma/paasyavaimet"));
      assertThat(page.locator("main").innerText()).contains("Viimeksi käytetty");
      clock.pass(Duration.ofMinutes(31));
      page.locator("[aria-label='Poista pääsyavain Työkone']").click();
      page.waitForURL("**/fi/kirjaudu?why=confirm**");
      page.locator("[data-passkey=sign-in] button").click();
      page.waitForURL("**/fi/oma/paasyavaimet");
      page.locator("[aria-label='Poista pääsyavain Työkone']").click();
      page.locator("text=Sinulla ei ole vielä pääsyavainta.").waitFor();
      assertThat(letters(email)).isEqualTo(2);

      context.clearCookies();
      page.navigate(address("/fi/kirjaudu"));
      page.locator("[data-passkey=sign-in] button").click();
      page.locator("[data-passkey=sign-in] [role=alert]:not(:empty)").waitFor();
      assertThat(key.isThere()).as("the device still has it; we don't").isTrue();
    }
  }

  @Test
  void aDeviceThatDoesNotMakeSureWhoHoldsItIsRefused() {
    try (BrowserContext context = context(true)) {
      Page page = context.newPage();
      Key key = new Key(context, page);
      invite(page, "uv@example.org");
      page.waitForURL("**/fi/oma/paasyavaimet");
      add(page, "Puhelin");
      context.clearCookies();
      key.verifiesNobody();
      page.navigate(address("/fi/kirjaudu"));
      page.locator("[data-passkey=sign-in] button").click();

      page.locator("[data-passkey=sign-in] [role=alert]:not(:empty)").waitFor();
      assertThat(page.url()).contains("/fi/kirjaudu");
    }
  }

  @Test
  void withoutScriptsTheLinkByMailIsStillThere() {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      page.navigate(address("/fi/kirjaudu"));

      assertThat(page.locator("[data-passkey=sign-in]").isVisible()).isFalse();
      assertThat(page.locator("#email").isVisible()).isTrue();
      assertThat(page.locator("[data-without-passkeys]").innerText())
          .contains("Sähköpostilinkillä pääset sisään");
    }
  }

  private void invite(Page page, String email) {
    String token = Viewer.house(() -> links.invite(email, "/fi/oma/paasyavaimet"));
    page.navigate(address("/fi/kirjaudu/" + token));
    page.locator("main form button[type=submit]").click();
  }

  private static void add(Page page, String label) {
    page.locator("#label").fill(label);
    page.locator("[data-passkey=add] button").click();
    page.locator("main li:has-text('" + label + "')").waitFor();
  }

  /// Goes there from the top of the page by the tab key alone.
  private static void byKeyboard(Page page, String selector) {
    for (int steps = 0; steps < 60; steps++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("it => document.activeElement.matches(it)", selector)) {
        page.keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError("the tab key doesn't lead to " + selector);
  }

  private static void assertNothingForAxe(Page page) {
    assertThat(Chromium.faults(page)).isEmpty();
  }

  private static String session(BrowserContext context) {
    return context.cookies().stream()
        .filter(it -> it.name.equals("rinnalla"))
        .map(it -> it.value)
        .findFirst()
        .orElseThrow();
  }

  private long letters(String email) {
    return Ways.letters(outbox, email).lines().count();
  }

  private BrowserContext context(boolean script) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(1280, script);
  }

  private static String address(String path) {
    return "http://localhost:" + PORT + path;
  }

  /// The authenticator in somebody's telephone, which knows its owner's finger.
  private static final class Key {
    private final CDPSession devtools;
    private final String id;

    Key(BrowserContext context, Page page) {
      devtools = context.newCDPSession(page);
      devtools.send("WebAuthn.enable");
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("transport", "internal");
      options.addProperty("hasResidentKey", true);
      options.addProperty("hasUserVerification", true);
      options.addProperty("isUserVerified", true);
      options.addProperty("automaticPresenceSimulation", true);
      JsonObject with = new JsonObject();
      with.add("options", options);
      id =
          devtools
              .send("WebAuthn.addVirtualAuthenticator", with)
              .get("authenticatorId")
              .getAsString();
    }

    void verifiesNobody() {
      JsonObject with = new JsonObject();
      with.addProperty("authenticatorId", id);
      with.addProperty("isUserVerified", false);
      devtools.send("WebAuthn.setUserVerified", with);
    }

    boolean isThere() {
      JsonObject with = new JsonObject();
      with.addProperty("authenticatorId", id);
      return !devtools
          .send("WebAuthn.getCredentials", with)
          .getAsJsonArray("credentials")
          .isEmpty();
    }
  }
}
