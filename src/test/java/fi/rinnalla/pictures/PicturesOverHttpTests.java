package fi.rinnalla.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.search.Finder;
import fi.rinnalla.vocabulary.UuidV5;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A picture's whole way over HTTP, as a browser without scripts sends it, with what the server
/// itself would say of large files.
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
class PicturesOverHttpTests {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern HOME =
      Pattern.compile("/(?:fi/oma/jarjesto|sv/min/organisation|en/my/organization)/[0-9a-f-]{36}");
  private static final Pattern LOGO = Pattern.compile("/pictures/[0-9a-f]{32}-[0-9]+\\.png");
  private static final String BOUNDARY = "rinnalla";

  @Autowired Finder finder;
  @LocalServerPort int port;

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  @BeforeEach
  void theHouseIsReady() {
    await().atMost(Duration.ofSeconds(60)).until(finder::isReady);
  }

  @ParameterizedTest
  @CsvSource({"fi, oma, logo, poista", "sv, min, logotyp, ta-bort", "en, my, logo, remove"})
  void aLogoIsPutSeenAndTakenAwayInEachLanguage(String lang, String own, String logo, String remove)
      throws Exception {
    String form = signIn(lang, own) + "/" + logo;
    var saved = send(form, "version", version(form), "alt_" + lang, "Logo", Shots.png(400, 200));

    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.uri().toString()).endsWith(form + "?done=saved");
    Matcher address = LOGO.matcher(saved.body());
    assertThat(address.find()).isTrue();
    HttpResponse<String> picture = get(address.group());
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().allValues("Content-Type")).containsExactly("image/png");
    assertThat(picture.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(picture.headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=31536000, immutable");
    assertThat(picture.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    var removed = send(form + "/" + remove, "version", version(form), "x", "", new byte[0]);
    assertThat(removed.uri().toString()).endsWith(form + "?done=removed");
    assertThat(get(address.group()).statusCode()).isEqualTo(404);
  }

  /// Just over what is taken, over what the server reads at all, and far over it.
  @ParameterizedTest
  @ValueSource(ints = {11, 25, 45})
  void aFileThatIsTooLargeIsAnsweredOnItsForm(int megabytes) throws Exception {
    String form = signIn("fi", "oma") + "/logo";

    var answer = send(form, "version", "0", "alt_fi", "Logo", new byte[megabytes * 1024 * 1024]);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Tähän mahtuu 10 Mt", "id=\"file\"");
  }

  @Test
  void aFormWithoutItsTokenPutsNoPicture() throws Exception {
    String form = signIn("fi", "oma") + "/logo";
    HttpRequest forged =
        HttpRequest.newBuilder(at(form))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body("forged", Shots.png(400, 200), "alt_fi", "Vieras", "promise", "yes"))
            .build();

    assertThat(browser.send(forged, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(get(form).body()).doesNotContain("Vieras");
  }

  /// At a page that takes files, at one that takes no form at all, and at one behind a secret.
  @ParameterizedTest
  @ValueSource(strings = {"/fi/oma", "/fi", "/fi/ryhmasta-pois/abc"})
  void aFormOfSeveralPartsThatBreaksOffIsRefusedWithoutATrace(String path) throws Exception {
    HttpRequest broken =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString("--" + BOUNDARY + "\r\nbroken"))
            .build();

    HttpResponse<String> answer = browser.send(broken, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception", "fi.rinnalla");
  }

  private String version(String form) throws Exception {
    Matcher version =
        Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(get(form).body());
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private String signIn(String lang, String own) throws Exception {
    String eero = UuidV5.of("demo", "person", "Eero").toString();
    HttpRequest in =
        HttpRequest.newBuilder(at("/demo/" + eero))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "_csrf=" + java.net.URLEncoder.encode(token("/demo"), StandardCharsets.UTF_8)))
            .build();
    browser.send(in, HttpResponse.BodyHandlers.ofString());
    Matcher home = HOME.matcher(get("/" + lang + "/" + own).body());
    assertThat(home.find()).isTrue();
    return home.group();
  }

  private String token(String path) throws Exception {
    Matcher token = TOKEN.matcher(get(path).body());
    assertThat(token.find()).as("a form at " + path).isTrue();
    return token.group(1);
  }

  private HttpResponse<String> send(
      String path, String name, String value, String other, String words, byte[] file)
      throws Exception {
    String form = path.replaceAll("/(poista|ta-bort|remove)$", "");
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body(token(form), file, name, value, other, words, "promise", "yes"))
            .build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher body(String token, byte[] file, String... fields) {
    var body = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    part(head, "_csrf").append("\r\n\r\n").append(token).append("\r\n");
    for (int field = 0; field < fields.length; field += 2) {
      part(head, fields[field]).append("\r\n\r\n").append(fields[field + 1]).append("\r\n");
    }
    part(head, "file")
        .append("; filename=\"kuva.png\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
  }

  private static StringBuilder part(StringBuilder head, String name) {
    return head.append("--")
        .append(BOUNDARY)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append('"');
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
