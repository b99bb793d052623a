package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fi.rinnalla.Chromium;
import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
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

/// From a poster by the door to a summary, on phones without scripts.
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
class FeedbackBrowserTests {
  private static final String OURS =
      "/fi/oma/jarjesto/816c0f52-a91c-53f4-9a7c-ee25e97b26d8/palaute";

  @Autowired GivenClock.Settable clock;
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
  void aRoundFromThePosterToTheSummary() throws Exception {
    String round;
    String link;
    Instant start;
    try (BrowserContext eero = signedIn("Eero")) {
      Page page = eero.newPage();
      page.navigate(address(OURS.replace("/palaute", "")));
      page.locator("li .r-sheet__links a:has-text('Palaute')").first().click();
      sound(page);
      start = Instant.parse(page.locator("input[name=time]").first().inputValue());
      page.locator("input[name=time]").first().check();
      page.locator("main form button[type=submit]").click();
      round = URI.create(page.url()).getPath();
      sound(page);
      link = scanned(eero.request().get(posterOf(page)).body());
    }
    // The first time may be one that is over already, and can be answered now.
    Instant dayAfter = start.plus(Duration.ofDays(1));
    clock.set(dayAfter.isAfter(GivenClock.NOW) ? dayAfter : GivenClock.NOW);
    try (BrowserContext phone = window(false)) {
      Page page = phone.newPage();
      page.navigate(address(link));
      sound(page);
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("#faults").innerText()).contains("Valitse numero");
      for (int family = 0; family < 5; family++) {
        page.navigate(address(link));
        page.locator(".r-told__scale input[value='5']").check();
        page.locator("input[name=more][value=yes]").check();
        page.locator("input[value=people]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Kiitos!");
      }
      sound(page);
    }
    clock.pass(Duration.ofDays(9));
    try (BrowserContext eero = signedIn("Eero")) {
      Page page = eero.newPage();
      page.navigate(address(round));
      page.locator("button[value=summarise]").click();

      assertThat(page.locator(".r-told__counts").innerText()).contains("5/5");
      assertThat(page.locator("main").innerText())
          .contains("4 vastausta tuli puhelimista, joista oli jo vastattu");
      sound(page);
    }
  }

  @Test
  void theDemosFamiliesAreToldTogetherToTheHostOfTheirVisitsAndToThePartner() {
    try (BrowserContext veera = signedIn("Veera")) {
      Page page = veera.newPage();
      page.navigate(address("/fi/oma/jarjesto/1606f067-ee12-55e5-8e47-ea44315e2f16/palaute"));
      sound(page);
      page.locator("li:has-text('16/17') a").click();

      assertThat(page.locator(".r-told__counts").innerText()).contains("16/17", "17/17");
      assertThat(page.locator("main").innerText()).contains("jollakin kerralla");
      sound(page);
      page.locator("button[value=show]").first().click();
      assertThat(page.locator("[role=status]").innerText()).contains("Kumppanit näkevät nyt");
    }
    try (BrowserContext pia = signedIn("Pia")) {
      Page page = pia.newPage();
      page.navigate(address("/fi/oma/jarjesto/f1fbcb05-cda4-5ec2-9072-6d91c9f2ffaa/palaute"));
      page.locator("li:has-text('16/17') a").click();

      assertThat(page.locator(".r-told__counts").innerText()).contains("16/17");
      assertThat(page.locator("#words li").count()).isOne();
      assertThat(page.locator("main form").count()).as("nothing to change").isZero();
      sound(page);
    }
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

  private String posterOf(Page page) {
    return address(
        String.valueOf(page.locator("a[href$='juliste.pdf']").first().getAttribute("href")));
  }

  /// The path of what a phone's camera reads from the paper.
  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument poster = Loader.loadPDF(pdf)) {
      BufferedImage image = new PDFRenderer(poster).renderImageWithDPI(0, 100);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      BinaryBitmap seen =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
      String read =
          new QRCodeReader().decode(seen, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
      return URI.create(read).getPath();
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
