package fi.rinnalla.funds;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.Viewer;
import java.util.HashSet;
import java.util.Set;
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

/// A father, a school's social worker, two handlers and a club.
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
class HobbySupportBrowserTests {
  private static final String ASSOCIATION = "816c0f52-a91c-53f4-9a7c-ee25e97b26d8";

  @Autowired Fundraising raising;
  @Autowired People people;
  @Autowired Outbox outbox;
  @LocalServerPort int port;

  private @Nullable Chromium browser;

  /// Where axe can't look, for nothing runs there.
  private final Set<BrowserContext> plain = new HashSet<>();

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
  void aClubGetsItsFeeAndSeesNothingOfSupport() {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true);
        BrowserContext three = context(true);
        BrowserContext four = context(true);
        BrowserContext five = context(true)) {
      Page father = one.newPage();
      father.navigate(address("/fi/harrastustuki"));
      assertThat(father.locator("main").innerText()).contains("Harrastusrahasto");
      good(father);
      signIn(father, "Aino");
      begin(father, "Harrastusrahasto");
      father.locator("button[value=send]").click();
      assertThat(father.locator("#faults").innerText()).contains("kutsumanimi");
      good(father);
      String own = apply(father, "Eevi", "180", "kuraattori-1@koulu.example");
      assertThat(father.locator("main").innerText()).contains("Lähetetty");
      good(father);

      Page curator = two.newPage();
      signIn(curator, "Kerttu");
      recommend(curator, "kuraattori-1@koulu.example");
      good(curator);
      curator.navigate(address("/fi/oma/suositukset"));
      good(curator);

      Page helmi = three.newPage();
      signIn(helmi, "Helmi");
      String desk = opens(helmi, "Harrastusrahasto", "Eevi, Jalkapallo");
      good(helmi);
      helmi.locator("summary:has-text('Kysy lisää')").click();
      helmi.locator("input[value=fee_receipt]").check();
      helmi.locator("button[value=ask]").click();
      assertThat(helmi.locator("main").innerText()).contains("Odottaa perheen vastausta");

      father.navigate(own);
      assertThat(father.locator("main").innerText()).contains("Seuran lasku tai kuitti");
      father.locator("#answer").fill("Lasku 2231");
      good(father);
      father.locator("button[value=answer]").click();

      helmi.navigate(desk);
      assertThat(helmi.locator("main").innerText()).contains("Lasku 2231", "Jäljellä 760\u00a0€");
      helmi.locator("button[value=accept]").click();
      assertThat(helmi.locator("main").innerText()).contains("Jäljellä 580\u00a0€");

      father.navigate(own);
      good(father);
      String link = father.locator("#link").inputValue().replaceAll("^https?://[^/]+", "");
      Page club = five.newPage();
      club.navigate(address(link));
      good(club);
      assertThat(club.locator("main").innerText())
          .contains("180\u00a0€", "Eevi", "Palloseura")
          .doesNotContain("tuki", "tuke", "rahasto", "hakemus");
      club.locator("button[type=submit]").click();
      assertThat(club.locator("#faults").innerText()).contains("laskun numero");
      club.locator("#invoice").fill("2231");
      club.locator("main button[type=submit]").click();
      assertThat(club.locator("main").innerText()).contains("Laskun numero on perillä");

      helmi.navigate(desk);
      good(helmi);
      helmi.locator("button[value=pay]").click();
      assertThat(helmi.locator("#faults").innerText()).contains("toista käsittelijää");
      Page heikki = four.newPage();
      signIn(heikki, "Heikki");
      heikki.navigate(desk);
      heikki.locator("button[value=pay]").click();
      assertThat(heikki.locator("main").innerText()).contains("Maksu on hyväksytty");
      father.navigate(own);
      assertThat(father.locator("main").innerText()).contains("Maksettu seuralle");
    }
  }

  @Test
  void aCuratorBeginsWithTheParentWhoSendsAndNobodyIsAskedTwice() {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true)) {
      Page curator = one.newPage();
      signIn(curator, "Kerttu");
      curator.navigate(address("/fi/oma/suositukset"));
      curator.locator("a:has-text('Aloita harrastushakemus')").click();
      good(curator);
      curator.locator("main button[type=submit]").click();
      assertThat(curator.locator("#faults").innerText()).contains("Kysy ensin huoltajalta");
      good(curator);
      curator.locator("#agreed").check();
      curator.locator("label:has-text('Harrastusrahasto') input").check();
      curator.locator("#parent").fill("venlan-isa@perhe.example");
      curator.locator("#nickname").fill("Venla");
      curator.locator("#year").fill("2013");
      curator.locator("#hobby").fill("Uinti");
      curator.locator("#sum").fill("90");
      curator.locator("#seen").check();
      curator.locator("main button[type=submit]").click();
      assertThat(curator.locator("main").innerText())
          .contains("Luonnos on huoltajan sivulla")
          .doesNotContain("Venla");
      good(curator);

      Page parent = two.newPage();
      parent.navigate(
          address(outbox.link("venlan-isa@perhe.example", "/fi/oma/harrastustuki/[0-9a-f-]{36}")));
      parent.locator("#email").fill("venlan-isa@perhe.example");
      parent.locator("main form:has(#email) button[type=submit]").first().click();
      parent.navigate(
          address(outbox.link("venlan-isa@perhe.example", "/fi/kirjaudu/[0-9a-f]{64}")));
      parent.locator("main form button").first().click();
      assertThat(parent.url()).contains("/fi/oma/harrastustuki/");
      assertThat(parent.locator("main").innerText()).contains("on jo sanonut nähneensä tarpeen");
      good(parent);
      parent.locator("#area").selectOption("M106");
      parent.locator("#club").fill("Uimaseura");
      parent.locator("#starts").fill("2027-01-08");
      parent.locator("#ends").fill("2027-05-28");
      parent.locator("#kind_new").check();
      parent.locator("button[value=send]").click();
      assertThat(parent.locator("main").innerText())
          .contains("Ammattilainen on jo sanonut nähneensä tarpeen", "Käsittelyssä");

      curator.navigate(address("/fi/oma/suositukset"));
      assertThat(curator.locator("main").innerText()).contains("Venla, Uinti");
    }
  }

  @Test
  void whoeverHasNoMoneyWaitsAndIsOfferedItWhenThereIsMore() {
    try (BrowserContext one = context(true);
        BrowserContext two = context(true);
        BrowserContext three = context(true)) {
      Page helmi = three.newPage();
      signIn(helmi, "Helmi");
      found(helmi, "Pieni rahasto", "100");
      String fund = helmi.url();
      Page father = one.newPage();
      signIn(father, "Aino");
      begin(father, "Pieni rahasto");
      String own = apply(father, "Otso", "150", "kuraattori-2@koulu.example");
      Page curator = two.newPage();
      signIn(curator, "Kerttu");
      recommend(curator, "kuraattori-2@koulu.example");

      opens(helmi, "Pieni rahasto", "Otso, Jalkapallo");
      helmi.locator("button[value=accept]").click();
      assertThat(helmi.locator("main").innerText()).contains("Odottaa rahaa");
      helmi.navigate(fund);
      assertThat(helmi.locator("tr:has-text('Jäi ilman')").innerText())
          .as("a sum that would be one child's isn't told")
          .contains("alle 5");
      father.navigate(own);
      assertThat(father.locator("main").innerText()).contains("Jonossa");
      helmi.locator("summary:has-text('Lisää rahaa')").click();
      helmi.locator("#sum").fill("60");
      helmi.locator("button[value=top_up]").click();
      assertThat(helmi.locator("tr:has-text('Jäi ilman')").innerText()).contains("0\u00a0€");
      good(helmi);
      father.navigate(own);
      assertThat(father.locator("main").innerText()).contains("Maksulupaus on valmis");
    }
  }

  @Test
  void whoeverRecommendsDoesNotDecideAndNothingNeedsScripts() {
    Viewer.house(() -> {
      var heikki =
          people.demo().stream().filter(it -> it.name().equals("Heikki")).findFirst().orElseThrow();
      people.give(heikki.id(), Role.PROFESSIONAL, UUID.fromString(ASSOCIATION), null, null);
      return heikki;
    });
    try (BrowserContext one = context(false);
        BrowserContext two = context(false)) {
      Page father = one.newPage();
      signIn(father, "Aino");
      begin(father, "Harrastusrahasto");
      apply(father, "Lumi", "90", "kuraattori-3@koulu.example");
      Page heikki = two.newPage();
      signIn(heikki, "Heikki");
      recommend(heikki, "kuraattori-3@koulu.example");

      opens(heikki, "Harrastusrahasto", "Lumi, Jalkapallo");
      heikki.locator("button[value=accept]").click();

      assertThat(heikki.locator("#faults").innerText()).contains("Et voi ratkaista tätä");
    }
  }

  private void begin(Page page, String fund) {
    page.navigate(address("/fi/oma/harrastustuki"));
    good(page);
    page.locator("li.r-signup:has(h3:has-text('" + fund + "')) button").click();
  }

  /// @return the application's own page
  private String apply(Page page, String child, String sum, String recommender) {
    page.locator("#nickname").fill(child);
    page.locator("#year").fill("2014");
    if (page.locator("#area").count() > 0) {
      page.locator("#area").selectOption("M106");
    }
    page.locator("#hobby").fill("Jalkapallo");
    page.locator("#club").fill("Palloseura");
    page.locator("#sum").fill(sum);
    page.locator("#starts").fill("2027-01-08");
    page.locator("#ends").fill("2027-05-28");
    page.locator("#kind_new").check();
    page.locator("#recommender").fill(recommender);
    page.locator("button[value=send]").click();
    assertThat(page.locator("main").innerText()).contains("Hakemus on lähetetty");
    return page.url().replaceAll("\\?.*", "");
  }

  private void recommend(Page page, String address) {
    page.navigate(address("/fi/oma/suositukset/" + raising.link(address)));
    good(page);
    page.locator("#need_seen").check();
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("main").innerText()).contains("Sanasi on perillä");
  }

  private String opens(Page page, String fund, String application) {
    page.navigate(address("/fi/oma"));
    page.locator("a:has-text('Harrastustuen rahastot')").click();
    good(page);
    page.locator("a:has-text('" + fund + "')").click();
    good(page);
    page.locator("a:has-text('" + application + "')").click();
    return page.url();
  }

  private void found(Page page, String name, String budget) {
    page.navigate(address("/fi/oma/jarjesto/" + ASSOCIATION + "/rahastot"));
    page.locator("summary:has-text('Uusi rahasto')").click();
    page.locator("#name_fi").fill(name);
    page.locator("#budget").fill(budget);
    page.locator("#most").fill("300");
    page.locator("details button").click();
    page.locator("summary:has-text('Uusi hakuaika')").click();
    page.locator("#opens").fill("2026-11-20");
    page.locator("#closes").fill("2026-12-20");
    page.locator("button[value=round]").click();
  }

  /// What axe finds, and whether it fits, on a phone and on a wide page.
  private void good(Page page) {
    if (plain.contains(page.context())) {
      return;
    }
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
    BrowserContext window = browser.window(390, scripts);
    if (!scripts) {
      plain.add(window);
    }
    return window;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
