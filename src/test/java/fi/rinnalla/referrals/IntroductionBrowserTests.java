package fi.rinnalla.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Kerttu, a school's social worker, asks for a family; Nea takes it on.
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
class IntroductionBrowserTests {
  @LocalServerPort int port;

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

  @Test
  void aTeacherStopsAsksTheFamilyAndSendsAndSeesThatItWasTakenOn() {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true)) {
      Page kerttu = one.newPage();
      reads(kerttu);
      good(kerttu);
      kerttu.locator("a:has-text('Perhe antoi luvan')").click();
      good(kerttu);
      kerttu.locator("button[value=check]").click();
      assertThat(kerttu.locator("#faults").innerText()).contains("miten perhe antoi luvan");
      good(kerttu);
      fill(kerttu, "perhe-selain@perhe.example");
      kerttu.locator("button[value=check]").click();
      assertThat(kerttu.locator("main").innerText())
          .contains("Suullisesti minulle", "perhe-selain@perhe.example", "040 7654321");
      good(kerttu);
      kerttu.locator("button[value=edit]").click();
      assertThat(kerttu.locator("#name").inputValue()).isEqualTo("Sari");
      kerttu.locator("button[value=check]").click();
      kerttu.locator("button[value=send]").click();
      assertThat(kerttu.locator("main").innerText())
          .contains("Pyyntö on lähetetty", "Odottaa ohjaajaa");
      good(kerttu);

      Page navigator = two.newPage();
      signIn(navigator, "Nea");
      navigator.navigate(address("/fi/oma/palveluohjaus"));
      navigator.locator("li:has-text('Soittamalla') button:has-text('Otan tämän')").first().click();
      assertThat(navigator.locator("main").innerText()).contains("Sari, 040 7654321");
      good(navigator);

      kerttu.navigate(address("/fi/oma/perheen-puolesta"));
      assertThat(kerttu.locator("main").innerText())
          .contains("Otettu hoitoon")
          .doesNotContain("Sari", "7654321");
    }
  }

  @Test
  void aNoLeadsOnAndNothingNeedsScripts() {
    try (BrowserContext one = context(false)) {
      Page kerttu = one.newPage();
      reads(kerttu);
      kerttu.locator("a:has-text('Perhe ei antanut lupaa')").click();
      assertThat(kerttu.locator("main").innerText()).contains("Mitään ei ole tallennettu");
      kerttu.locator("main a:has-text('Kysy ensin nimettömänä')").click();
      assertThat(kerttu.url()).endsWith("/fi/kysy");
    }
    try (BrowserContext two = context(true)) {
      Page kerttu = two.newPage();
      signIn(kerttu, "Kerttu");
      for (String path :
          new String[] {
            "/fi/oma/perheen-puolesta?step=no",
            "/sv/min/for-en-familj",
            "/en/my/for-a-family?step=team"
          }) {
        kerttu.navigate(address(path));
        good(kerttu);
      }
    }
  }

  /// From her own page to the words that are read aloud.
  private void reads(Page page) {
    signIn(page, "Kerttu");
    page.navigate(address("/fi/oma"));
    page.locator("a:has-text('Pyydä apua perheen puolesta')").click();
    assertThat(page.locator("main").innerText()).contains("soita 112");
    page.locator("a:has-text('Kukaan ei ole vaarassa')").click();
    page.locator("#area").selectOption("hyvinkaa");
    page.locator("main button:has-text('Näytä')").click();
    page.locator("a:has-text('Pyydä heiltä')").click();
    assertThat(page.locator("h1").innerText()).contains("Kysy perheeltä lupa");
  }

  private static void fill(Page page, String email) {
    page.locator("input[name=said]").first().check();
    page.locator("input[value=loneliness]").check();
    page.locator("#name").fill("Sari");
    page.locator("#email").fill(email);
    page.locator("input[name=reach][value=phone]").check();
    page.locator("#phone").fill("040 7654321");
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
