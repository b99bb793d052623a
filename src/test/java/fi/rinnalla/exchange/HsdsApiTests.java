package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.ServiceId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// An HSDS API over HTTP, by hand and by the clock.
@HouseTest
@TestPropertySource(
    properties = {
      "rinnalla.exchange.allow-loopback=true",
      "rinnalla.exchange.fetch-pause=5ms",
      "rinnalla.exchange.fetch-tries=3",
      "db-scheduler.enabled=false"
    })
class HsdsApiTests {
  @Autowired Imports imports;
  @Autowired Directory directory;
  @Autowired Task<Void> dueSources;
  @Autowired GivenClock.Settable clock;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int brokenPage;
  private volatile int brokenTimes = Integer.MAX_VALUE;
  private volatile boolean cut;
  private HttpServer server;
  private String here;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    here = "http://127.0.0.1:" + server.getAddress().getPort() + "/services";
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    asked.add(exchange.getRequestURI().toString());
    int page = query == null ? 1 : Integer.parseInt(query.replaceAll(".*page=(\\d+).*", "$1"));
    byte[] body = page(page).getBytes(StandardCharsets.UTF_8);
    boolean broken = page == brokenPage && brokenTimes > 0;
    if (broken) {
      brokenTimes--;
    }
    exchange.sendResponseHeaders(broken && !cut ? 503 : 200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, broken ? body.length - 40 : body.length);
    }
  }

  /// A page of two services of one organization.
  private static String page(int page) {
    return """
    {"total_items": 6, "total_pages": 3, "page_number": %d, "size": 2, "contents": [%s, %s]}
    """
        .formatted(page, service(2 * page - 1), service(2 * page));
  }

  private static String service(int number) {
    return """
    {"id": "s%d", "name": "Perhekahvila %d", "status": "active",
     "organization": {"id": "o", "name": "Perheyhdistys"}, "service_at_locations": []}\
    """
        .formatted(number, number);
  }

  private ImportRun run(String source) {
    return imports.run(Source.byHand(source, Format.HSDS, here), here, ProgressListener.NOBODY);
  }

  private List<Integer> inSight(String source) {
    SourceIds ids = new SourceIds(source);
    return List.of(1, 2, 3, 4, 5, 6).stream()
        .filter(number ->
            directory
                .find(new ServiceId(ids.of(Draft.Kind.SERVICE, "s" + number)))
                .filter(it -> !it.isWithdrawn())
                .isPresent())
        .toList();
  }

  @Test
  void allThePagesOfAnApiAreRead() {
    ImportRun run = run("api");

    assertThat(run.complete()).isTrue();
    assertThat(run.notices()).isEmpty();
    assertThat(asked).containsExactly("/services", "/services?page=2", "/services?page=3");
    assertThat(inSight("api")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aPageThatFailsLeavesWhatWasReadAndTheNextRunReadsTheRest() {
    brokenPage = 2;
    ImportRun half = run("failing");

    assertThat(half.complete()).isFalse();
    assertThat(half.notices()).containsKey("AnsweredWithFault");
    assertThat(inSight("failing")).containsExactly(1, 2);

    brokenPage = 0;
    ImportRun whole = run("failing");

    assertThat(whole.complete()).isTrue();
    assertThat(whole.counts().unchanged()).isEqualTo(3);
    assertThat(inSight("failing")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aPageThatFailsAMomentIsAskedForAgainWithinTheReading() {
    brokenPage = 2;
    brokenTimes = 2;
    ImportRun run = run("moment");

    assertThat(run.complete()).isTrue();
    assertThat(run.notices()).isEmpty();
    assertThat(asked)
        .containsExactly(
            "/services",
            "/services?page=2",
            "/services?page=2",
            "/services?page=2",
            "/services?page=3");
    assertThat(inSight("moment")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aPageThatFailsWithdrawsNothingOfWhatCameBefore() {
    run("later");
    brokenPage = 2;
    ImportRun half = run("later");

    assertThat(half.complete()).isFalse();
    assertThat(half.counts().withdrawn()).isZero();
    assertThat(inSight("later")).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void ofAPageCutInTheMiddleOnlyWholeRecordsLand() {
    brokenPage = 2;
    cut = true;
    ImportRun half = run("cut-page");

    assertThat(half.complete()).isFalse();
    assertThat(inSight("cut-page")).containsExactly(1, 2, 3, 5, 6);
  }

  @Test
  void aRegisteredSourceIsFetchedWhenItsTimeHasComeAndNotBefore() {
    imports.register(new Source("daily", Format.HSDS, here, Duration.ofDays(1), null, null));

    dueSources.execute(dueSources.instance("recurring"), null);
    assertThat(inSight("daily")).hasSize(6);
    assertThat(asked).hasSize(3);

    clock.pass(Duration.ofHours(23));
    imports.runDue();
    assertThat(asked).hasSize(3);

    clock.pass(Duration.ofHours(1));
    imports.runDue();
    assertThat(asked).hasSize(6);
  }

  @Test
  void aRegisteredSourceThatFailsDoesNotHoldUpTheNext() {
    String nowhere = "http://127.0.0.1:1/services";
    imports.register(new Source("a-dead", Format.HSDS, nowhere, Duration.ofDays(1), null, null));
    imports.register(new Source("b-alive", Format.HSDS, here, Duration.ofDays(1), null, null));

    imports.runDue();

    assertThat(inSight("b-alive")).hasSize(6);
    assertThat(imports.runs(100))
        .filteredOn(run -> run.source().equals("a-dead"))
        .extracting(ImportRun::state)
        .containsExactly(ImportRun.State.FAILED);
  }
}
