package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.search.Finder;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A parent with a phone and no scripts signs up at the demo's events, and an editor at the door
/// marks who came.
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
class SignupBrowserTests {
  private static final OrganizationId ASSOCIATION =
      new OrganizationId(UUID.fromString("816c0f52-a91c-53f4-9a7c-ee25e97b26d8"));

  @Autowired Finder finder;
  @Autowired Calendar calendar;
  @Autowired GivenClock.Settable clock;
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
  void aParentSignsUpOnAPhoneWithoutScriptsAndCancels() {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      page.navigate(address("/fi/tapahtuma/" + slug("MLL:n perhekahvila")));
      assertThat(page.locator(".r-signup-state").innerText()).contains("7 paikkaa jäljellä");
      page.locator(".r-signup-door a").click();
      page.locator("#adults").fill("1");
      page.locator("#ages").fill("Matti");
      page.locator("button[value=seat]").click();
      assertThat(page.locator("#faults").innerText()).contains("lasten iät vuosina");
      assertThat(page.locator("#ages").inputValue()).isEqualTo("Matti");
      page.locator("#ages").fill("8 kk, 3");
      page.locator("button[value=seat]").click();
      assertThat(page.locator(".r-notice--info").innerText()).contains("klo 10.10 asti");
      page.locator("#name").fill("Aino");
      page.locator("#email").fill("selain@example.org");
      page.locator("button[value=seat]").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Vahvista vielä sähköpostista");

      page.navigate(letter("selain@example.org"));
      assertThat(page.locator(".r-tag").innerText()).isEqualTo("Odottaa vahvistusta");
      page.locator("button[value=confirm]").click();
      assertThat(page.locator(".r-tag").innerText()).isEqualTo("Paikka on teidän");

      page.navigate(address("/fi/omat"));
      assertThat(page.locator(".r-signup").count()).isEqualTo(1);
      assertThat(page.locator(".r-signup").innerText()).contains("1 aikuinen, 2 lasta (iät 0, 3)");
      page.locator("summary:has-text('Peru')").click();
      page.locator("button[value=cancel]").click();
      assertThat(page.locator(".r-tag").innerText()).isEqualTo("Ilmoittautuminen on peruttu");
    }
  }

  @Test
  void aFullTimeSaysSoAndOneJoinsItsQueue() {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      signIn(page, "Aino");
      page.navigate(address("/fi/ilmoittaudu/" + slug("Vauvaryhmä")));
      Locator first = page.locator("input[name=time]").first();
      assertThat(page.locator("fieldset label").first().innerText())
          .contains("Täynnä – voit jonottaa (2 perhettä jonossa)");
      first.check();
      page.locator("#ages").fill("0");
      page.locator("button[value=seat]").click();
      assertThat(page.locator(".r-notice--warn").innerText()).contains("Jonossa on 2 perhettä");
      page.locator("button[value=queue]").click();
      assertThat(page.locator("#email").count()).as("who is signed in writes none").isZero();
      page.locator("button[value=queue]").click();
      assertThat(page.locator(".r-tag").innerText()).isEqualTo("Jonossa sijalla 3");
    }
  }

  @Test
  void thePagesHaveNoFaultThatAxeFindsAndNeverScrollSideways() {
    try (BrowserContext context = context(true)) {
      Page page = context.newPage();
      String cafe = slug("MLL:n perhekahvila");
      signIn(page, "Eero");
      for (String path :
          new String[] {
            "/fi/tapahtuma/" + cafe,
            "/fi/ilmoittaudu/" + cafe,
            "/sv/anmal-dig/" + slug("Vauvaryhmä"),
            "/fi/omat",
            "/fi/oma/ilmoittautuminen/" + cafe,
            "/en/my/attendees/" + cafe,
            "/fi/oma/ilmoittautuneet/" + slug("Vauvaryhmä")
          }) {
        for (int width : new int[] {320, 390, 1280}) {
          page.setViewportSize(width, 844);
          page.navigate(address(path));
          assertThat(Chromium.faults(page)).as("%s at %d px", path, width).isEmpty();
          assertThat(Chromium.widthOf(page)).as("%s at %d", path, width).isLessThanOrEqualTo(width);
        }
      }
      page.navigate(address("/fi/ilmoittaudu/" + cafe));
      page.locator("button[value=seat]").click();
      page.locator("#name").waitFor();
      assertThat(Chromium.faults(page)).as("the form").isEmpty();
      page.locator("button[value=release]").click();
    }
  }

  @Test
  void anEditorMarksAtTheDoorWhoCame() {
    try (BrowserContext context = context(false)) {
      Page page = context.newPage();
      signIn(page, "Eero");
      String group = slug("Vauvaryhmä");
      page.navigate(address("/fi/oma/ilmoittautuneet/" + group));
      assertThat(page.locator("main").innerText()).contains("4 perhettä tulee", "jonossa", "Samir");
      assertThat(page.locator("button[value=present]").count())
          .as("nobody has come before it begins")
          .isZero();
      clock.set(
          calendar.next(calendar.find(group).orElseThrow().event().id(), 1).getFirst().start());
      signIn(page, "Eero");
      page.navigate(address("/fi/oma/ilmoittautuneet/" + group));
      page.locator(".r-signup").first().locator("button[value=present]").click();
      assertThat(page.locator("main").innerText()).contains("Merkitty: 1 tuli, 0 ei tullut");
    } finally {
      clock.set(GivenClock.NOW);
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

  private String slug(String title) {
    return calendar.of(ASSOCIATION).stream()
        .filter(it -> it.event().title().orEmpty(Lang.FI).startsWith(title))
        .map(EventListing::slug)
        .sorted()
        .findFirst()
        .orElseThrow();
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
