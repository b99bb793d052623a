package fi.rinnalla.advice;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A parent with a phone and an adviser at the desk.
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
class AdviceBrowserTests {
  @Autowired Finder finder;
  @Autowired AdvicePassing passing;
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
  void aParentAsksWithoutANameAndTheAdviserShowsAFamilyCafe() {
    try (BrowserContext parent = context(true);
        BrowserContext adviser = context(true)) {
      Page desk = sitsDown(adviser);
      Page hers = parent.newPage();
      hers.navigate(address("/fi/kysy"));
      assertThat(parent.cookies()).as("no cookie before the talk").isEmpty();
      hers.locator(".r-advice__desk a:has-text('Aloita keskustelu')").click();
      hers.locator("#topic").selectOption("meeting_others");
      assertThat(parent.cookies()).isEmpty();
      hers.locator("button:has-text('Aloita keskustelu')").click();
      assertThat(hers.locator("#state").innerText()).contains("Olet jonossa sijalla 1");
      assertThat(parent.cookies())
          .allSatisfy(it -> {
            assertThat(it.name).isEqualTo("rinnalla-chat");
            assertThat(it.httpOnly).isTrue();
          });
      hers.locator("#words").fill("Perhekahvila lähellä?");
      hers.locator("form[data-say] button").click();
      hers.locator("#log .r-say--own:has-text('Perhekahvila lähellä?')").waitFor();

      desk.locator("#queue button:has-text('Ota')").click();
      assertThat(desk.locator("#log").innerText()).contains("Perhekahvila lähellä?");
      hers.locator("#state:has-text('Sanna')").waitFor();
      desk.locator("form:has(#canned) button").click();
      desk.locator("#q").fill("Pikku-Veturi");
      desk.locator("button:text-is('Etsi')").click();
      desk.locator("button:has-text('Näytä kävijälle')").first().click();
      Locator card = hers.locator("#log .r-say__card a");
      card.waitFor();
      assertThat(card.getAttribute("href")).startsWith("/fi/");
      hers.locator("#log summary:has-text('Näytä kartalla')").click();
      assertThat(hers.locator("#log svg.r-still__spot").first().isVisible()).isTrue();
      hers.locator("#words").fill("Kiitos!");
      hers.locator("form[data-say] button").click();
      desk.locator("#log .r-say--other:has-text('Kiitos!')").waitFor();
      hers.locator("#log .r-say:has-text('Kiitos!')").first().waitFor();
      assertThat(hers.locator("#log .r-say:has-text('Kiitos!')").count()).isOne();
      assertThat(Chromium.faults(hers)).isEmpty();
      assertThat(Chromium.widthOf(hers)).isLessThanOrEqualTo(390);
      assertThat(Chromium.faults(desk)).isEmpty();
      assertThat(Chromium.widthOf(desk)).isLessThanOrEqualTo(390);

      desk.locator("summary:has-text('Päätä keskustelu')").click();
      desk.locator("#tag").selectOption("meeting_others");
      desk.locator("button[value=close]").click();
      assertThat(desk.locator("#faults").innerText()).contains("miten keskustelu päättyi");
      desk.locator("#outcome-resolved").check();
      desk.locator("#tag").selectOption("meeting_others");
      desk.locator("button[value=close]").click();
      assertThat(desk.locator("main").innerText())
          .contains("Keskustelu on päätetty", "Päättyneet keskustelut (")
          .doesNotContain("Kiitos!");
      hers.locator("#state:has-text('Keskustelu on päättynyt')").waitFor();
      assertThat(hers.locator("#say").count()).isZero();
    }
  }

  /// Case A3: the adviser's browser is gone in the middle of a talk.
  @Test
  void whoLosesHerAdviserIsToldAndStandsFirstForTheNextWhoReadsItAll() {
    try (BrowserContext parent = context(true);
        BrowserContext other = context(true);
        BrowserContext another = context(true)) {
      BrowserContext adviser = context(true);
      Page sanna = sitsDown(adviser);
      Page hers = begins(parent);
      hers.locator("#words").fill("Ero on tulossa, mistä aloitan?");
      hers.locator("form[data-say] button").click();
      hers.locator("#log .r-say--own").waitFor();
      sanna.reload();
      sanna.locator("#queue button:has-text('Ota')").first().click();
      sanna.locator("#words").fill("Aloitetaan rauhassa.");
      sanna.locator("form[data-say] button").click();
      hers.locator("#log .r-say:has-text('Aloitetaan rauhassa.')").waitFor();
      Page joel = other.newPage();
      signIn(joel, "Joel");
      joel.navigate(address("/fi/oma/neuvonta"));
      joel.locator("button[value=on]").click();
      Page later = begins(another);

      adviser.close();
      // What the schedule does each quarter of a minute; meanwhile Joel's page said that he is
      // there.
      clock.pass(Duration.ofMinutes(2).plusSeconds(1));
      joel.reload();
      passing.pass();

      hers.locator("#log .r-say--notice:has-text('ei ole enää paikalla')").waitFor();
      hers.locator("#state:has-text('sijalla 1')").waitFor();
      later.locator("#state:has-text('sijalla 2')").waitFor();
      joel.reload();
      joel.locator("#queue button:has-text('Ota')").first().click();
      assertThat(joel.locator("#log").innerText())
          .contains("Ero on tulossa, mistä aloitan?", "Aloitetaan rauhassa.");
      hers.locator("#state:has-text('Joel')").waitFor();
      joel.locator("#words").fill("Luin kaiken.");
      joel.locator("form[data-say] button").click();
      hers.locator("#log .r-say:has-text('Luin kaiken.')").waitFor();
      assertThat(hers.locator("#log .r-say:has-text('Aloitetaan rauhassa.')").count()).isOne();
      ends(hers);
      ends(later);
      // A window that is closed while its page is on the way may never be closed.
      hers.navigate("about:blank");
      later.navigate("about:blank");
      joel.navigate("about:blank");
    } finally {
      clock.set(GivenClock.NOW);
    }
  }

  @Test
  void whoSignsOutLeavesNoTalkOpenInAnotherWindow() {
    try (BrowserContext parent = context(true);
        BrowserContext adviser = context(true)) {
      Page sanna = sitsDown(adviser);
      Page hers = begins(parent);
      hers.locator("#words").fill("Tämä on vain neuvojalle.");
      hers.locator("form[data-say] button").click();
      sanna.reload();
      sanna.locator("#queue button:has-text('Ota')").first().click();
      sanna.locator("#log .r-say:has-text('vain neuvojalle')").waitFor();

      Page second = adviser.newPage();
      second.navigate(address("/fi/oma"));
      second.locator("main button:text-is('Kirjaudu ulos')").click();
      hers.locator("#words").fill("Kuuletko vielä?");
      hers.locator("form[data-say] button").click();

      sanna.waitForURL(Pattern.compile(".*/fi/kirjaudu.*"));
      assertThat(sanna.locator("body").innerText())
          .doesNotContain("vain neuvojalle", "Kuuletko vielä?");
      ends(hers);
      hers.navigate("about:blank");
    }
  }

  /// Nothing goes from the talk to the request but what its writer writes again themselves.
  @Test
  void fromATalkOnesOwnTapLeadsToARequestThatKnowsNothingOfTheTalk() {
    try (BrowserContext parent = context(true);
        BrowserContext adviser = context(true)) {
      Page sanna = sitsDown(adviser);
      Page hers = begins(parent);
      hers.locator("#words").fill("En jaksa enää iltoja.");
      hers.locator("form[data-say] button").click();
      sanna.reload();
      sanna.locator("#queue button:has-text('Ota')").first().click();
      sanna.locator("summary:has-text('Jatka palveluohjaukseen')").click();
      sanna.locator("button[value=help]").click();
      hers.locator("#log .r-say--notice a").last().waitFor();

      Page request = parent.waitForPage(() -> hers.locator("#log .r-say--notice a").last().click());
      request.waitForLoadState();
      assertThat(request.locator("h1").innerText()).isEqualTo("Pyydä apua");
      request.locator("main a[href*='/oma/apua']").first().click();
      request.waitForLoadState();
      assertThat(request.locator("body").innerText()).doesNotContain("En jaksa");
      assertThat(request.url()).doesNotContain("chat=").contains("kirjaudu");
      assertThat(parent.cookies())
          .as("whoever signs in is known by no talk")
          .noneMatch(it -> it.path.equals("/") && it.name.equals("rinnalla-chat"));
      ends(hers);
      hers.navigate("about:blank");
      request.navigate("about:blank");
    }
  }

  private static void ends(Page talk) {
    talk.locator("#end summary").click();
    talk.locator("#end button").click();
  }

  private Page begins(BrowserContext parent) {
    Page hers = parent.newPage();
    hers.navigate(address("/fi/kysy"));
    hers.locator(".r-advice__desk a:has-text('Aloita keskustelu')").first().click();
    hers.locator("button:has-text('Aloita keskustelu')").click();
    return hers;
  }

  @Test
  void aQuestionThatIsAskedOftenIsFoundReadAndLedOnToAHuman() {
    try (BrowserContext parent = context(true);
        BrowserContext owner = context(true)) {
      Page hers = parent.newPage();
      hers.navigate(address("/fi/haku?q=vauva+itkee+koko+ajan"));
      hers.locator(".r-card--article a").first().click();
      assertThat(hers.locator("h1").innerText()).contains("Vauva itkee koko ajan");
      assertThat(hers.locator("main").innerText())
          .contains("Itkevän vauvan tukipuhelin", "Kysy ihmiseltä", "Auttoiko tämä?");
      look(hers);
      hers.locator("button[value=yes]").click();
      assertThat(hers.locator("h1").innerText()).isEqualTo("Kiitos!");
      look(hers);
      hers.navigate(address("/sv/sok?kind=article"));
      assertThat(hers.locator(".r-card--article").count()).isGreaterThanOrEqualTo(12);
      look(hers);
      hers.navigate(address("/en/ask"));
      assertThat(hers.locator(".r-common").innerText()).contains("family café");
      look(hers);

      Page olga = owner.newPage();
      signIn(olga, "Olga");
      olga.navigate(address("/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/neuvonta"));
      olga.locator("a:has-text('Hyvinkään perheneuvo')").click();
      olga.locator("a:text-is('Luvut')").click();
      look(olga);
      olga.goBack();
      olga.locator("a:text-is('Tietopankki')").click();
      look(olga);
      olga.locator(".r-sheet__list a").first().click();
      look(olga);
    }
  }

  @Test
  void anAnswerIsSavedSeenAsItWillBeAndThrownAwayAndALinkToNowhereIsRefused() {
    try (BrowserContext owner = context(true)) {
      Page olga = owner.newPage();
      signIn(olga, "Olga");
      olga.navigate(address("/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/neuvonta"));
      olga.locator("a:has-text('Hyvinkään perheneuvo')").click();
      String desk = olga.url();
      olga.locator("a:text-is('Tietopankki')").click();
      olga.locator("a:has-text('Uusi kysymys')").click();
      olga.locator("#question_fi").fill("Mistä lainaan rattaat?");
      olga.locator("#answer_fi").fill("Kysy ensin.\n\n[Lainaamo](/fi/rattaat) auttaa.");
      olga.locator("button[value=save]").click();
      assertThat(olga.locator("#faults").innerText()).contains("sivulle, jota ei ole");
      olga.locator("#answer_fi").fill("Kysy ensin.\n\n[Neuvojalta](/fi/kysy) saa apua.");
      olga.locator("button[value=save]").click();
      assertThat(olga.locator("main").innerText()).contains("Tallennettu.", "Näin se näkyy");
      assertThat(olga.locator(".r-prose a").getAttribute("href")).isEqualTo("/fi/kysy");
      look(olga);
      String article = olga.url();

      olga.navigate(desk);
      assertThat(olga.locator(".r-sheet__links").innerText()).contains("1 luonnos");
      olga.locator("#day_3").fill("aamulla");
      olga.locator("button[value=week]").click();
      assertThat(olga.locator("#faults").innerText()).contains("Keskiviikko: ");
      look(olga);

      olga.navigate(article);
      olga.locator("button:has-text('Hylkää luonnos')").click();
      olga.navigate(desk);
      assertThat(olga.locator(".r-sheet__links").innerText()).doesNotContain("luonnos");
    }
  }

  private static void look(Page page) {
    for (int width : new int[] {390, 1280}) {
      page.setViewportSize(width, 844);
      assertThat(Chromium.faults(page)).as(page.url()).isEmpty();
      assertThat(Chromium.widthOf(page)).as(page.url()).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void nothingThatIsBeingWrittenIsLostWhenTheOtherEndsAndNobodyIsLeftUntold() {
    try (BrowserContext parent = context(true);
        BrowserContext adviser = context(true)) {
      Page sanna = sitsDown(adviser);
      Page hers = begins(parent);
      hers.locator("#words").fill("Ensimmäinen");
      hers.locator("form[data-say] button").click();
      hers.locator("#log .r-say--own").waitFor();
      sanna.reload();
      sanna.locator("#queue button:has-text('Ota')").first().click();
      sanna.locator("#words").fill("Kesken jäänyt");
      sanna.locator("#q").fill("perhekahvila");
      sanna.locator("button:text-is('Etsi')").click();
      assertThat(sanna.locator("#words").inputValue()).isEqualTo("Kesken jäänyt");
      String desk = sanna.url().replaceAll("/keskustelu/.*", "");

      Page second = adviser.newPage();
      second.navigate(desk);
      second.locator("button[value=off]").click();
      assertThat(second.locator("#faults").innerText()).contains("keskustelu kesken");
      second.locator("#faults button").click();
      hers.locator("#state:has-text('Kukaan ei ole juuri nyt paikalla')").waitFor();
      second.locator("button[value=on]").click();
      hers.locator("#state:has-text('sijalla 1')").waitFor();
      second.locator("#queue button:has-text('Ota')").first().click();
      hers.locator("#state:has-text('Sanna')").waitFor();
      hers.locator("#words").fill("Tätä en ehtinyt lähettää");
      second.locator("summary:has-text('Päätä keskustelu')").click();
      second.locator("#outcome-resolved").check();
      second.locator("button[value=close]").click();

      hers.locator("#line:has-text('ei lähetetty')").waitFor();
      assertThat(hers.locator("#words").inputValue()).isEqualTo("Tätä en ehtinyt lähettää");
      hers.navigate("about:blank");
      sanna.navigate("about:blank");
    }
  }

  @Test
  void itWorksWithoutScripts() {
    try (BrowserContext parent = context(false);
        BrowserContext adviser = context(false)) {
      Page desk = sitsDown(adviser);
      Page hers = parent.newPage();
      hers.navigate(address("/fi/kysy"));
      hers.locator(".r-advice__desk a:has-text('Aloita keskustelu')").click();
      hers.locator("button:has-text('Aloita keskustelu')").click();
      hers.locator("#words").fill("Ilman skriptejä");
      hers.locator("form[data-say] button").click();
      assertThat(hers.locator("#log").innerText()).contains("Ilman skriptejä");
      desk.reload();
      desk.locator("#queue button:has-text('Ota')").first().click();
      desk.locator("#words").fill("Tervetuloa");
      desk.locator("form[data-say] button").click();
      hers.navigate(address("/fi/keskustelu"));
      assertThat(hers.locator("#state").innerText()).contains("Sanna");
      assertThat(hers.locator("#log").innerText()).contains("Tervetuloa");
      hers.locator("form[data-say] button").click();
      assertThat(hers.locator("#faults").innerText()).contains("Kirjoita viesti");
      hers.navigate(address("/en/chat"));
      assertThat(hers.locator("#log").innerText()).contains("Tervetuloa");
      hers.locator("#end summary").click();
      hers.locator("#end button").click();
      assertThat(hers.locator("#state").innerText()).contains("over");
      desk.navigate(address("/fi/oma/neuvonta"));
      assertThat(desk.locator("#queue").innerText()).doesNotContain("En osaa sanoa");
    }
  }

  @Test
  void aQuestionIsLeftBehindASecretLinkAndAnswered() {
    try (BrowserContext parent = context(false);
        BrowserContext adviser = context(false)) {
      Page hers = parent.newPage();
      hers.navigate(address("/fi/kysy"));
      String start = hers.locator(".r-advice__desk h3 a").first().getAttribute("href");
      String leave = start.replace("/fi/keskustelu/aloita/", "/fi/kysymys/jata/");
      hers.navigate(address(leave));
      assertThat(hers.locator(".r-lead").innerText()).contains("viimeistään");
      hers.locator("input[value=mail_link]").check();
      hers.locator("#words").fill("Miten perhekerhoon pääsee?");
      hers.locator("button:has-text('Lähetä kysymys')").click();
      assertThat(hers.locator("#faults").innerText()).contains("sähköpostiosoite");
      assertThat(hers.locator("#words").inputValue()).isEqualTo("Miten perhekerhoon pääsee?");
      hers.locator("input[value=link]").check();
      hers.locator("button:has-text('Lähetä kysymys')").click();
      assertThat(hers.locator("#link").inputValue()).contains("/fi/kysymys/");
      assertThat(parent.cookies()).as("a question needs no cookie").isEmpty();
      String link = hers.url();

      Page desk = sitsDown(adviser);
      desk.locator("a:text-is('Jätetyt kysymykset (1)')").click();
      desk.locator(".r-sheet__list a").first().click();
      desk.locator("#words").fill("Tulemalla paikalle. https://esimerkki.example/kerho.");
      desk.locator("button[value=answer]").click();
      hers.navigate(link);
      assertThat(hers.locator("main").innerText()).contains("Tulemalla paikalle.", "Sanna");
      assertThat(hers.locator(".r-sheet__words a").getAttribute("href"))
          .isEqualTo("https://esimerkki.example/kerho");
    }
  }

  @Test
  void thoseWhoKeepADeskSayWhenItAnswers() {
    try (BrowserContext owner = context(true);
        BrowserContext region = context(false)) {
      Page page = owner.newPage();
      signIn(page, "Olga");
      page.navigate(address("/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/neuvonta"));
      page.locator("summary:has-text('Uusi neuvontapiste')").click();
      page.locator("button:text-is('Perusta')").click();
      assertThat(page.locator("#faults").innerText()).contains("Kirjoita nimi");
      page.locator("#name").fill("Iltapiste");
      page.locator("button:text-is('Perusta')").click();
      page.locator("#day_1").fill("10-13, klo 17");
      page.locator("button[value=week]").click();
      assertThat(page.locator("#faults").innerText()).contains("Kirjoita ajat näin");
      assertThat(page.locator("#day_1").inputValue()).isEqualTo("10-13, klo 17");
      page.locator("#day_1").fill("12–13, 12.30–14");
      page.locator("button[value=week]").click();
      assertThat(page.locator("#faults").innerText()).contains("päällekkäin");
      page.locator("#day_1").fill("10-13, 17.30–20");
      page.locator("button[value=week]").click();
      assertThat(page.locator("#day_1").inputValue()).isEqualTo("10.00–13.00, 17.30–20.00");
      page.locator("summary:has-text('Lisää poikkeus')").click();
      page.locator("#first").fill("2026-12-23");
      page.locator("#last").fill("2027-01-06");
      page.locator("button[value=except]").click();
      assertThat(page.locator("#faults").innerText()).contains("syy");
      page.locator("#reason").fill("Joulutauko");
      page.locator("button[value=except]").click();
      assertThat(page.locator("main").innerText()).contains("Joulutauko", "Suljettu");
      page.locator("select#person")
          .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Eero"));
      page.locator("#adviser_name").fill("Eero 040");
      page.locator("button[value=seat]").click();
      assertThat(page.locator("#faults").innerText()).contains("vain kirjaimia");
      page.locator("#adviser_name").fill("Eero");
      page.locator("button[value=seat]").click();
      assertThat(page.locator("main").innerText()).contains("Eero");
      for (int width : new int[] {390, 1280}) {
        page.setViewportSize(width, 844);
        assertThat(Chromium.faults(page)).isEmpty();
        assertThat(Chromium.widthOf(page)).isLessThanOrEqualTo(width);
      }
      Page raija = region.newPage();
      signIn(raija, "Raija");
      raija.navigate(address("/fi/yllapito/neuvonta"));
      assertThat(raija.locator("main").innerText()).contains("Hyvinkään perheneuvo");
      assertThat(raija.navigate(address("/fi/oma/neuvonta")).status()).isEqualTo(404);
    }
  }

  private Page sitsDown(BrowserContext adviser) {
    Page desk = adviser.newPage();
    signIn(desk, "Sanna");
    desk.navigate(address("/fi/oma/neuvonta"));
    desk.locator("button[value=on]").click();
    assertThat(desk.locator("main").innerText()).contains("Olet paikalla");
    return desk;
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
