package fi.rinnalla.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.search.Finder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// The pages behind the sign-in, as the demo's people meet them in a real browser.
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=test",
      "rinnalla.data=target/test-data/${random.uuid}",
      "rinnalla.demo=true",
      "db-scheduler.enabled=false"
    })
@Import({Postgres.class, GivenClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedPagesTests {
  /// Where a page may not scroll sideways; what axe looks for doesn't change below a phone.
  private static final int NARROWEST = 320;

  private static final String OURS = "/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8";

  @Autowired Finder finder;
  @LocalServerPort int port;

  private @Nullable Chromium browser;

  /// Somebody of the demo, and the addresses they go through.
  record Round(String person, List<String> paths) {
    @Override
    public String toString() {
      return person;
    }
  }

  @BeforeAll
  void open() {
    browser = Chromium.open();
    await().atMost(Duration.ofSeconds(60)).until(finder::isReady);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<Round> rounds() {
    return Stream.of(
        new Round(
            "",
            List.of(
                "/fi/kirjaudu",
                "/sv/logga-in",
                "/en/sign-in",
                "/demo",
                "/demo/mail",
                "/fi/kerro",
                "/sv/beratta",
                "/en/tell")),
        new Round(
            "Aino",
            List.of(
                "/fi/oma",
                "/sv/min",
                "/en/my",
                "/fi/oma/katsojat",
                "/fi/oma/paasyavaimet",
                "/fi/oma/kutsut")),
        new Round(
            "Olga",
            List.of(
                "/fi/oma" + OURS,
                "/sv/min" + OURS.replace("jarjesto", "organisation"),
                "/en/my" + OURS.replace("jarjesto", "organization"),
                "/fi/oma" + OURS + "/uusi",
                "/fi/oma" + OURS + "/uusi?template=family_cafe",
                "/fi/oma" + OURS + "/uusi-palvelu",
                "/fi/oma" + OURS + "/uusi-palvelu?template=family_counselling",
                "/fi/oma" + OURS + "/taulukko",
                "/fi/oma" + OURS + "/tekijat",
                "/fi/oma" + OURS + "/logo",
                "/fi/oma" + OURS + "/voimassa")),
        new Round(
            "Raija",
            List.of(
                "/fi/yllapito",
                "/sv/underhall",
                "/en/upkeep",
                "/fi/yllapito/jono",
                "/fi/yllapito/odottavat",
                "/fi/yllapito/kuvat",
                "/fi/oma/vanhenevat",
                "/fi/oma/pyynnot",
                "/fi/oma/korjaa")),
        new Round("Valto", List.of("/fi/valvonta", "/sv/tillsyn", "/en/audit")));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void aClosedPageHasNoFaultThatAxeFindsAndNeverScrollsSideways(Round round) {
    List<String> faults = new ArrayList<>();
    for (int width : new int[] {NARROWEST, 390, 1280}) {
      try (BrowserContext window = signedIn(round.person(), width, true)) {
        Page page = window.newPage();
        for (String path : round.paths()) {
          Response response = page.navigate(address(path));
          assertThat(response.status()).as(path).isEqualTo(200);
          assertThat(page.url()).as(path).endsWith(path);
          if (width != NARROWEST) {
            Chromium.faults(page).forEach(it -> faults.add(path + " " + width + " px: " + it));
          }
          if (Chromium.widthOf(page) > width) {
            faults.add(path + " scrolls sideways at " + width + " px");
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void anOwnerPublishesAFamilyCafeOnAPhoneWithoutJavaScript() {
    try (BrowserContext window = signedIn("Olga", 390, false)) {
      Page page = window.newPage();
      page.navigate(address("/fi/oma" + OURS + "/uusi?template=family_cafe"));
      page.locator("#title_fi").fill("Aamupalakahvila");
      page.locator("#when").fill("joka parillisen viikon tiistai 9.30–11.30, ei 24.12.");
      page.locator("input[name=place]").first().check();
      page.locator("button[name=act][value=preview]").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Aamupalakahvila");
      page.locator("button[name=act][value=publish]").click();
      page.waitForURL("**?done=published");

      page.locator("text=Aamupalakahvila").first().waitFor();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> {
            page.navigate(address("/fi/haku?q=aamupalakahvila"));
            assertThat(page.locator(".r-card__title").first().innerText())
                .isEqualTo("Aamupalakahvila");
          });
    }
  }

  /// @param name nobody signs in when it's empty
  private BrowserContext signedIn(String name, int width, boolean scripts) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    BrowserContext window = browser.window(width, scripts);
    if (!name.isEmpty()) {
      Page page = window.newPage();
      page.navigate(address("/demo"));
      page.locator(".r-people button:text-is('" + name + "')").click();
      page.waitForURL("**/fi/oma");
      page.close();
    }
    return window;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
