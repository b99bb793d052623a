package fi.rinnalla.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.search.Finder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A search within somebody else's page, which allows as little as a page can, in a real browser.
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
class EmbedTests {
  @Autowired Finder finder;
  @LocalServerPort int port;

  private @Nullable Chromium browser;
  private @Nullable HttpServer stranger;
  private volatile String body = "";

  @BeforeAll
  void open() throws IOException {
    browser = Chromium.open();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page =
              "<!doctype html><html lang=fi><title>Kylän sivut</title><h1>Kylän sivut</h1>" + body;
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Security-Policy",
                  "default-src 'none'; script-src %1$s; frame-src %1$s".formatted(ours("")));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    stranger = server;
    await().atMost(Duration.ofSeconds(60)).until(finder::isReady);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (stranger != null) {
      stranger.stop(0);
    }
  }

  @Test
  void oneLineOfCodeShowsASearchInAStrictPageAsHighAsItIs() {
    body =
        "<script src=\"%s\" data-query=\"where=Hyvinkää&kind=event\" data-language=\"sv\" data-title=\"Rinnalla\" async></script>"
            .formatted(ours("/widget.js"));
    try (BrowserContext context = window()) {
      List<String> complaints = new CopyOnWriteArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(it -> {
        if (it.type().equals("error") && !it.text().contains("favicon")) {
          complaints.add(it.text());
        }
      });
      page.navigate(theirs());
      FrameLocator frame = page.frameLocator("iframe");
      frame.locator("li h2 a").first().waitFor();

      assertThat(frame.locator("li").count()).isEqualTo(6);
      assertThat(frame.locator("html").getAttribute("lang")).isEqualTo("sv");
      page.waitForFunction("document.querySelector('iframe').height !== '480'");
      double inside = frame.locator("html").boundingBox().height;
      assertThat(Double.parseDouble(page.locator("iframe").getAttribute("height")))
          .isBetween(inside - 1, inside + 2);
      assertThat(complaints).isEmpty();
      assertThat(context.cookies()).isEmpty();
      frame.locator("li h2 a").first().click();
      page.waitForURL(ours("/sv/evenemang/**"));
    }
  }

  @Test
  void aBareFrameShowsItToo() {
    body =
        "<iframe src=\"%s\" title=Rinnalla></iframe>"
            .formatted(ours("/embed?q=perhekahvila&language=fi"));
    try (BrowserContext context = window()) {
      Page page = context.newPage();
      page.navigate(theirs());
      page.frameLocator("iframe").locator("li h2 a").first().waitFor();

      assertThat(page.frameLocator("iframe").locator("li h2 a").first().innerText())
          .containsIgnoringCase("kahvila");
    }
  }

  @Test
  void nothingElseOfOursMayBeFramed() {
    try (BrowserContext context = window()) {
      assertThat(policy(context, "/embed?where=Hyvinkää")).contains("frame-ancestors *");
      for (String path :
          List.of(
              "/fi", "/fi/haku", "/fi/upota", "/embed.css", "/embedded", "/demo", "/widget.js")) {
        assertThat(policy(context, path)).as(path).contains("frame-ancestors 'none'");
      }
    }
  }

  @Test
  void whatIsEmbeddedHasNoFaultThatAxeFinds() {
    try (BrowserContext context = window()) {
      Page page = context.newPage();
      for (String path :
          List.of("/embed?where=Hyvinkää&accent=77446f&text=larger", "/embed?q=eiolemassa")) {
        page.navigate(ours(path));
        assertThat(Chromium.faults(page)).as(path).isEmpty();
        assertThat(Chromium.widthOf(page)).isLessThanOrEqualTo(390);
      }
      page.navigate(ours("/embed?where=Hyvinkää&accent=77446f&text=larger"));
      assertThat(page.locator(".e-all a").evaluate("it => getComputedStyle(it).backgroundColor"))
          .isEqualTo("rgb(119, 68, 111)");
    }
  }

  @Test
  void thePageThatMakesTheCodeShowsWhatItMakes() {
    try (BrowserContext context = window()) {
      Page page = context.newPage();
      page.navigate(ours("/fi/haku?where=Hyvinkää&kind=event&when=week"));
      page.locator(".r-along summary").click();
      page.locator(".r-along a[href*='#embed']").click();
      assertThat(Chromium.faults(page)).isEmpty();
      assertThat(Chromium.widthOf(page)).isLessThanOrEqualTo(390);
      assertThat(page.locator("#ics").inputValue())
          .contains("/calendar.ics?where=Hyvink%C3%A4%C3%A4&kind=event&language=fi")
          .doesNotContain("when");
      page.locator(".r-take details:has(form) summary").click();
      page.locator("#accent").fill("#77446f");
      page.locator("#where").fill("Oulu");
      page.locator(".r-take form button").click();
      page.waitForURL("**where=Oulu**");

      assertThat(page.locator("#script").inputValue())
          .contains("data-query=\"where=Oulu&amp;when=week&amp;kind=event&amp;language=fi\"")
          .contains("data-accent=\"77446f\"");
      FrameLocator preview = page.frameLocator(".r-take__preview iframe");
      preview.locator("li h2 a").first().waitFor();
      page.waitForFunction(
          "document.querySelector('.r-take__preview iframe').height !== '%d'"
              .formatted(240 + 6 * 160));
      double inside = preview.locator("html").boundingBox().height;
      assertThat(Double.parseDouble(page.locator(".r-take__preview iframe").getAttribute("height")))
          .isBetween(inside - 1, inside + 2);
    }
  }

  @Test
  void theCodeIsCopiedByOnePressAndTheButtonSaysSo() {
    try (BrowserContext context = window()) {
      context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = context.newPage();
      page.navigate(ours("/fi/upota?where=Oulu"));
      page.locator("[data-copy=script]").click();

      page.locator(".r-copy__said:text-is('Kopioitu')").waitFor();
      assertThat(page.evaluate("navigator.clipboard.readText()"))
          .isEqualTo(page.locator("#script").inputValue());
    }
  }

  @Test
  void withoutScriptsTheCodeIsThereToBeSelectedAndNoButtonPromisesMore() {
    try (BrowserContext context = window(false)) {
      Page page = context.newPage();
      page.navigate(ours("/fi/upota?where=Oulu"));

      assertThat(page.locator("#script").isVisible()).isTrue();
      assertThat(page.locator("[data-copy=script]").isVisible()).isFalse();
    }
  }

  @Test
  void aColourThatNobodyCouldReadIsRefusedAndStaysInItsField() {
    try (BrowserContext context = window()) {
      Page page = context.newPage();
      Response answer = page.navigate(ours("/fi/upota?accent=%23ffee99&where=Oulu"));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(page.locator("#faults").innerText()).contains("liian vaalea");
      assertThat(page.locator("#accent").inputValue()).isEqualTo("#ffee99");
      assertThat(page.locator("#where").inputValue()).isEqualTo("Oulu");
      assertThat(page.locator("#script").inputValue()).doesNotContain("accent");
    }
  }

  private String policy(BrowserContext context, String path) {
    APIResponse answer = context.request().get(ours(path));
    return String.valueOf(answer.headers().get("content-security-policy"));
  }

  private BrowserContext window() {
    return window(true);
  }

  private BrowserContext window(boolean scripts) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    return browser.window(390, scripts);
  }

  private String ours(String path) {
    return "http://localhost:" + port + path;
  }

  private String theirs() {
    if (stranger == null) {
      throw new IllegalStateException("no stranger");
    }
    return "http://127.0.0.1:" + stranger.getAddress().getPort() + "/";
  }
}
