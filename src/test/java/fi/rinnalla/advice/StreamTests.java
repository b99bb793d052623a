package fi.rinnalla.advice;

import static fi.rinnalla.advice.DutyTable.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.Postgres;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/// Streams over a real port: each message once and in order, also for whoever was away.
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=test",
      "rinnalla.data=target/test-data/${random.uuid}",
      "rinnalla.demo=false",
      "rinnalla.calendar.make-times-at=-",
      "rinnalla.advice.beat=300ms",
      "db-scheduler.enabled=false"
    })
@Import({Postgres.class, GivenClock.class})
@DirtiesContext
class StreamTests {
  @Autowired DutyTable table;
  @Autowired VisitorChats visitors;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private UUID desk;
  private Caller sanna;

  @BeforeEach
  void aDesk() throws Exception {
    Organization ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
  }

  /// A page that is open: the lines that came.
  private final class Open implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> body;
    final HttpResponse<Stream<String>> answer;

    Open(String token, String lastEventId) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fi/keskustelu/virta"))
              .header("Cookie", "rinnalla-chat=" + token);
      if (!lastEventId.isEmpty()) {
        request.header("Last-Event-ID", lastEventId);
      }
      answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      body = answer.body();
      Thread.ofVirtual()
          .start(() -> {
            try {
              body.forEach(lines::add);
            } catch (RuntimeException _) {
              // Closed by the test.
            }
          });
    }

    List<Integer> ids() {
      return lines.stream()
          .filter(it -> it.startsWith("id:"))
          .map(it -> Integer.parseInt(it.substring(3).strip()))
          .toList();
    }

    void awaits(int... ids) {
      List<Integer> wanted = IntStream.of(ids).boxed().toList();
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> assertThat(ids()).isEqualTo(wanted));
    }

    @Override
    public void close() {
      body.close();
    }
  }

  @Test
  void aMessageComesOnceInOrderAndABrowserThatWasAwayGoesOnWhereItWas() throws Exception {
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), "Yksi");
    try (Open page = new Open(token, "")) {
      assertThat(page.answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      page.awaits(1);
      table.takes(sanna, desk, token);
      table.says(sanna, desk, token, "Kaksi");
      page.awaits(1, 2, 3);
      assertThat(String.join("\n", page.lines)).contains("retry:", "Kaksi", "Sanna", "event:state");
    }
    for (int i = 0; i < 20; i++) {
      table.says(sanna, desk, token, "Poissa " + i);
    }
    try (Open back = new Open(token, "3")) {
      back.awaits(IntStream.rangeClosed(4, 23).toArray());
      visitors.say(token, UUID.randomUUID(), "Täällä taas");
      back.awaits(IntStream.rangeClosed(4, 24).toArray());
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> back.lines.stream().anyMatch(it -> it.equals(":")));
    }
  }

  @Test
  void whatWasSaidWhileTheDatabaseCutTheLineComesWhenItIsBack() throws Exception {
    String token = table.comes(desk);
    try (Open page = new Open(token, "")) {
      visitors.say(token, UUID.randomUUID(), "Ennen");
      page.awaits(1);
      jdbc.sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
               where query ilike 'listen%' and datname = current_database()
              """)
          .query((_, _) -> 1)
          .list();
      visitors.say(token, UUID.randomUUID(), "Aikana");
      page.awaits(1, 2);
      visitors.say(token, UUID.randomUUID(), "Jälkeen");
      page.awaits(1, 2, 3);
    }
  }

  @Test
  void aStreamEndsWithItsTalkAndWithoutATalkThereIsNone() throws Exception {
    String token = table.comes(desk);
    try (Open page = new Open(token, "")) {
      visitors.leave(token);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> page.lines.stream().anyMatch(it -> it.equals("event:over")));
    }
    try (Open none = new Open("0".repeat(32), "")) {
      assertThat(none.answer.statusCode()).isEqualTo(204);
    }
  }

  @Test
  void manyPagesAreOpenAndNobodyIsForgotten() throws Exception {
    List<String> tokens =
        as(sanna, () -> IntStream.range(0, 3).mapToObj(_ -> table.comes(desk)).toList());
    List<Open> pages = new java.util.ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pages.add(new Open(tokens.get(i % 3), ""));
    }
    tokens.forEach(it -> visitors.say(it, UUID.randomUUID(), "Hei"));

    // Five pages of a talk at most: the oldest made room, and the others heard.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> pages.stream().filter(it -> it.ids().contains(1)).count() >= 15);
    assertThat(pages).allSatisfy(it -> assertThat(it.ids()).doesNotHaveDuplicates());
    pages.forEach(Open::close);
  }
}
