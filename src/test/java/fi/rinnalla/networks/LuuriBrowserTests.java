package fi.rinnalla.networks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.notifications.Outbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Lumi takes a call; Veera, who is on duty, answers.
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=test",
      "rinnalla.data=target/test-data/${random.uuid}",
      "rinnalla.demo=true",
      "rinnalla.notifications.delivers=false",
      "db-scheduler.enabled=false"
    })
@Import({Postgres.class, GivenClock.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LuuriBrowserTests {
  @LocalServerPort int port;
  @Autowired Outbox outbox;

  private @Nullable Chromium browser;

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

  /// Case E1, without scripts where the worker presses.
  @Test
  void onePressAssemblesAndAMemberSeesTheFamilyWhenTheListHasBeenHeard() {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true)) {
      Page lumi = one.newPage();
      signIn(lumi, "Lumi");
      lumi.navigate(address("/fi/oma"));
      lumi.locator("a:has-text('Luuri')").click();
      good(lumi);
      lumi.locator("a:has-text('Perhe on antanut luvan')").click();
      good(lumi);
      lumi.locator("button[value=assemble]").click();
      assertThat(lumi.locator("#faults").innerText()).contains("ketä tarvitaan");
      good(lumi);
      lumi.locator("input[name=said]").first().check();
      for (String it : new String[] {"family_work", "pupil_welfare", "association", "substance"}) {
        lumi.locator("input[value=" + it + "]").check();
      }
      lumi.locator("#name").fill("Sari");
      lumi.locator("#email").fill("sari-luuri@perhe.example");
      lumi.locator("#phone").fill("040 7654321");
      lumi.locator("#time_1").fill("2027-01-11T14:00");
      lumi.locator("#caller").fill("opettaja-luuri@koulu.example");
      lumi.locator("button[value=assemble]").click();
      assertThat(lumi.locator("main").innerText())
          .contains("Verkosto on koottu", "Päihdetyö", "Perhetyö")
          .doesNotContain("Sari", "7654321");
      good(lumi);

      Page veera = two.newPage();
      signIn(veera, "Veera");
      veera.navigate(address("/fi/oma"));
      veera.locator("a:has-text('Verkostot, joihin sinua pyydetään')").click();
      good(veera);
      veera.locator("main li a").first().click();
      veera.locator("input[name=time]").check();
      veera.locator("button[value=join]").click();
      assertThat(veera.locator("main").innerText()).doesNotContain("7654321");
      good(veera);

      lumi.locator("button:has-text('Perhe on kuullut')").click();
      veera.reload();
      assertThat(veera.locator("main").innerText()).contains("Sari", "040 7654321");
      good(veera);
      tellsOfItself(lumi);
      veera.navigate(address("/fi/oma/jarjesto/1606f067-ee12-55e5-8e47-ea44315e2f16/paivystys"));
      good(veera);
    }
  }

  /// What the family, a member with a letter and whoever called have before them.
  private void tellsOfItself(Page lumi) {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true)) {
      Page caller = two.newPage();
      caller.navigate(link("opettaja-luuri@koulu.example", "/fi/luuri/[0-9a-f]{64}"));
      assertThat(caller.locator("main").innerText())
          .contains("Verkosto on koottu")
          .doesNotContain("Sari", "Perhetyö");
      good(caller);

      Page family = one.newPage();
      family.navigate(address("/fi/kirjaudu"));
      family.locator("#email").fill("sari-luuri@perhe.example");
      family.locator("main form:has(#email) button[type=submit]").first().click();
      family.navigate(link("sari-luuri@perhe.example", "/fi/kirjaudu/[0-9a-f]{64}"));
      family.locator("main form button").first().click();
      family.navigate(address("/fi/oma/verkostot"));
      good(family);
      family.locator("main li a").first().click();
      assertThat(family.locator("main").innerText()).contains("Perhetyö", "Oppilashuolto");
      good(family);
      family
          .locator("li:has(h2:text-is('Oppilashuolto')) button:has-text('Poista verkostosta')")
          .click();
      assertThat(family.locator("main").innerText()).contains("Poistettu");
      good(family);
      family.locator("input[name=time]").check();
      family.locator("button[value=suits]").click();

      lumi.navigate(address("/fi/oma/luuri"));
      lumi.locator("summary:has-text('Sovi tapaaminen')").first().click();
      good(lumi);
      lumi.locator("button[value=agree]").first().click();
      assertThat(lumi.locator("[role=alert]").innerText()).contains("vasta tulossa");
      good(lumi);
      lumi.locator("input[name=time]").first().check();
      lumi.locator("input[name=where]").first().fill("Perhetalon takkahuone");
      lumi.locator("button[value=agree]").first().click();
      good(lumi);
      family.reload();
      assertThat(family.locator("main").innerText()).contains("Perhetalon takkahuone");
      good(family);
      family.locator("button[value=dissolve]").click();
      assertThat(family.locator("main").innerText()).contains("eikä kukaan näe tietojasi");
      good(family);
    }
  }

  /// The link of a letter to somebody, here.
  private String link(String to, String path) {
    return address(outbox.link(to, path));
  }

  /// Case E2.
  @Test
  void withoutPermissionTheFormHasNoFieldForANameAndNeedsNoScripts() {
    try (BrowserContext one = context(true)) {
      Page lumi = one.newPage();
      signIn(lumi, "Lumi");
      lumi.navigate(address("/fi/oma/luuri/puhelu?permission=no"));
      good(lumi);
    }
    try (BrowserContext one = context(false)) {
      Page lumi = one.newPage();
      signIn(lumi, "Lumi");
      lumi.navigate(address("/fi/oma/luuri"));
      lumi.locator("a:has-text('Ei lupaa')").click();
      assertThat(lumi.locator("main input:not([type=hidden])").count()).isZero();
      lumi.locator("button[value=advise]").click();
      assertThat(lumi.locator("main").innerText()).contains("Nimetön neuvonta on kirjattu");
    }
  }

  /// What axe finds, and whether it fits, on a phone and on a wide page.
  private static void good(Page page) {
    for (int width : new int[] {390, 1280}) {
      page.setViewportSize(width, 844);
      assertThat(Chromium.faults(page)).isEmpty();
      assertThat(Chromium.widthOf(page)).isLessThanOrEqualTo(width);
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
