package fi.rinnalla.drawing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Keeps what was drawn, by what is in it, and lets only so many be drawn at once: a drawing costs
/// a thousand times what a page does, and anybody may ask for a different one each time. Those who
/// ask for the same while it is being drawn share one pen, for a link that a hundred parents open
/// at once is what all of this is for.
@Component
public class Drawings {
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 8;
  private static final int MOST_SHARING = 100;
  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final Semaphore pens = new Semaphore(AT_ONCE, true);
  // Whoever waits holds a connection of the server, so only so many may.
  private final Semaphore seats = new Semaphore(MOST_SHARING);
  private final Map<String, CompletableFuture<Optional<byte[]>>> underWay =
      new ConcurrentHashMap<>();
  private final Cache<String, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String key, byte[] drawn) -> key.length() + drawn.length)
          .build();

  /// @param content a digest of all that is in the drawing
  /// @return nothing when too many are being drawn; whoever asked may ask again in a while
  public Optional<byte[]> drawn(String content, Supplier<byte[]> drawing) {
    byte[] known = kept.getIfPresent(content);
    if (known != null) {
      return Optional.of(known);
    }
    CompletableFuture<Optional<byte[]>> ours = new CompletableFuture<>();
    CompletableFuture<Optional<byte[]>> theirs = underWay.putIfAbsent(content, ours);
    if (theirs != null) {
      return shared(theirs);
    }
    Optional<byte[]> drawn = Optional.empty();
    try {
      drawn = withPen(content, drawing);
      return drawn;
    } finally {
      underWay.remove(content);
      // Also when it failed: the others are told to come again, and one of them may do better.
      ours.complete(drawn);
    }
  }

  private Optional<byte[]> shared(CompletableFuture<Optional<byte[]>> theirs) {
    if (!seats.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return theirs.get(2 * WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException late) {
      return Optional.empty();
    } finally {
      seats.release();
    }
  }

  private Optional<byte[]> withPen(String content, Supplier<byte[]> drawing) {
    try {
      if (pens.getQueueLength() >= MOST_WAITING
          || !pens.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(kept.get(content, _ -> drawing.get()));
    } finally {
      pens.release();
    }
  }
}
