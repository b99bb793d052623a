package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fi.rinnalla.vocabulary.PublicAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HostileFeedTests {
  @TempDir Path folder;
  private HttpServer server;
  private String here;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    here = "http://127.0.0.1:" + server.getAddress().getPort();
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void fetch(Fetcher fetcher, String address) throws IOException {
    fetcher.fetch(URI.create(address), folder.resolve("feed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://2130706433/",
        "http://user:pw@example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/"
      })
  void anAddressOfOurOwnNetworkIsRefused(String address) {
    assertThatThrownBy(() -> fetch(Fetches.careful(), address)).isInstanceOf(FetchFault.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "168.63.129.16",
        "3fff::1",
        "3fff:fff::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:2f::1",
        "2001::1",
        "2001:db8::1"
      })
  void anAddressOfASpecialPurposeIsNotPublic(String address) throws IOException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void aPublicAddressIsAllowed() throws IOException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName("193.166.3.2"))).isTrue();
    assertThat(PublicAddress.isPublic(InetAddress.getByName("2001:708:10:9::20:2"))).isTrue();
  }

  @Test
  void aRedirectIsCheckedLikeTheFirstAddress() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://192.168.0.1/secret");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThatThrownBy(() -> fetch(Fetches.fetcher(), here + "/"))
        .isInstanceOf(FetchFault.class)
        .hasMessageContaining("not a public address");
  }

  @Test
  void aNameIsAskedOnceAndTheFetchGoesToTheAddressThatWasChecked() throws IOException {
    InetAddress checked = InetAddress.getByName("127.0.0.1");
    InetAddress later = InetAddress.getByName("10.0.0.1");
    server.createContext("/", exchange -> answer(exchange, "public"));
    List<InetAddress> answers = new ArrayList<>(List.of(checked, later));
    Fetcher fetcher =
        new Fetcher(
            Fetches.settings(true, 1_000_000, Duration.ofSeconds(2)),
            _ -> new InetAddress[] {answers.removeFirst()});

    fetch(fetcher, "http://rebinding.example:" + server.getAddress().getPort() + "/");

    assertThat(folder.resolve("feed")).hasContent("public");
    assertThat(answers).containsExactly(later);
  }

  @Test
  void aNameThatHasTurnedPrivateByTheRedirectIsRefused() throws IOException {
    InetAddress checked = InetAddress.getByName("127.0.0.1");
    InetAddress later = InetAddress.getByName("10.0.0.1");
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/again");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    List<InetAddress> answers = new ArrayList<>(List.of(checked, later));
    Fetcher fetcher =
        new Fetcher(
            Fetches.settings(true, 1_000_000, Duration.ofSeconds(2)),
            _ -> new InetAddress[] {answers.removeFirst()});

    assertThatThrownBy(
            () -> fetch(fetcher, "http://rebinding.example:" + server.getAddress().getPort() + "/"))
        .isInstanceOf(FetchFault.class)
        .hasMessageContaining("not a public address");
  }

  @Test
  void oneOfANamesAddressesInOurOwnNetworkIsEnoughToRefuseIt() throws IOException {
    InetAddress[] both = {
      InetAddress.getByName("193.166.3.2"), InetAddress.getByName("192.168.0.1")
    };
    Fetcher fetcher =
        new Fetcher(Fetches.settings(false, 1_000_000, Duration.ofSeconds(2)), _ -> both);
    assertThatThrownBy(() -> fetch(fetcher, "http://rebinding.example/"))
        .hasMessageContaining("not a public address");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Test
  void redirectsGoRoundOnlyThreeTimes() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/again");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThatThrownBy(() -> fetch(Fetches.fetcher(), here + "/"))
        .hasMessageContaining("redirects");
  }

  @Test
  void aServerThatNeverEndsIsLeftInTime() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write('x');
              out.flush();
              Thread.sleep(50);
            }
          } catch (IOException | InterruptedException left) {
            // the fetcher went
          }
        });
    Instant start = Instant.now();
    assertThatThrownBy(() -> fetch(Fetches.fetcher(), here + "/")).isInstanceOf(FetchFault.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void moreBytesThanAllowedAreNotTaken() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 40; i++) {
              out.write(new byte[100_000]);
            }
          } catch (IOException left) {
            // the fetcher went
          }
        });
    assertThatThrownBy(() -> fetch(Fetches.fetcher(), here + "/"))
        .hasMessageContaining("more than 1000000 bytes");
  }

  @Test
  void aZipBombIsNotUnpacked() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("services.csv"));
      byte[] zeros = new byte[1_000_000];
      for (int i = 0; i < 50; i++) {
        out.write(zeros);
      }
    }
    assertThatThrownBy(() ->
            Feed.open(Source.byHand("t", Format.HSDS, "x"), zip.toString(), Fetches.fetcher()))
        .hasMessageContaining("swells");
  }

  @Test
  void aZipOfTooManyFilesIsNotUnpacked() throws IOException {
    Path zip = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < 200; i++) {
        out.putNextEntry(new ZipEntry(i + ".csv"));
      }
    }
    assertThatThrownBy(() ->
            Feed.open(Source.byHand("t", Format.HSDS, "x"), zip.toString(), Fetches.fetcher()))
        .hasMessageContaining("files");
  }

  @Test
  void aNameThatClimbsOutOfTheZipStaysInside() throws IOException {
    Path zip = folder.resolve("slip.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../../../escaped.csv"));
      out.write('x');
    }
    try (Feed feed =
        Feed.open(Source.byHand("t", Format.HSDS, "x"), zip.toString(), Fetches.fetcher())) {
      assertThat(feed.files()).hasSize(1);
      assertThat(feed.files().getFirst().getFileName()).hasToString("escaped.csv");
    }
    assertThat(folder.resolve("../escaped.csv")).doesNotExist();
  }

  @Test
  void jsonAHundredThousandDeepIsToldAndLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
    Basket basket = new Basket();
    JsonFeed.read(file, basket, _ -> {});
    assertThat(basket.types()).containsExactly("MalformedJson");
  }

  @Test
  void oneRecordPastAllMeasureDoesNotTakeTheOthersWithIt() throws IOException {
    String deep = "{\"fi\":".repeat(100_000) + "1" + "}".repeat(100_000);
    Path file =
        Files.writeString(
            folder.resolve("past.json"),
            "{\"data\": [{\"id\": \"a\", \"age\": %s}, {\"id\": \"b\", \"name\": %s}, {\"id\": \"c\"}]}"
                .formatted("9".repeat(900_000), deep));
    Basket basket = new Basket();
    List<JsonNode> items = new ArrayList<>();
    JsonFeed.read(file, basket, items::add);
    assertThat(items).hasSize(3);
    assertThat(items.getFirst().path("age").asString()).hasSize(100);
    assertThat(basket.types()).containsExactly("TooDeep");
  }

  @Test
  void aRecordOfMillionsOfValuesIsCutAndTheNextIsWhole() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("vast.json"),
            "[{\"id\": \"a\", \"terms\": [%s1], \"name\": \"x\"}, {\"id\": \"b\", \"name\": \"Kerho\"}]"
                .formatted("{},".repeat(1_000_000)));
    Basket basket = new Basket();
    List<JsonNode> items = new ArrayList<>();
    JsonFeed.read(file, basket, items::add);
    assertThat(items.getFirst().path("terms").size()).isLessThan(200_001);
    assertThat(items.getLast().path("name").asString()).isEqualTo("Kerho");
    assertThat(basket.types()).containsExactly("TooLarge");
  }

  @Test
  void aLimitIsNotCalledAFaultOfJson() throws IOException {
    Path file = Files.writeString(folder.resolve("l.json"), "[\"" + "x".repeat(20_000_001) + "\"]");
    Basket basket = new Basket();
    JsonFeed.read(file, basket, _ -> {});
    assertThat(basket.types()).containsExactly("PastLimits");
    assertThat(basket.notices.getFirst().value()).startsWith("l.json");
  }

  @Test
  void aFileWithNothingInItIsTold() throws IOException {
    Basket basket = new Basket();
    CsvFile.read(Files.writeString(folder.resolve("e.csv"), ""), basket, name -> name, _ -> {});
    JsonFeed.read(Files.writeString(folder.resolve("e.json"), " "), basket, _ -> {});
    assertThat(basket.types()).containsExactly("EmptyFile", "EmptyFile");
  }

  @Test
  void anEnormousLineIsToldAndLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("line.csv"), "a,b\n" + "x".repeat(20_000_000));
    Basket basket = new Basket();
    CsvFile.read(file, basket, name -> name, _ -> {});
    assertThat(basket.types()).containsExactly("MalformedCsvRow");
  }

  @Test
  void whatStoodBeforeABreakInTheJsonIsRead() throws IOException {
    Path file =
        Files.writeString(folder.resolve("cut.json"), "{\"data\": [{\"id\": 1}, {\"id\": 2}, {\"i");
    Basket basket = new Basket();
    int[] items = {0};
    JsonFeed.read(file, basket, _ -> items[0]++);
    assertThat(items[0]).isEqualTo(2);
    assertThat(basket.types()).containsExactly("MalformedJson");
  }
}
