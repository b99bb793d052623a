package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.HouseWork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls to browsers through a push service: without a word in them, each once, and only where push
/// services are.
@HouseTest
@Import(PushTests.Gone.class)
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.notifications.delivers=false",
      "rinnalla.push.trust-loopback=true"
    })
class PushTests {
  private static final PushAddressId AINOS_PHONE = new PushAddressId(UUID.randomUUID());

  @Autowired Notifications notifications;
  @Autowired Postman postman;
  @Autowired PushKeys keys;
  @Autowired LetterRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired Gone gone;

  private final List<Map<String, List<String>>> heads =
      Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> bodies = Collections.synchronizedList(new ArrayList<>());
  private volatile int answers = 201;
  private HttpServer service;

  @TestConfiguration(proxyBeanMethods = false)
  static class Gone {
    final List<PushAddressGone> told = new ArrayList<>();

    @EventListener
    void on(PushAddressGone event) {
      told.add(event);
    }
  }

  @BeforeEach
  void begin() throws IOException {
    clock.set(GivenClock.NOW);
    gone.told.clear();
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void answer(HttpExchange asked) throws IOException {
    heads.add(Map.copyOf(asked.getRequestHeaders()));
    bodies.add(asked.getRequestBody().readAllBytes().length);
    asked.getResponseHeaders().add("Retry-After", "120");
    asked.sendResponseHeaders(answers, -1);
    asked.close();
  }

  private void call(String key) {
    URI to = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/push/ainos");
    transaction.executeWithoutResult(_ ->
        notifications.call(
            new Push(to, AINOS_PHONE, key, clock.instant().plus(Duration.ofHours(16)))));
  }

  private String head(String name) {
    return heads.getLast().entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(name))
        .map(it -> it.getValue().getFirst())
        .findFirst()
        .orElse("");
  }

  @Test
  void aCallHasNoWordsAndIsSignedByTheHouse() throws Exception {
    call("a");
    assertThat(postman.deliver()).isEqualTo(1);

    assertThat(bodies).containsExactly(0);
    assertThat(head("TTL")).isEqualTo("57600");
    assertThat(head("Urgency")).isEqualTo("normal");
    assertThat(head("Topic")).matches("[A-Za-z0-9_-]{32}");
    String[] parts = head("Authorization").replace("vapid t=", "").split(", k=");
    SignedJWT token = SignedJWT.parse(parts[0]);
    byte[] point = new Base64URL(parts[1]).decode();
    assertThat(point).hasSize(65).startsWith((byte) 4);
    ECKey key =
        new ECKey.Builder(
                Curve.P_256,
                Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
            .build();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(token.getJWTClaimsSet().getAudience())
        .containsExactly("http://127.0.0.1:" + service.getAddress().getPort());
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
        .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(24)));
    assertThat(notifications.pushKey()).isEqualTo(parts[1]);
  }

  @Test
  void theSameCallLeavesOnceAndItsAddressIsErased() {
    call("a");
    call("a");
    assertThat(postman.deliver()).isEqualTo(1);
    call("a");
    assertThat(postman.deliver()).isZero();

    assertThat(heads).hasSize(1);
    assertThat(table()).contains("SENT").doesNotContain("ainos");
  }

  @Test
  void aBrowserThatIsGoneIsForgotten() {
    answers = 410;
    call("a");
    postman.deliver();

    assertThat(gone.told).containsExactly(new PushAddressGone(AINOS_PHONE));
    assertThat(table()).contains("FAILED");
  }

  @Test
  void aServiceThatIsBusyIsLeftAloneAsLongAsItAsks() {
    answers = 503;
    call("a");
    postman.deliver();
    clock.pass(Duration.ofSeconds(119));
    postman.deliver();
    assertThat(heads).hasSize(1);

    answers = 201;
    clock.pass(Duration.ofSeconds(1));
    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(rows.waiting()).isZero();
  }

  @Test
  void nobodyIsCalledAtNight() {
    clock.pass(Duration.ofHours(12));
    call("a");

    assertThat(postman.deliver()).isZero();
    assertThat(heads).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://somebody@fcm.googleapis.com/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://example.org/x",
        "https://10.0.0.1/x",
        "https://localhost/x",
        "ftp://fcm.googleapis.com/x",
        "https:///x"
      })
  void onlyKnownPushServicesAreCalled(String address) {
    assertThat(notifications.canCall(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/x",
        "https://updates.push.services.mozilla.com/wpush/v2/x",
        "https://web.push.apple.com/x"
      })
  void theyAreCalledByHttps(String address) {
    assertThat(notifications.canCall(URI.create(address))).isTrue();
  }

  @Test
  void aNameThatLeadsHomeIsNotFollowed() {
    PushSettings named = new PushSettings("", List.of("localhost"), false);
    try (PushCarrier carrier = new PushCarrier(keys, named, _ -> {})) {
      Push push =
          new Push(
              URI.create("https://localhost/x"), AINOS_PHONE, "a", clock.instant().plusSeconds(60));
      assertThat(named.names("localhost")).isTrue();
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> carrier.carry(push, clock.instant(), () -> true))
          .isInstanceOf(Carrier.Undelivered.class)
          .hasMessage("UnknownHostException");
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private String table() {
    return String.join(
        "\n",
        house.step(() ->
            jdbc.sql("select letter::text from notifications.letter as letter")
                .query(String.class)
                .list()));
  }
}
