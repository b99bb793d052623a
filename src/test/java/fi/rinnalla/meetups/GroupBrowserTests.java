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

/// Three people with phones: a meet-up becomes weekly, the weeks become a group, the group meets
/// anew, changes its host and ends.
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
class GroupBrowserTests {
  private static final String QUEUE =
      "/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/tapaamiset";

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
  void aGroupLivesOnAfterItsFirstMeetupBetweenThreePeople() {
    try (BrowserContext aino = context(false);
        BrowserContext eero = context(false);
        BrowserContext veera = context(false);
        BrowserContext visitor = context(true)) {
      Page mine = aino.newPage();
      Page editors = eero.newPage();
      Page hers = veera.newPage();
      Page anybodys = visitor.newPage();
      signIn(mine, "Aino");
      signIn(editors, "Eero");
      signIn(hers, "Veera");

      mine.navigate(address("/fi/ehdota-tapaamista?where=perhehuone"));
      mine.locator("input[value=other]").check();
      mine.locator("#title").fill("Huivitreffit");
      mine.locator("label:has-text('MLL:n perhehuone Hyvinkää') input[name=place]").first().check();
      mine.locator("#day").selectOption("2026-12-02");
      mine.locator("#time").fill("10");
      mine.locator("#name").fill("Aino");
      mine.locator("#send").click();
      String meetup = mine.url().replaceAll("\\?.*", "");
      approve(editors, "li:has(h2:text-is('Huivitreffit'))");
      mine.navigate(meetup);
      String event = mine.locator("a:text-is('Tapaamisen julkinen sivu')").getAttribute("href");

      hers.navigate(address(event));
      hers.locator(".r-signup-door a:text-is('Tule mukaan')").click();
      hers.locator("#ages").fill("1");
      hers.locator("button[value=seat]").click();
      hers.locator("#name").fill("Veera");
      hers.locator("button[value=seat]").click();

      mine.navigate(meetup);
      assertThat(mine.locator("main").innerText()).contains("Veera – 1 aikuinen, 1 lapsi");
      mine.locator("button[value=weekly]").click();
      approve(editors, "li:has(h2:text-is('Huivitreffit'))");

      mine.navigate(meetup);
      mine.locator("#words").fill("Tavataan ikkunan luona.");
      mine.locator("button[value=write]").click();
      mine.locator("a:text-is('Perusta ryhmä')").click();
      mine.locator("#words").fill("Neulomme, soita 040 123 4567");
      mine.locator("#send").click();
      assertThat(mine.locator("#faults").innerText())
          .contains("Anna ryhmälle nimi", "Poista puhelinnumero");
      assertThat(mine.locator("#words").inputValue()).startsWith("Neulomme");
      mine.locator("#name_fi").fill("Huivien ystävät");
      mine.locator("#words").fill("Neulomme ja juomme kahvia keskiviikkoisin.");
      mine.locator("#send").click();
      assertThat(mine.locator("[role=status]").innerText()).contains("lähetetty katsottavaksi");
      String group = mine.url().replaceAll("\\?.*", "");
      assertThat(anybodys.navigate(group).status()).isEqualTo(404);

      approve(editors, "li:has(h3:has-text('Huivien ystävät'))");
      anybodys.navigate(address("/fi/tapaa"));
      assertThat(anybodys.locator("main").innerText()).contains("Huivien ystävät", "1 perhe");
      assertThat(Chromium.faults(anybodys)).isEmpty();
      anybodys.locator("a:has-text('Huivien ystävät')").first().click();
      assertThat(anybodys.locator("main").innerText())
          .contains("Huivitreffit", "Kirjaudu ja liity")
          .doesNotContain("Aino", "ikkunan");
      check(anybodys, group, group + "/ilmoita");
      anybodys.locator("button[type=submit]").first().click();
      assertThat(anybodys.locator("[role=alert]").innerText()).contains("Valitse, mikä on vialla");
      anybodys.locator("input[value=spam]").check();
      anybodys.locator("button[type=submit]").first().click();
      assertThat(anybodys.locator("[role=status]").innerText()).contains("Kiitos, että kerroit");
      anybodys.navigate(address(event));
      assertThat(anybodys.locator(".r-signup-door").innerText()).contains("Huivien ystävät");

      hers.navigate(group);
      assertThat(hers.locator("main").innerText())
          .as("whoever comes to its meet-up reads its board")
          .contains("ikkunan luona");
      hers.locator("#name").fill("Veera 1");
      hers.locator("#join button[type=submit]").click();
      assertThat(hers.locator("[role=alert]").innerText()).contains("vain kirjaimia");
      hers.locator("#name").fill("Veera");
      hers.locator("#join button[type=submit]").click();
      assertThat(hers.locator("main").innerText())
          .contains("Tervetuloa mukaan!", "Aino", "2 perhe");
      hers.navigate(address("/fi/omat"));
      hers.locator("a:text-is('Omat tapaamiset ja ryhmät')").click();
      assertThat(hers.locator("main").innerText()).contains("Huivien ystävät");

      mine.navigate(group);
      mine.locator("a:text-is('Ehdota seuraavaa tapaamista')").click();
      assertThat(mine.locator("#time").inputValue()).as("all but the day").isEqualTo("10.00");
      mine.locator("#day").selectOption("2026-12-10");
      mine.locator("#send").click();
      assertThat(mine.locator("main").innerText())
          .contains("Ehdotus on lähetetty", "Odottaa hyväksyntää");
      approve(editors, "li:has(h2:text-is('Huivitreffit'))");
      anybodys.navigate(group);
      assertThat(anybodys.locator("main").innerText()).contains("to 10.12.");

      mine.navigate(group);
      mine.locator("summary:has-text('Pyydä toista vetäjäksi')").click();
      mine.locator("form:has(button[value=ask]) label:has-text('Veera') input").check();
      mine.locator("input[value=instead]").check();
      mine.locator("button[value=ask]").click();
      assertThat(mine.locator("[role=status]").innerText()).contains("Kysyimme häneltä");
      hers.navigate(group);
      hers.locator("button[value=accept]").click();
      assertThat(hers.locator("main").innerText()).contains("Nyt sinä olet vetäjä");
      mine.navigate(group);
      assertThat(mine.locator("button[value=end]").count()).isZero();

      hers.locator("summary:has-text('Päätä ryhmä')").click();
      hers.locator("button[value=end]").click();
      assertThat(hers.locator("main").innerText()).contains("Ryhmä on päättynyt");
      assertThat(anybodys.navigate(group).status()).isEqualTo(404);
      anybodys.navigate(address(event));
      assertThat(anybodys.locator("main").innerText()).contains("Peruttu");
    }
  }

  @Test
  void theGroupsPagesHaveNoFaultThatAxeFindsAndNeverScrollSideways() {
    try (BrowserContext context = context(true)) {
      Page page = context.newPage();
      signIn(page, "Aino");
      page.navigate(address("/fi/oma/tapaamiset"));
      String group = page.locator("main section li a").first().getAttribute("href");
      check(page, "/fi/oma/tapaamiset", group, "/fi/ehdota-tapaamista?group=" + id(group));
      check(page, "/sv/grupp/" + id(group), "/en/group/" + id(group));
      check(page, "/fi/ryhmasta-pois/ei-mitaan");
      signIn(page, "Eero");
      check(page, QUEUE, group);
    }
  }

  private static String id(String group) {
    return group.substring(group.lastIndexOf('/') + 1);
  }

  private void approve(Page page, String line) {
    page.navigate(address(QUEUE));
    page.locator(line).locator("button[value=approve]").click();
    assertThat(page.locator("[role=status]").innerText()).contains("Hyväksytty");
  }

  private void check(Page page, String... paths) {
    for (String path : paths) {
      for (int width : new int[] {320, 1280}) {
        page.setViewportSize(width, 844);
        page.navigate(path.startsWith("http") ? path : address(path));
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
