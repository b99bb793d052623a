package fi.rinnalla.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Keeps what was drawn, by what is in it, and lets only so many be drawn at once: a drawing costs
/// a thousand times what a page does, and anybody may ask for a different one each time.
@Component
public class Drawings {
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 8;
  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final Semaphore pens = new Semaphore(AT_ONCE, true);
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
    try {
      // Whoever waits holds a connection of the server, so only a few may.
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
