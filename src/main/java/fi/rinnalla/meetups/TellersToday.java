package fi.rinnalla.meetups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.identity.CallerToday;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who has told of what today without signing in: in memory alone, by a digest that means nothing
/// tomorrow, so that one person counts once and nothing is kept of them.
@Component
class TellersToday {
  private static final int MOST = 50_000;

  private final Cache<Told, Boolean> told =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofDays(1)).build();

  private record Told(String digest, UUID about) {}

  /// Whether it's the first time today.
  boolean isFirst(CallerToday who, UUID about) {
    return told.asMap().putIfAbsent(new Told(who.digest(), about), true) == null;
  }
}
