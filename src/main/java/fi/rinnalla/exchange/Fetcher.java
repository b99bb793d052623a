package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.PublicAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Fetches feeds from addresses that strangers may have written. Only http and https, only hosts
/// all of whose addresses are public, at most three redirects and each of them checked alike, no
/// more bytes and no more time than the settings give.
///
/// A name is resolved once for each hop, and the connection goes to the addresses that were
/// checked: a name that says something else a moment later (DNS rebinding) isn't asked again.
@Component
class Fetcher {
  private static final int MOST_REDIRECTS = 3;
  private static final int CHUNK = 64 * 1024;
  private static final Timeout CONNECTING = Timeout.ofSeconds(10);

  private final ExchangeSettings settings;
  private final Names names;

  @Autowired
  Fetcher(ExchangeSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Fetcher(ExchangeSettings settings, Names names) {
    this.settings = settings;
    this.names = names;
  }

  /// Which addresses a host's name has.
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  ExchangeSettings settings() {
    return settings;
  }

  /// Writes what the address answers into the file.
  void fetch(URI address, Path file) throws IOException {
    fetch(address, file, Map.of());
  }

  /// @param headers for this server alone: a redirect to another isn't told them
  void fetch(URI address, Path file, Map<String, String> headers) throws IOException {
    // Reading a body that trickles can block for ever; another thread holds the watch.
    try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> done =
          reader.submit(() -> {
            download(address, file, headers);
            return null;
          });
      try {
        done.get(settings.fetchTime().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        done.cancel(true);
        throw new FetchFault(
            new FetchNotice.NoAnswer(null),
            "%s took over %d seconds"
                .formatted(address.getHost(), settings.fetchTime().toSeconds()));
      } catch (InterruptedException stopped) {
        done.cancel(true);
        Thread.currentThread().interrupt();
        throw new FetchFault(new FetchNotice.NoAnswer(null), "the fetch was stopped");
      } catch (ExecutionException fault) {
        if (fault.getCause() instanceof FetchFault told) {
          throw told;
        }
        throw new FetchFault(new FetchNotice.NoAnswer(null), address.getHost() + " did not answer");
      }
    }
  }

  private void download(URI first, Path file, Map<String, String> headers) throws IOException {
    URI address = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Map<String, String> told = isSameServer(first, address) ? headers : Map.of();
      Optional<URI> next = ask(address, check(address), file, told);
      if (next.isEmpty()) {
        return;
      }
      address = next.get();
    }
    throw new FetchFault(
        new FetchNotice.RedirectedAstray(null), "over %d redirects".formatted(MOST_REDIRECTS));
  }

  /// Writes the answer into the file, or answers with where it sends us.
  private Optional<URI> ask(
      URI address, InetAddress[] checked, Path file, Map<String, String> headers)
      throws IOException {
    HttpGet request = new HttpGet(address);
    request.setHeader("User-Agent", "Rinnalla (open-source directory of family services)");
    request.setHeader(
        "Accept", "application/json, text/csv, text/calendar, application/zip, */*;q=0.5");
    headers.forEach(request::setHeader);
    try (CloseableHttpClient client = client(checked)) {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      try {
        return answer(address, response, file);
      } finally {
        // Closed politely, it would read the rest of the answer, however long.
        request.abort();
        Closer.closeQuietly(response);
      }
    }
  }

  private Optional<URI> answer(URI address, ClassicHttpResponse response, Path file)
      throws IOException {
    int status = response.getCode();
    HttpEntity body = response.getEntity();
    if (status == 200 && body != null) {
      copy(body.getContent(), file, address);
      return Optional.empty();
    }
    if (status < 300 || status > 399) {
      throw new FetchFault(
          new FetchNotice.AnsweredWithFault(Integer.toString(status)),
          "%s answered %d".formatted(address.getHost(), status),
          after(response.getFirstHeader("Retry-After")));
    }
    Header next = response.getFirstHeader("Location");
    if (next == null) {
      throw new FetchFault(new FetchNotice.RedirectedAstray(null), "a redirect to nowhere");
    }
    return Optional.of(resolve(address, next.getValue()));
  }

  private static boolean isSameServer(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getAuthority()).equalsIgnoreCase(other.getAuthority());
  }

  /// Seconds; the header's other form, a date, is of no use with a clock that differs from ours.
  private static @Nullable Duration after(@Nullable Header header) {
    String seconds = header == null ? "" : String.valueOf(header.getValue()).strip();
    return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  /// A client for one question, which knows no addresses but these.
  private CloseableHttpClient client(InetAddress[] checked) {
    DnsResolver resolver =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return checked.clone();
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(CONNECTING).build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(settings.fetchTime()))
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static URI resolve(URI from, String next) throws FetchFault {
    try {
      return from.resolve(next);
    } catch (IllegalArgumentException malformed) {
      throw new FetchFault(new FetchNotice.RedirectedAstray(null), "a redirect to no address");
    }
  }

  private void copy(InputStream body, Path file, URI address) throws IOException {
    long copied = 0;
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int size = body.read(chunk); size >= 0; size = body.read(chunk)) {
        copied += size;
        if (copied > settings.mostBytes()) {
          throw new FetchFault(
              new FetchNotice.TooLargeFeed(FetchNotice.megabytes(settings.mostBytes())),
              "%s sends more than %d bytes".formatted(address.getHost(), settings.mostBytes()));
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new FetchFault(new FetchNotice.NoAnswer(null), "the fetch was stopped");
        }
        out.write(chunk, 0, size);
      }
    }
  }

  /// Refuses what isn't a public web address; answers with where it is.
  private InetAddress[] check(URI address) throws FetchFault {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new FetchFault(
          new FetchNotice.AddressNotPublic(null),
          "only http and https are fetched, not " + Notice.excerpt(scheme));
    }
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null) {
      throw new FetchFault(
          new FetchNotice.AddressNotPublic(null), "the address names no host, or a password");
    }
    InetAddress[] resolved;
    try {
      resolved = names.addresses(host);
    } catch (UnknownHostException unknown) {
      throw new FetchFault(new FetchNotice.NoAnswer(null), "no such host: " + Notice.excerpt(host));
    }
    for (InetAddress one : resolved) {
      boolean allowed =
          PublicAddress.isPublic(one) || (settings.allowLoopback() && one.isLoopbackAddress());
      if (!allowed) {
        throw new FetchFault(
            new FetchNotice.AddressNotPublic(null),
            Notice.excerpt(host) + " is not a public address");
      }
    }
    return resolved;
  }
}
