package fi.rinnalla.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.storage.Signals;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may begin no further talk today, and how many each connection has begun. All of it is in
/// this process's memory and about digests whose key is gone at midnight: no row has anything that
/// could lead back to a connection. An adviser bars a talk; only the node where it was begun knows
/// whose it was, and is told by the talk's id.
@Component
class Barred {
  static final String CHANNEL = "advice_bar";
  private static final int MOST = 100_000;

  private final Cache<UUID, String> begunBy = oneDay();
  private final Cache<String, LocalDate> barred = oneDay();
  private final Cache<String, Integer> begun = oneDay();
  private final Signals signals;
  private final AdviceSettings settings;
  private final Clock clock;

  Barred(Signals signals, AdviceSettings settings, Clock clock) {
    this.signals = signals;
    this.settings = settings;
    this.clock = clock;
    signals.listen(CHANNEL, id -> bar(UUID.fromString(id)), () -> {});
  }

  private static <K, V> Cache<K, V> oneDay() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofDays(1)).build();
  }

  /// Whether this connection may begin no more today.
  boolean isBarred(CallerToday caller) {
    Integer times = begun.getIfPresent(key(caller));
    return today().equals(barred.getIfPresent(caller.digest()))
        || times != null && times >= settings.startsPerDay();
  }

  void began(UUID chat, CallerToday caller) {
    begunBy.put(chat, caller.digest());
    begun.asMap().merge(key(caller), 1, Integer::sum);
  }

  /// Tells all nodes, in the transaction of the adviser.
  void barToday(UUID chat) {
    signals.send(CHANNEL, chat.toString());
  }

  private void bar(UUID chat) {
    String digest = begunBy.getIfPresent(chat);
    if (digest != null) {
      barred.put(digest, today());
    }
  }

  private String key(CallerToday caller) {
    return today() + " " + caller.digest();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
