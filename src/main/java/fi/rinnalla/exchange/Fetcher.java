package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/// Fetches feeds from addresses that strangers may have written. Only http and https, only hosts
/// all of whose addresses are public, at most three redirects and each of them checked alike, no
/// more bytes and no more time than the settings give.
///
/// What remains: the JDK's client resolves the name again when it connects. The JDK keeps an answer
/// for 30 seconds (networkaddress.cache.ttl) and we connect within 10 of the check, so it gets the
/// address that was checked; a deployment that sets that time to zero opens the door to DNS
/// rebinding.
@Component
class Fetcher {
  private static final int MOST_REDIRECTS = 3;
  private static final int CHUNK = 64 * 1024;

  private final ExchangeSettings settings;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Fetcher(ExchangeSettings settings) {
    this.settings = settings;
  }

  ExchangeSettings settings() {
    return settings;
  }

  /// Writes what the address answers into the file.
  void fetch(URI address, Path file) throws IOException {
    // Reading a body that trickles can block for ever; another thread holds the watch.
    try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> done =
          reader.submit(() -> {
            download(address, file);
            return null;
          });
      try {
        done.get(settings.fetchTime().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        done.cancel(true);
        throw new FetchFault(
            "%s took over %d seconds"
                .formatted(address.getHost(), settings.fetchTime().toSeconds()));
      } catch (InterruptedException stopped) {
        done.cancel(true);
        Thread.currentThread().interrupt();
        throw new FetchFault("the fetch was stopped");
      } catch (ExecutionException fault) {
        if (fault.getCause() instanceof FetchFault told) {
          throw told;
        }
        throw new FetchFault(address.getHost() + " did not answer");
      }
    }
  }

  private void download(URI first, Path file) throws IOException, InterruptedException {
    URI address = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      check(address);
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(settings.fetchTime())
              .header("User-Agent", "Rinnalla (open-source directory of family services)")
              .header(
                  "Accept", "application/json, text/csv, text/calendar, application/zip, */*;q=0.5")
              .GET()
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        int status = response.statusCode();
        if (status == 200) {
          copy(body, file, address);
          return;
        }
        if (status < 300 || status > 399) {
          throw new FetchFault("%s answered %d".formatted(address.getHost(), status));
        }
        String next =
            response
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new FetchFault("a redirect to nowhere"));
        address = resolve(address, next);
      }
    }
    throw new FetchFault("over %d redirects".formatted(MOST_REDIRECTS));
  }

  private static URI resolve(URI from, String next) throws FetchFault {
    try {
      return from.resolve(next);
    } catch (IllegalArgumentException malformed) {
      throw new FetchFault("a redirect to no address");
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
              "%s sends more than %d bytes".formatted(address.getHost(), settings.mostBytes()));
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new FetchFault("the fetch was stopped");
        }
        out.write(chunk, 0, size);
      }
    }
  }

  /// Refuses what isn't a public web address.
  void check(URI address) throws FetchFault {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new FetchFault("only http and https are fetched, not " + Notice.excerpt(scheme));
    }
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null) {
      throw new FetchFault("the address names no host, or a password");
    }
    InetAddress[] resolved;
    try {
      resolved = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new FetchFault("no such host: " + Notice.excerpt(host));
    }
    for (InetAddress one : resolved) {
      boolean allowed =
          PublicAddress.isPublic(one) || (settings.allowLoopback() && one.isLoopbackAddress());
      if (!allowed) {
        throw new FetchFault(Notice.excerpt(host) + " is not a public address");
      }
    }
  }
}
