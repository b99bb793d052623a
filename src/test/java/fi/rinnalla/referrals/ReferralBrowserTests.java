package fi.rinnalla.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
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

/// Aino asks, Nea walks beside, two organizations answer, and Aino takes her word back: cases E3
/// and E4 with H1–H3 on every page of the way.
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
class ReferralBrowserTests {
  private static final String ASSOCIATION = "816c0f52-a91c-53f4-9a7c-ee25e97b26d8";
  private static final String PARISH = "f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa";

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
  void aFullCafeLeadsToTheNextAndAWordTakenBackShutsEveryDoor() {
    try (BrowserContext one = context();
        BrowserContext two = context();
        BrowserContext three = context();
        BrowserContext four = context()) {
      Page aino = one.newPage();
      signIn(aino, "Aino");
      asks(aino);

      Page nea = two.newPage();
      signIn(nea, "Nea");
      nea.navigate(address("/fi/oma"));
      nea.locator("a:has-text('Palveluohjaus')").first().click();
      good(nea);
      nea.locator("li button:has-text('Otan tämän')").first().click();
      good(nea);
      inThreeLanguages(nea, "/sv/min/handledning/", "/en/my/navigation/");
      String matter = nea.url();
      nea.locator("#words").fill("Haluaa tavata muita äitejä päivällä.");
      nea.locator("button[value=map]").click();
      offers(nea, "perhekahvila", "MLL:n Hyvinkään yhdistys");
      good(nea);

      // The family chooses on its own page.
      aino.navigate(address("/fi/oma/asiat"));
      good(aino);
      String own = matter.replace("/fi/oma/palveluohjaus/", "/fi/oma/asiat/");
      aino.locator("main li a[href='" + own.substring(own.indexOf("/fi/")) + "']").click();
      good(aino);
      aino.locator("summary:has-text('Haluan, että he ottavat yhteyttä')").first().click();
      aino.locator("button[value=wanted]").first().click();
      good(aino);
      inThreeLanguages(aino, "/sv/min/arenden/", "/en/my/matters/");

      // The organization is full.
      Page olga = three.newPage();
      signIn(olga, "Olga");
      olga.navigate(address("/fi/oma/jarjesto/" + ASSOCIATION + "/ohjaukset"));
      good(olga);
      olga.locator("main li a").first().click();
      assertThat(olga.locator("main").innerText())
          .contains("Aino")
          .doesNotContain("Haluaa tavata muita äitejä");
      good(olga);
      olga.locator("button[value=rejected-at_capacity]").click();
      good(olga);

      // What is like it stands there by itself; one press offers it.
      nea.navigate(matter);
      assertThat(nea.locator("main").innerText()).contains("Seuraavat vaihtoehdot");
      good(nea);
      nea.locator("div.r-signup button[value=offer]").first().click();
      assertThat(nea.locator("main").innerText()).contains("Seuraavat vaihtoehdot");
      offers(nea, "perhekerho", "Hyvinkään seurakunta");

      aino.navigate(own);
      Locator parish = aino.locator("li.r-signup:has-text('Hyvinkään seurakunta')").first();
      parish.locator("summary").click();
      parish.locator("button[value=wanted]").click();

      Page pia = four.newPage();
      signIn(pia, "Pia");
      pia.navigate(address("/sv/min/organisation/" + PARISH + "/hanvisningar"));
      good(pia);
      pia.locator("main li a").first().click();
      String received = pia.url();
      pia.locator("button[value=accepted]").click();
      assertThat(pia.locator("main").innerText()).contains("Aino");
      good(pia);

      accompanies(nea, matter);
      aino.navigate(own);
      assertThat(aino.locator("main").innerText()).contains("Nähdään asemalla");
      good(aino);
      APIResponse calendar =
          one.request().get(address(aino.locator("a[href$='.ics']").first().getAttribute("href")));
      assertThat(calendar.text()).contains("BEGIN:VEVENT").doesNotContain("asemalla");

      closesAndOpensAgain(nea, matter);
      nobodyElseFindsIt(matter);

      // E3: the word is taken back.
      aino.navigate(address("/fi/oma/suostumukset"));
      good(aino);
      aino.locator("li:has(h2:has-text('Hyvinkään seurakunta')) button[value=withdraw]")
          .first()
          .click();
      good(aino);
      assertThat(pia.navigate(received).status()).isEqualTo(404);
      pia.navigate(address("/sv/min/organisation/" + PARISH + "/hanvisningar"));
      assertThat(pia.locator("main").innerText()).doesNotContain("Aino", "Perhekerho");
      aino.navigate(address("/fi/oma/katsojat"));
      assertThat(aino.locator("main").innerText()).contains("Järjestön muokkaaja");
      good(aino);
    }
  }

  /// Case H2: on the page that asks whether all is right, too.
  private static void keepsWhatWasWrittenInEnglish(Page aino) {
    aino.locator(".r-langs a[lang=en]").click();
    assertThat(aino.url()).contains("/en/my/help?team=");
    assertThat(aino.locator("input[value=loneliness]").isChecked()).isTrue();
    aino.locator("button[value=check]").click();
    aino.locator(".r-langs a[lang=fi]").click();
    aino.locator("button[value=check]").click();
  }

  private void asks(Page aino) {
    aino.navigate(address("/fi/kysy"));
    aino.locator("a:has-text('Pyydä apua')").first().click();
    good(aino);
    aino.locator("#where").selectOption("hyvinkaa");
    aino.locator("main button:has-text('Näytä')").click();
    aino.locator("main a.r-button--primary").first().click();
    good(aino);
    aino.locator("button[value=check]").click();
    good(aino);
    aino.locator("input[value=loneliness]").check();
    aino.locator("input[name=reach][value=here]").check();
    aino.locator("button[value=check]").click();
    keepsWhatWasWrittenInEnglish(aino);
    good(aino);
    aino.locator("button[value=send]").click();
    good(aino);
  }

  private void offers(Page nea, String words, String organizer) {
    nea.locator("#q").fill(words);
    nea.locator("form[role=search]:has(#q) button").click();
    good(nea);
    Locator found = nea.locator("#found li:has-text('" + organizer + "')").first();
    found.locator("input[name=note]").fill("Sinne voi tulla milloin vain.");
    found.locator("button[value=offer]").click();
    assertThat(nea.locator("[role=status]").count()).isPositive();
  }

  private void accompanies(Page nea, String matter) {
    nea.navigate(matter);
    nea.locator("button[value=plan]").click();
    assertThat(nea.locator("#faults").innerText()).isNotBlank();
    good(nea);
    nea.locator("input[name=kind][value=bus]").check();
    nea.locator("#day").fill("2026-12-01");
    nea.locator("#time").fill("09:15");
    nea.locator("#place").fill("Nähdään asemalla");
    nea.locator("button[value=plan]").click();
    assertThat(nea.locator("main").innerText()).contains("Nähdään asemalla");
    good(nea);
  }

  private void closesAndOpensAgain(Page nea, String matter) {
    nea.navigate(matter);
    nea.locator("button[value=close]").click();
    assertThat(nea.locator("#faults").innerText()).isNotBlank();
    nea.locator("#outcome").selectOption("got_help");
    nea.locator("button[value=close]").click();
    good(nea);
    nea.locator("#state").selectOption("contacted");
    nea.locator("button[value=state]").click();
    assertThat(nea.locator("main").innerText()).contains("2. pysähdys");
    good(nea);
  }

  /// H3: whoever looks after the region finds no more than a stranger does, and that they tried is
  /// in the log.
  private void nobodyElseFindsIt(String matter) {
    try (BrowserContext one = context();
        BrowserContext two = context()) {
      Page raija = one.newPage();
      signIn(raija, "Raija");
      assertThat(raija.navigate(matter).status()).isEqualTo(404);
      Page valto = two.newPage();
      signIn(valto, "Valto");
      assertThat(valto.navigate(matter).status()).isEqualTo(404);
      valto.navigate(address("/fi/valvonta"));
      good(valto);
    }
  }

  /// H2: the page stays, only its language changes.
  private static void inThreeLanguages(Page page, String swedish, String english) {
    String finnish = page.url();
    page.locator("a[hreflang=sv]").first().click();
    assertThat(page.url()).contains(swedish);
    good(page);
    page.locator("a[hreflang=en]").first().click();
    assertThat(page.url()).contains(english);
    good(page);
    page.navigate(finnish);
  }

  /// What axe finds, and whether it fits, on a phone and on a wide page.
  private static void good(Page page) {
    for (int width : new int[] {390, 1280}) {
      page.setViewportSize(width, 844);
      assertThat(Chromium.faults(page)).as(page.url()).isEmpty();
      assertThat(Chromium.widthOf(page)).as(page.url()).isLessThanOrEqualTo(width);
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

  private BrowserContext context() {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(390, true);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
