package fi.rinnalla.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may begin no further talk today, on whichever node. A connection is known by a digest whose
/// key is in a file for a day and then destroyed ([CallerToday]); whose a talk is stands in the
/// talk's row, sealed like its words, and is opened by a bar alone. How many talks a connection has
/// begun is counted in this process's memory.
@Component
class Barred {
  private static final int MOST = 100_000;

  private final Cache<String, Integer> begun =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofDays(1)).build();
  private final JdbcClient jdbc;
  private final ChatRows chats;
  private final AdviceSettings settings;
  private final Clock clock;

  Barred(JdbcClient jdbc, ChatRows chats, AdviceSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.chats = chats;
    this.settings = settings;
    this.clock = clock;
  }

  /// Whether this connection may begin no more today.
  boolean isBarred(CallerToday caller) {
    Integer times = begun.getIfPresent(key(caller));
    return times != null && times >= settings.startsPerDay() || isBarred(caller.digest());
  }

  private boolean isBarred(String digest) {
    return jdbc.sql("select exists (select from advice.bar where day = :day and digest = :digest)")
        .param("day", today())
        .param("digest", digest)
        .query(Boolean.class)
        .single();
  }

  void began(CallerToday caller) {
    begun.asMap().merge(key(caller), 1, Integer::sum);
  }

  /// On every node, in the transaction of the adviser.
  void barToday(UUID chat) {
    String digest = chats.begunBy(chat);
    if (!digest.isEmpty()) {
      jdbc.sql(
              """
              insert into advice.bar (day, digest) values (:day, :digest) on conflict do nothing
              """)
          .param("day", today())
          .param("digest", digest)
          .update();
    }
  }

  /// Those of days that are over.
  int forget() {
    return jdbc.sql("delete from advice.bar where day < :day").param("day", today()).update();
  }

  private String key(CallerToday caller) {
    return today() + " " + caller.digest();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
