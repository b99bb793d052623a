package fi.rinnalla.notifications;

import fi.rinnalla.notifications.Carrier.Then;
import fi.rinnalla.notifications.Carrier.Undelivered;
import fi.rinnalla.vocabulary.PublicAddress;
import fi.rinnalla.vocabulary.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Calls browsers through their push services (RFC 8030). A call has a topic made from its key, so
/// that one sent again takes the place of the one that hasn't been delivered yet.
///
/// The addresses come from visitors: only known push services are asked, only by https, only where
/// their name leads to public addresses, and they are followed nowhere.
@Component
class PushCarrier implements AutoCloseable {
  private static final Timeout PATIENCE = Timeout.ofSeconds(10);
  private static final int TOPIC_BYTES = 24;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final PushKeys keys;
  private final PushSettings settings;
  private final ApplicationEventPublisher events;
  private final CloseableHttpClient client;

  PushCarrier(PushKeys keys, PushSettings settings, ApplicationEventPublisher events) {
    this.keys = keys;
    this.settings = settings;
    this.events = events;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new PublicOnly())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(PATIENCE).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(PATIENCE)
                    .setConnectionRequestTimeout(PATIENCE)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /// Looks a host up as it connects, so that what was looked at is where it goes.
  private final class PublicOnly extends SystemDefaultDnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = super.resolve(host);
      boolean good =
          Arrays.stream(found)
              .allMatch(it ->
                  PublicAddress.isPublic(it) || settings.trustLoopback() && it.isLoopbackAddress());
      if (!good) {
        throw new UnknownHostException("not a public address");
      }
      return found;
    }
  }

  /// Whether it is the address of a push service that is asked.
  boolean mayCall(URI to) {
    String host = String.valueOf(to.getHost()).toLowerCase(Locale.ROOT);
    boolean here = settings.trustLoopback() && host.equals("127.0.0.1");
    boolean there =
        "https".equalsIgnoreCase(to.getScheme())
            && to.getPort() < 0
            && to.getUserInfo() == null
            && settings.names(host);
    return here || there;
  }

  void carry(Push push, Instant now, BooleanSupplier held) throws Undelivered {
    if (!mayCall(push.to())) {
      throw new Undelivered("no push service that is asked", Then.NEVER);
    }
    HttpPost request = new HttpPost(push.to());
    request.setHeader("Authorization", keys.authorization(push.to()));
    request.setHeader(
        "TTL", Long.toString(Math.max(0, Duration.between(now, push.notAfter()).toSeconds())));
    request.setHeader("Urgency", "normal");
    request.setHeader("Topic", topic(push));
    request.setEntity(new ByteArrayEntity(new byte[0], null));
    if (!held.getAsBoolean()) {
      throw new Undelivered("the call is another's by now", Then.LATER);
    }
    Answer answer;
    try {
      answer =
          client.execute(
              request,
              response ->
                  new Answer(response.getCode(), after(response.getFirstHeader("Retry-After"))));
    } catch (IOException fault) {
      throw new Undelivered(fault.getClass().getSimpleName(), Then.LATER);
    }
    if (answer.status() == 404 || answer.status() == 410) {
      events.publishEvent(new PushAddressGone(push.of()));
      throw new Undelivered("the browser is gone", Then.NEVER);
    }
    if (answer.status() < 200 || answer.status() > 299) {
      boolean forGood = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429;
      throw new Undelivered(
          "answered " + answer.status(), forGood ? Then.NEVER : Then.LATER, answer.after());
    }
  }

  private record Answer(int status, Duration after) {}

  /// Seconds; the header's other form, a date, is of no use with a clock that differs from ours.
  private static Duration after(@Nullable Header header) {
    String seconds = header == null ? "" : String.valueOf(header.getValue()).strip();
    Duration asked =
        seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
  }

  /// At most 32 letters of base64url (RFC 8030 §5.4), which tell nobody what they are made from.
  private static String topic(Push push) {
    byte[] digest = Arrays.copyOf(Sha256.of(push.dedupKey()), TOPIC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
