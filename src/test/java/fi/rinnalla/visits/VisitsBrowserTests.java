package fi.rinnalla.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A spring at Pikku-Veturi in Hyvinkää, on phones without scripts: three partners, each once, in
/// March, April and May, with coffee, and what families thought.
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
class VisitsBrowserTests {
  private static final String HOST = "/fi/oma/jarjesto/1606f067-ee12-55e5-8e47-ea44315e2f16";
  private static final String PARISH = "/sv/min/organisation/f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa";
  private static final String THEME = "Vanhemmuuden kevät yhdessä";
  private static final Pattern LINK = Pattern.compile("/fi/vierailu/[0-9a-f]{32}");

  private static final Pattern TURNS = Pattern.compile("/fi/vuorot/[0-9a-f]{32}");

  /// Who visits, when, and how many of those who come answer.
  private record Guest(String name, String day, String topic, int families) {}

  private static final List<Guest> GUESTS =
      List.of(
          new Guest("MLL Hyvinkään eroauttaminen", "2027-03-10", "Eron edessä", 4),
          new Guest("Keski-Uudenmaan hyvinvointialue", "2027-04-14", "Riita ja sopu", 6),
          new Guest("Hyvinkään seurakunta", "2027-05-12", "Parina vanhempina", 7));

  @Autowired Outbox outbox;
  @Autowired GivenClock.Settable clock;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @LocalServerPort int port;

  private @Nullable Chromium browser;

  @BeforeAll
  void open() {
    browser = Chromium.open();
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aSpringOfThreeVisitsFromThePlanToTheDecision() {
    String series;
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      series = begun(page);
      for (Guest guest : GUESTS) {
        forgetLetters();
        planned(page, series, guest);
        confirmed(guest);
        page.navigate(address(series));
        page.locator("article:has-text('" + guest.topic() + "') button[value=announce]").click();
        assertThat(page.locator("[role=status]").first().innerText())
            .contains("näkyy nyt kaikille");
      }
      page.locator("article details").first().locator("summary").click();
      assertThat(page.locator("article textarea[readonly]").first().inputValue())
          .contains("Eron edessä", "Pikku-Veturi", "Kahvia tarjolla", "/fi/tapahtuma/");
      sound(page);
    }
    String place = aParentFindsIt();
    for (Guest guest : GUESTS) {
      held(series, guest);
    }
    clock.set(start(GUESTS.getLast()).plus(Duration.ofDays(9)));
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address(series));
      page.locator("main .r-sheet__links a:has-text('Palaute')").click();
      page.locator("button[value=summarise]").click();
      assertThat(page.locator(".r-told__counts").innerText()).contains("16/17", "17/17");
      assertThat(page.locator("main").innerText())
          .contains("Luvut näytetään vain yhdessä")
          .doesNotContain("Kerroittain", "4/4", "6/6", "7/7", "/4", "/6", "/7 ");
      page.locator("button[value=publish]").click();
      page.locator("input[name=decision][value=continue]").check();
      page.locator("#minutes").fill("Kaikki tulevat syksyllä uudelleen.");
      page.locator("button[value=review]").click();
      page.navigate(address(series));
      assertThat(page.locator("header .r-card__kind").first().innerText()).contains("Jatketaan");
      assertThat(page.locator("main").innerText())
          .contains("aikuisia 3, lapsia 5, uusia perheitä 1");
      sound(page);
    }
    try (BrowserContext parent = window(false)) {
      Page page = parent.newPage();
      page.navigate(address(place));
      assertThat(page.locator("section:has(#told) li:has-text('" + THEME + "')").innerText())
          .contains("16/17 koki hyödylliseksi");
      sound(page);
      page.locator("section:has(#told) a:has-text('" + THEME + "')").click();
      assertThat(page.locator("main").innerText())
          .contains("16/17", "17/17", "Jatketaan samaan tapaan")
          .doesNotContain("Kerroittain", "syksyllä uudelleen");
    }
  }

  @Test
  void theDemosPartnerAnswersOnItsOwnPageInSwedish() {
    try (BrowserContext pia = signedIn("Pia")) {
      Page page = pia.newPage();
      page.navigate(address(PARISH));
      page.locator("main a:text-is('Besök')").click();
      sound(page);
      page.locator("main a:has-text('Sömn och krafter')").click();
      sound(page);
      Locator visit = page.locator("article:has-text('Var hittar man krafter')");
      visit.locator("input[value=coming]").check();
      visit.locator("form button[type=submit]").click();

      assertThat(page.locator("[role=status]").first().innerText()).contains("Tack!");
      assertThat(page.locator("button[value=announce]").count()).as("the host's alone").isZero();
      assertThat(page.locator("button[value=cancel]").count()).isZero();
    }
  }

  /// A meeting place on the second Saturday of each month, where two present themselves in turn.
  @Test
  void turnsAreDealtAskedAndAnsweredByTheirLinks() {
    forgetLetters();
    String rota;
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address(HOST));
      page.locator("main a:text-is('Esittelyvuorot')").click();
      sound(page);
      page.locator("#place")
          .selectOption(
              page.locator("#place option:has-text('Pikku-Veturi')").first().getAttribute("value"));
      page.locator("#begin button").click();
      page.locator("#week").selectOption("2");
      page.locator("#weekday").selectOption("SA");
      page.locator("#from").fill("10:00");
      page.locator("#to").fill("12:00");
      page.locator("#first").fill("2027-01-01");
      page.locator("#until").fill("2026-12-01");
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("#faults").count()).as("it ends before it begins").isOne();
      page.locator("#until").fill("2027-05-31");
      sound(page);
      page.locator("main form button[type=submit]").click();
      rota = URI.create(page.url()).getPath();
      presents(page, "MLL Hyvinkään eroauttaminen");
      presents(page, "Hyvinkään seurakunta");
      page.locator("button[value=deal]").click();
      assertThat(page.locator("#turns .r-rota__who").count()).isEqualTo(5);
      sound(page);
      page.locator("button[value=send]").click();
    }
    List<String> links =
        TURNS.matcher(String.join("\n", outbox.letters())).results().map(it -> it.group()).toList();
    assertThat(links).hasSize(2).doesNotHaveDuplicates();
    try (BrowserContext phone = window(false)) {
      Page page = phone.newPage();
      page.navigate(address(links.getFirst()));
      sound(page);
      page.locator("button[value=accept_all]").click();
      assertThat(page.locator("main .r-visits__open").count()).isZero();
      page.navigate(address(links.getLast()));
      Locator first = page.locator("article").first();
      first.locator("summary:has-text('Emme pääse')").click();
      first.locator("input[name=reason]").first().check();
      first.locator("button[value=decline]").click();
      assertThat(page.locator("[role=status]").count()).isOne();
      sound(page);
    }
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address(rota));
      page.locator("button[value=offer]").first().click();
      assertThat(page.locator(".r-rota__free").innerText()).contains("seurakunta");
    }
    try (BrowserContext phone = window(false)) {
      Page page = phone.newPage();
      page.navigate(address(links.getFirst()));
      page.locator("button[value=take]").first().click();
      assertThat(page.locator("article").count()).as("one more than one's own").isGreaterThan(2);
    }
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address(rota));
      assertThat(page.locator("#turns .r-visits__yes").count()).isGreaterThanOrEqualTo(3);
      sound(page);
    }
  }

  private static void presents(Page page, String name) {
    page.locator("#partner").fill(name);
    page.locator("#presenters form[method=get] button").click();
    page.locator("li:has-text('" + name + "') button[value=join]").click();
  }

  private String begun(Page page) {
    page.navigate(address(HOST));
    page.locator("main a:text-is('Vierailut')").click();
    sound(page);
    page.locator("#which")
        .selectOption(
            page.locator("#which option:has-text('Pikku-Veturi')").first().getAttribute("value"));
    page.locator("#begin form[action$='/uusi'] button").click();
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("#faults").innerText()).contains("Anna aihe");
    page.locator("#theme").fill(THEME);
    page.locator("#goal").fill("Kysy kahvin ääressä parisuhteesta ja erosta.");
    sound(page);
    page.locator("main form button[type=submit]").click();
    String series = URI.create(page.url()).getPath();
    for (Guest guest : GUESTS) {
      page.locator("#partner").fill(guest.name());
      page.locator("#partners form[method=get] button").click();
      page.locator("li:has-text('" + guest.name() + "') button[value=join]").click();
    }
    return series;
  }

  private void planned(Page page, String series, Guest guest) {
    page.navigate(address(series));
    page.locator("a[href$='/suunnittele']").click();
    page.locator("#day").fill(guest.day());
    page.locator("#from").fill("09:30");
    page.locator("#until").fill("11:30");
    page.locator("#topic").fill(guest.topic());
    page.locator("label:has-text('" + guest.name() + "') input[name=partner]").check();
    page.locator("#by_space").selectOption("1606f067-ee12-55e5-8e47-ea44315e2f16");
    page.locator("#by_coffee").selectOption("together");
    page.locator("#contact").fill("varhaiskasvatuksen ohjaaja");
    sound(page);
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("[role=status]").first().innerText()).contains("Kumppanilta kysyttiin");
  }

  /// By the letter's link, on a phone of somebody who isn't signed in.
  private void confirmed(Guest guest) {
    try (BrowserContext phone = window(false)) {
      Page page = phone.newPage();
      page.navigate(address(letter()));
      assertThat(page.locator("main").innerText()).contains(guest.topic(), guest.name());
      sound(page);
      page.locator("input[value=coming]").check();
      page.locator("main form button[type=submit]").click();
      assertThat(page.locator("[role=status]").first().innerText()).contains("Kiitos!");
    }
  }

  private String aParentFindsIt() {
    try (BrowserContext parent = window(false)) {
      Page page = parent.newPage();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            page.navigate(address("/fi/haku?q=vanhemmuuden+kev%C3%A4t+yhdess%C3%A4"));
            return page.locator("main a[href^='/fi/tapahtuma/']:has-text('" + THEME + "')").count()
                > 0;
          });
      page.locator("main a[href^='/fi/tapahtuma/']:has-text('" + THEME + "')").first().click();
      assertThat(page.locator("main").innerText())
          .contains("Eron edessä", "Riita ja sopu", "Hyvinkään seurakunta", "Kahvia tarjolla");
      page.locator("main a[href^='/fi/paikka/']").first().click();
      Locator programme = page.locator("section:has(#programme)");
      assertThat(programme.innerText()).contains("Eron edessä", "Keski-Uudenmaan hyvinvointialue");
      sound(page);
      return URI.create(page.url()).getPath();
    }
  }

  /// The visit itself: heads are counted by the door, and those who came answer.
  private void held(String series, Guest guest) {
    clock.set(start(guest).plus(Duration.ofMinutes(5)));
    String link;
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address(series));
      page.locator("article:has-text('" + guest.topic() + "') a:has-text('Kävijämäärä')").click();
      page.locator("#children").fill("5");
      for (int i = 0; i < 3; i++) {
        page.locator("button[name=more][value=adults]").click();
      }
      page.locator("#new_families").fill("1");
      page.locator(".r-sheet__go button[type=submit]").click();
      assertThat(page.locator("#adults").inputValue()).isEqualTo("3");
      assertThat(page.locator("main").innerText()).contains("8 kävijää");
      sound(page);
      page.navigate(address(series));
      page.locator("main .r-sheet__links a:has-text('Palaute')").click();
      link =
          page.locator("li:has-text('" + guest.topic() + "') a[href^='/fi/palaute/']")
              .getAttribute("href");
    }
    clock.set(start(guest).plus(Duration.ofHours(3)));
    try (BrowserContext phone = window(false)) {
      Page page = phone.newPage();
      for (int family = 0; family < guest.families(); family++) {
        page.navigate(address(link));
        boolean unsure = guest.families() == 6 && family == 0;
        page.locator(".r-told__scale input[value='" + (unsure ? 3 : 5) + "']").check();
        page.locator("input[name=more][value=yes]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Kiitos!");
      }
    }
  }

  private static Instant start(Guest guest) {
    return LocalDate.parse(guest.day()).atTime(9, 30).atZone(Zone.HELSINKI).toInstant();
  }

  private void forgetLetters() {
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
  }

  private String letter() {
    String bodies = String.join("\n", outbox.letters());
    Matcher link = LINK.matcher(bodies);
    assertThat(link.find()).as("a letter with a link").isTrue();
    return link.group();
  }

  /// The same page in a window that has scripts, for axe is one.
  private void sound(Page page) {
    try (BrowserContext eyes = window(true)) {
      eyes.addCookies(page.context().cookies());
      Page seen = eyes.newPage();
      seen.navigate(page.url());
      assertThat(Chromium.faults(seen)).as(page.url()).isEmpty();
      assertThat(Chromium.widthOf(seen)).as(page.url()).isLessThanOrEqualTo(390);
    }
  }

  private BrowserContext window(boolean scripts) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(390, scripts);
  }

  private BrowserContext signedIn(String name) {
    BrowserContext window = window(false);
    Page page = window.newPage();
    page.navigate(address("/demo"));
    page.locator(".r-people button:text-is('" + name + "')").click();
    page.waitForURL(name.equals("Pia") ? "**/sv/min" : "**/fi/oma");
    page.close();
    return window;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
