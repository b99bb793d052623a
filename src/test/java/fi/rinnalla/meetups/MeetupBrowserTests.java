package fi.rinnalla.meetups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.search.Finder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Parents with phones: one proposes a meet-up, an editor says yes, another comes along, and it
/// goes on every week.
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
class MeetupBrowserTests {
  @Autowired Finder finder;
  @LocalServerPort int port;

  private @Nullable Chromium browser;

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

  @Test
  void aMeetupGoesFromAProposalToEveryWeekBetweenThreePeople() {
    try (BrowserContext aino = context(false);
        BrowserContext eero = context(false);
        BrowserContext liisa = context(false)) {
      Page mine = aino.newPage();
      signIn(mine, "Aino");
      mine.navigate(address("/fi/ehdota-tapaamista?where=perhehuone"));
      mine.locator("input[value=other]").check();
      mine.locator("#title").fill("Villasukkatreffit, soita 040 123 4567");
      mine.locator("label:has-text('MLL:n perhehuone Hyvinkää') input[name=place]").first().check();
      mine.locator("#day").selectOption("2026-12-02");
      mine.locator("#time").fill("10");
      mine.locator("#name").fill("Aino");
      mine.locator("#send").click();
      assertThat(mine.locator("#faults").innerText()).contains("Poista puhelinnumero");
      assertThat(mine.locator("#time").inputValue()).isEqualTo("10");
      mine.locator("#title").fill("Villasukkatreffit");
      mine.locator("#send").click();
      assertThat(mine.locator("main").innerText())
          .contains("Ehdotus on lähetetty", "Odottaa hyväksyntää");
      String page = mine.url().replaceAll("\\?.*", "");

      Page editors = eero.newPage();
      signIn(editors, "Eero");
      editors.navigate(address("/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8"));
      editors.locator("a:has-text('odottaa vastaustanne')").click();
      Locator line = editors.locator("li:has(h2:text-is('Villasukkatreffit'))");
      line.locator("button[value=approve]").click();
      assertThat(editors.locator("[role=status]").innerText()).contains("Hyväksytty");

      mine.navigate(page);
      mine.locator("a:text-is('Tapaamisen julkinen sivu')").click();
      String event = mine.url();
      Page hers = liisa.newPage();
      hers.navigate(event);
      assertThat(hers.locator("main").innerText())
          .contains("Perheiden oma tapaaminen", "Vetäjä on tulossa")
          .doesNotContain("Aino");
      hers.locator(".r-signup-door a:text-is('Tule mukaan')").click();
      assertThat(hers.locator("fieldset").innerText()).contains("Mukaan mahtuu hyvin");
      hers.locator("#ages").fill("0");
      hers.locator("button[value=seat]").click();
      hers.locator("#name").fill("Liisa 040");
      hers.locator("#email").fill("liisa@example.org");
      hers.locator("button[value=seat]").click();
      assertThat(hers.locator("#faults").innerText()).contains("vain kirjaimia");
      hers.locator("#name").fill("Liisa");
      hers.locator("button[value=seat]").click();
      hers.navigate(letter("liisa@example.org"));
      hers.locator("button[value=confirm]").click();
      hers.navigate(event);
      assertThat(hers.locator("main").innerText())
          .contains("Vetäjän lisäksi tulossa 1 perhe, 2 henkeä")
          .doesNotContain("Liisa");

      mine.navigate(page);
      assertThat(mine.locator("main").innerText()).contains("Liisa – 1 aikuinen, 1 lapsi");
      mine.locator("button[value=weekly]").click();
      editors.reload();
      editors.navigate(address("/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/tapaamiset"));
      line.locator("button[value=approve]").click();
      hers.navigate(event);
      assertThat(hers.locator(".r-dates li").count()).isEqualTo(8);
    }
  }

  @Test
  void nothingTypedIsLostOnTheWayThroughSigningIn() {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      page.navigate(address("/fi/ehdota-tapaamista"));
      page.locator("input[value=coffee]").check();
      page.locator("#where").fill("perhehuone");
      page.locator("button[value=find]").click();
      assertThat(page.locator("input[value=coffee]").isChecked()).isTrue();
      page.locator("label:has-text('MLL:n perhehuone Hyvinkää') input[name=place]").first().check();
      page.locator("#day").selectOption("2026-12-03");
      page.locator("#time").fill("klo 9.30");
      page.locator("#words").fill("Kahvia termoksessa");
      page.locator("#name").fill("Kaisa");
      page.locator("#send").click();
      assertThat(page.url()).contains("/fi/kirjaudu?back=");
      String back =
          java.net.URLDecoder.decode(
              page.url().replaceAll(".*back=", ""), java.nio.charset.StandardCharsets.UTF_8);
      signIn(page, "Aino");
      page.navigate(address(back));
      assertThat(page.locator("#words").inputValue()).isEqualTo("Kahvia termoksessa");
      page.locator("#send").click();
      assertThat(page.locator("main").innerText()).contains("Ehdotus on lähetetty");
    }
  }

  @Test
  void thePagesHaveNoFaultThatAxeFindsAndNeverScrollSideways() {
    try (BrowserContext context = context(true)) {
      Page page = context.newPage();
      signIn(page, "Aino");
      page.navigate(address("/fi/oma/tapaamiset"));
      String walk =
          page.locator("li:has(h2):has-text('Näkyy kaikille') a").first().getAttribute("href");
      page.navigate(address(walk));
      String event = page.locator("a:text-is('Tapaamisen julkinen sivu')").getAttribute("href");
      check(
          page,
          "/fi/ehdota-tapaamista?where=leikkipuisto",
          "/sv/foresla-traff",
          "/fi/oma/tapaamiset",
          walk,
          event);
      page.navigate(address("/fi/ehdota-tapaamista"));
      page.locator("#send").click();
      page.locator("#faults").waitFor();
      assertThat(Chromium.faults(page)).as("with faults").isEmpty();
      signIn(page, "Eero");
      check(
          page,
          "/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/tapaamiset",
          "/sv/min/organisation/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/traffar");
    }
  }

  private void check(Page page, String... paths) {
    for (String path : paths) {
      for (int width : new int[] {320, 1280}) {
        page.setViewportSize(width, 844);
        page.navigate(address(path));
        assertThat(Chromium.faults(page)).as("%s at %d px", path, width).isEmpty();
        assertThat(Chromium.widthOf(page)).as("%s at %d", path, width).isLessThanOrEqualTo(width);
      }
    }
  }

  private void signIn(Page page, String name) {
    page.navigate(address("/demo"));
    page.locator(".r-people form")
        .filter(new Locator.FilterOptions().setHasText(name))
        .locator("button")
        .first()
        .click();
  }

  /// Where the letter to this address leads, on this server; other tests have their own there.
  private String letter(String to) {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            page.navigate(address("/demo/mail"));
            return page.locator("article:has-text('" + to + "') a").count() > 0;
          });
      String link = page.locator("article:has-text('" + to + "') a").first().getAttribute("href");
      return address(link.substring(link.indexOf("/fi/")));
    }
  }

  private BrowserContext context(boolean scripts) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(390, scripts);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
