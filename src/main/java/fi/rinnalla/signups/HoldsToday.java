package fi.rinnalla.signups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.identity.CallerToday;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many places each connection keeps from others while its forms are being filled in. A browser
/// holds one place at a time; whoever throws their cookies away could otherwise fill a whole autumn
/// without a name. In memory only, on each node for itself.
@Component
public class HoldsToday {
  /// Some families who sign up at the same time through one connection, a café's or a library's.
  private static final int MOST_PLACES = 24;

  private static final int CALLERS = 10_000;

  private final SignupSettings settings;
  private final Clock clock;
  private final Cache<String, List<Held>> held;

  HoldsToday(SignupSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.held =
        Caffeine.newBuilder().maximumSize(CALLERS).expireAfterWrite(settings.held()).build();
  }

  private record Held(int places, Instant until) {}

  /// Notes it when there may be so many more.
  public boolean mayHold(CallerToday caller, int places) {
    Instant now = clock.instant();
    boolean[] may = new boolean[1];
    held.asMap()
        .compute(
            caller.digest(),
            (_, before) -> {
              List<Held> alive = new ArrayList<>();
              if (before != null) {
                before.stream().filter(it -> it.until().isAfter(now)).forEach(alive::add);
              }
              may[0] = alive.stream().mapToInt(Held::places).sum() + places <= MOST_PLACES;
              if (may[0]) {
                alive.add(new Held(places, now.plus(settings.held())));
              }
              return alive;
            });
    return may[0];
  }
}
