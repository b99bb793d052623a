package fi.rinnalla.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
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

/// The pages of the demo region in a real browser, on a Monday morning in November.
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
class BrowserTests {
  private static final List<String> PAGES =
      List.of(
          "/fi",
          "/sv",
          "/en",
          "/fi/haku?when=today&where=Hyvinkää",
          "/sv/sok?q=familjekafé",
          "/en/search?q=playground",
          "/fi/haku?view=map&where=Oulu",
          "/fi/haku?view=calendar&where=Hyvinkää",
          "/fi/haku?q=eiolemassa&where=Loppi",
          "/fi/alue/hyvinkaa",
          "/sv/omrade/oulu",
          "/fi/kysy",
          "/fi/tapaa",
          "/en/ask",
          "/sv/traffa",
          "/fi/upota?where=Oulu",
          "/fi/saavutettavuus",
          "/fi/lahteet",
          "/en/sources/1",
          "/fi/tietosuoja",
          "/fi/ei-verkkoa",
          "/fi/eioleolemassa");

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

  static Stream<String> pages() {
    return PAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasNoFaultThatAxeFindsAndNeverScrollsSideways(String path) {
    for (int width : new int[] {320, 390, 1280}) {
      try (BrowserContext context = context(width, true)) {
        Page page = visit(context, path);
        assertThat(Chromium.faults(page)).as("%s at %d px", path, width).isEmpty();
        assertThat(Chromium.widthOf(page))
            .as("%s at %d px", path, width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void aFamilyOfManyLanguagesIsAnswered() {
    try (BrowserContext context = context(390, true)) {
      StringBuilder languages = new StringBuilder("fi-FI,fi;q=0.9");
      for (char letter = 'a'; letter <= 'z'; letter++) {
        languages.append(",s").append(letter).append(";q=0.5,t").append(letter).append(";q=0.4");
      }

      assertThat(
              context
                  .request()
                  .get(
                      address("/fi"),
                      RequestOptions.create().setHeader("Accept-Language", languages.toString()))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void stylesScriptsAndTheGroundOfTheMapComePackedAsTheyWereBuilt() {
    try (BrowserContext context = context(390, true)) {
      Page page = context.newPage();
      List<Response> assets = new ArrayList<>();
      page.onResponse(answer -> {
        if (answer.url().matches(".*/assets/.*\\.(css|js|svg)")) {
          assets.add(answer);
        }
      });
      page.navigate(address("/fi/haku?view=map"));
      page.waitForLoadState(LoadState.NETWORKIDLE);

      assertThat(List.copyOf(assets))
          .anySatisfy(answer -> assertThat(answer.url()).contains("/ground-"))
          .allSatisfy(answer ->
              assertThat(answer.allHeaders())
                  .as(answer.url())
                  .containsEntry("content-encoding", "gzip")
                  .containsKey("content-length"));
    }
  }

  @Test
  void aParentFindsWhatIsOnTodayInThreeTaps() {
    try (BrowserContext context = context(390, true)) {
      Page page = visit(context, "/fi");
      page.locator(".r-door--today").click();
      page.waitForURL("**/fi/haku?when=today");
      page.locator(".r-card--event .r-card__title a").first().click();

      assertThat(page.locator("h1").innerText()).isNotBlank();
      assertThat(page.locator(".r-dates li").count()).isPositive();
    }
  }

  @Test
  void theSameIsDoneWithoutJavaScript() {
    try (BrowserContext context = context(390, false)) {
      Page page = visit(context, "/fi");
      page.locator("#q").fill("perhekahvila");
      page.locator("#where").fill("Hyvinkää");
      page.locator("form.r-search button[type=submit]").click();

      assertThat(page.url()).contains("/fi/haku?");
      assertThat(page.locator(".r-card__title").first().innerText())
          .containsIgnoringCase("kahvila");
      page.locator(".r-filters > summary").click();
      page.locator("input[name=kind][value=event]").check();
      page.locator(".r-filters button[type=submit]").click();
      assertThat(page.locator(".r-card--service").count()).isZero();
      assertThat(page.locator(".r-card--event").count()).isPositive();
    }
  }

  @Test
  void theSearchAnswersWhileOneTypesAndKeepsTheAddress() {
    try (BrowserContext context = context(1280, true)) {
      Page page = visit(context, "/fi/haku");
      page.locator("#q").pressSequentially("muskari");
      page.waitForURL("**q=muskari**");

      assertThat(page.locator("#q").inputValue()).isEqualTo("muskari");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
      assertThat(page.locator(".r-card__title").first().innerText())
          .containsIgnoringCase("muskari");
    }
  }

  @Test
  void theLanguageMenuKeepsThePageAndTheSearch() {
    try (BrowserContext context = context(1280, true)) {
      Page page = visit(context, "/fi/haku?where=Oulu&when=today");
      page.locator(".r-langs a[lang=sv]").click();

      assertThat(page.url()).endsWith("/sv/sok?where=Oulu&when=today");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("sv");
    }
  }

  @Test
  void theLanguageMenuKeepsWhatIsBeingWritten() {
    try (BrowserContext context = context(390, true)) {
      Page page = visit(context, "/fi/kerro");
      page.locator("#words").fill("Tien toisella puolella on uusi leikkipuisto");
      page.locator("input[name=what]").last().check();
      page.locator(".r-langs a[lang=en]").click();

      assertThat(page.url()).endsWith("/en/tell");
      assertThat(page.locator("#words").inputValue()).contains("uusi leikkipuisto");
      assertThat(page.locator("input[name=what]").last().isChecked()).isTrue();

      page.locator("#words").fill("");
      page.locator("main form [type=submit]").click();
      assertThat(page.locator("#faults").isVisible()).isTrue();
      page.locator(".r-langs a[lang=sv]").click();
      assertThat(page.locator("input[name=what]").last().isChecked())
          .as("what was sent and refused goes along too")
          .isTrue();
      assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString())
          .as("and nothing stays")
          .doesNotContain("typed");
    }
  }

  @Test
  void theKeyboardSkipsToTheContent() {
    try (BrowserContext context = context(1280, true)) {
      Page page = visit(context, "/fi");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");

      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  @Test
  void nothingIsFetchedFromAnyoneElse() {
    try (BrowserContext context = context(1280, true)) {
      Page page = context.newPage();
      List<String> strangers = new java.util.concurrent.CopyOnWriteArrayList<>();
      page.onRequest(request -> {
        if (!request.url().startsWith("http://localhost:" + port)
            && !request.url().startsWith("data:")) {
          strangers.add(request.url());
        }
      });
      page.navigate(address("/fi/haku?view=map&where=Oulu"));
      page.locator(".r-still__spot").first().waitFor();
      page.mouse().move(200, 300);
      page.locator(".leaflet-marker-icon").first().waitFor();

      assertThat(strangers).isEmpty();
    }
  }

  @Test
  void whoeverReadsOfAShelterLeavesByOnePressAndNothingIsLeftBehind() {
    try (BrowserContext context = context(390, true)) {
      // The weather, as far as this machine sees it.
      context.route(
          "https://www.ilmatieteenlaitos.fi/**",
          route ->
              route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("Sää")));
      Page page = visit(context, "/fi");
      assertThat(page.locator("[data-leave]").count()).isZero();
      Response sensitive = page.navigate(address("/fi/haku?q=turvakoti"));
      assertThat(sensitive.headers()).containsEntry("cache-control", "no-store");
      page.locator("[data-leave]").click();
      page.waitForURL("https://www.ilmatieteenlaitos.fi/**");
      page.goBack();

      assertThat(page.url()).isEqualTo(address("/fi"));
    }
  }

  @Test
  void aStepBackToAnEarlierSensitivePageLeadsAwayAgain() {
    try (BrowserContext context = context(390, true)) {
      context.route(
          "https://www.ilmatieteenlaitos.fi/**",
          route ->
              route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("Sää")));
      Page page = visit(context, "/fi");
      page.navigate(address("/fi/haku?q=turvakoti"));
      page.navigate(address("/fi/kysy"));
      page.locator("[data-leave]").click();
      page.waitForURL("https://www.ilmatieteenlaitos.fi/**");
      page.goBack();
      page.waitForURL("https://www.ilmatieteenlaitos.fi/**");
      page.goBack();
      assertThat(page.url()).isEqualTo(address("/fi"));

      page.navigate(address("/fi/kysy"));
      assertThat(page.locator("[data-leave]").isVisible()).isTrue();
    }
  }

  @Test
  void typingSomethingSensitiveBringsTheWayOutAndThreeShiftsTakeIt() {
    try (BrowserContext context = context(1280, true)) {
      context.route(
          "https://www.ilmatieteenlaitos.fi/**",
          route ->
              route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("Sää")));
      Page page = visit(context, "/fi/haku");
      page.locator("#q").pressSequentially("turvakoti");
      page.locator("[data-leave]").waitFor();
      for (int press = 0; press < 3; press++) {
        page.keyboard().press("Shift");
      }
      page.waitForURL("https://www.ilmatieteenlaitos.fi/**");
    }
  }

  @Test
  void theQuickWayOutIsALinkWithoutJavaScriptAndSignsOut() {
    try (BrowserContext context = context(390, false)) {
      Page page = visit(context, "/fi/kysy");
      String way = page.locator("[data-leave]").getAttribute("href");
      APIResponse answer =
          context.request().get(address(way), RequestOptions.create().setMaxRedirects(0));

      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.headers())
          .containsEntry("location", "https://www.ilmatieteenlaitos.fi/")
          .containsEntry("clear-site-data", "\"storage\"");
    }
  }

  private Page visit(BrowserContext context, String path) {
    Page page = context.newPage();
    Response response = page.navigate(address(path));
    assertThat(response.status()).isIn(200, 404);
    return page;
  }

  private BrowserContext context(int width, boolean script) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(width, script);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
