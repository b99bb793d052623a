package fi.rinnalla.advice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visitor's page as a browser keeps it: when the line ends it comes back by itself and says what
/// it had last.
final class OpenStream implements AutoCloseable {
  private static final long AGAIN_MILLIS = 200;

  final List<Integer> numbers = new CopyOnWriteArrayList<>();
  private final HttpClient http;
  private final URI address;
  private final String token;
  private final IntConsumer came;
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile @Nullable Stream<String> body;

  /// @param came told of each number as it comes
  OpenStream(HttpClient http, int port, String token, IntConsumer came) {
    this.http = http;
    this.address = URI.create("http://localhost:" + port + "/fi/keskustelu/virta");
    this.token = token;
    this.came = came;
    Thread.ofVirtual().name("open-stream").start(this::read);
  }

  private void read() {
    while (!closed) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address).header("Cookie", "rinnalla-chat=" + token);
      if (!numbers.isEmpty()) {
        request.header("Last-Event-ID", String.valueOf(numbers.getLast()));
      }
      try {
        HttpResponse<Stream<String>> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() == 200) {
          body = answer.body();
          first.countDown();
          answer.body().forEach(this::line);
        }
      } catch (IOException | RuntimeException _) {
        // The node is gone, or this page is closed.
      } catch (InterruptedException _) {
        return;
      }
      pause();
    }
  }

  private void line(String line) {
    if (line.startsWith("id:")) {
      int number = Integer.parseInt(line.substring(3).strip());
      numbers.add(number);
      came.accept(number);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AGAIN_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitOpen() throws InterruptedException {
    first.await();
  }

  @Override
  public void close() {
    closed = true;
    Stream<String> open = body;
    if (open != null) {
      open.close();
    }
  }
}
