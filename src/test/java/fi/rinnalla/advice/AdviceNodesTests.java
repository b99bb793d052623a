package fi.rinnalla.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.rinnalla.GivenClock;
import fi.rinnalla.House;
import fi.rinnalla.KnownPort;
import fi.rinnalla.OtherNode;
import fi.rinnalla.Postgres;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two nodes on one database and one folder of keys: whoever speaks on the one is heard on the
/// other, and a node that is started anew loses nothing and says nothing twice.
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=test",
      "rinnalla.data=target/test-data/${random.uuid}",
      "rinnalla.demo=false",
      "rinnalla.calendar.make-times-at=-",
      "db-scheduler.enabled=false"
    })
@Import({Postgres.class, GivenClock.class})
@DirtiesContext
class AdviceNodesTests {
  private static final Logger log = LoggerFactory.getLogger(AdviceNodesTests.class);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Path KEYS = OtherNode.folder();

  @Autowired DutyTable table;
  @Autowired VisitorChats visitors;
  @Autowired ChatRows chats;
  @Autowired HouseWork house;
  @Autowired JdbcConnectionDetails database;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int otherPort = KnownPort.free();
  private UUID desk;
  private Caller sanna;

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.vault.folder", KEYS::toString);
  }

  @BeforeEach
  void aDesk() throws Exception {
    Organization ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
  }

  /// Another node, which serves at its own port until it is closed.
  private ConfigurableApplicationContext aNode() throws IOException {
    SpringApplication node = new SpringApplication(House.class, GivenClock.class);
    return node.run(
        "--spring.datasource.url=" + database.getJdbcUrl(),
        "--spring.datasource.username=" + database.getUsername(),
        "--spring.datasource.password=" + database.getPassword(),
        "--rinnalla.data=" + Files.createTempDirectory("rinnalla-node"),
        "--rinnalla.vault.folder=" + KEYS,
        "--rinnalla.demo=false",
        "--rinnalla.search.follow=false",
        "--rinnalla.calendar.make-times-at=-",
        "--db-scheduler.enabled=false",
        "--spring.jmx.enabled=false",
        "--server.port=" + otherPort);
  }

  @Test
  void anAdviserOnOneNodeAndAVisitorOnTheOtherHearEachOther() throws Exception {
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), "Onko siellä ketään?");
    try (ConfigurableApplicationContext other = aNode();
        OpenStream page = new OpenStream(http, otherPort, token, _ -> {})) {
      table.takes(sanna, desk, token);
      table.says(sanna, desk, token, "On");
      await().atMost(LONG).until(() -> page.numbers.equals(List.of(1, 2, 3)));

      VisitorChats there = other.getBean(VisitorChats.class);
      there.say(token, UUID.randomUUID(), "Hyvä");

      assertThat(table.words(token)).endsWith("On", "Hyvä");
      await().atMost(LONG).until(() -> page.numbers.equals(List.of(1, 2, 3, 4)));
    }
  }

  @Test
  @Tag("heavy")
  void aNodeThatIsStartedAnewInTheMiddleLosesNothingAndSaysNothingTwice() throws Exception {
    int streams = 200;
    int words = 30;
    List<String> tokens = talks(streams);
    List<OpenStream> pages = new ArrayList<>();
    ConfigurableApplicationContext node = aNode();
    try {
      tokens.forEach(it -> pages.add(new OpenStream(http, otherPort, it, _ -> {})));
      for (OpenStream page : pages) {
        page.awaitOpen();
      }
      for (int word = 1; word <= words; word++) {
        for (String token : tokens) {
          visitors.say(token, UUID.randomUUID(), "Sana " + word);
        }
        if (word == words / 3) {
          node.close();
        } else if (word == 2 * words / 3) {
          node = aNode();
        }
      }
      List<Integer> all = IntStream.rangeClosed(1, words).boxed().toList();
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(pages).allSatisfy(it -> assertThat(it.numbers).isEqualTo(all)));
    } finally {
      pages.forEach(OpenStream::close);
      node.close();
    }
  }

  /// G7: on two cores 99 of 100 messages are on their page within a quarter of a second, with a
  /// thousand pages open. The one who speaks shares the cores, so a real node has more of them.
  @Test
  @Tag("heavy")
  void aThousandPagesHearWithinAQuarterOfASecond() throws Exception {
    int streams = 1_000;
    int asked = 2_000;
    List<String> tokens = talks(streams);
    List<OpenStream> pages = new ArrayList<>();
    ConcurrentHashMap<String, Long> saidAt = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
    try {
      for (String token : tokens) {
        pages.add(
            new OpenStream(
                http,
                port,
                token,
                number ->
                    waits.add(System.nanoTime() - saidAt.getOrDefault(token + " " + number, 0L))));
      }
      for (OpenStream page : pages) {
        page.awaitOpen();
      }
      int[] numbers = new int[streams];
      for (int i = 0; i < asked; i++) {
        int which = i * 7 % streams;
        String token = tokens.get(which);
        saidAt.put(token + " " + ++numbers[which], System.nanoTime());
        visitors.say(token, UUID.randomUUID(), "Sana " + i);
        Thread.sleep(Duration.ofMillis(8));
        if (i == asked / 2) {
          // The first half warms the machine.
          await().atMost(LONG).until(() -> waits.size() == asked / 2 + 1);
          waits.clear();
        }
      }
      int measured = asked - asked / 2 - 1;
      await().atMost(LONG).until(() -> waits.size() == measured);
      long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
      log.warn(
          "{} streams, {} messages: p50 {} ms, p99 {} ms, longest {} ms",
          streams,
          measured,
          millis(sorted[measured / 2]),
          millis(sorted[measured * 99 / 100]),
          millis(sorted[measured - 1]));
      assertThat(Duration.ofNanos(sorted[measured * 99 / 100]))
          .isLessThanOrEqualTo(Duration.ofMillis(250));
      assertThat(Arrays.stream(sorted).min().orElseThrow()).isPositive();
    } finally {
      pages.forEach(OpenStream::close);
    }
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }

  /// Talks as many as no queue would take.
  private List<String> talks(int many) {
    List<String> tokens = new ArrayList<>();
    house.step(() -> {
      for (int i = 0; i < many; i++) {
        String token = UUID.randomUUID().toString().replace("-", "");
        chats.open(
            UUID.randomUUID(),
            desk,
            Sha256.of(token),
            Lang.FI,
            Optional.empty(),
            "",
            GivenClock.NOW);
        tokens.add(token);
      }
      return many;
    });
    return tokens;
  }
}
