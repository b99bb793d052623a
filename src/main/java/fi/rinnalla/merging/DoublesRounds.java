package fi.rinnalla.merging;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HeldLock;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The rounds that look for what is here twice: each night, or when somebody doesn't want to wait
/// for the night; one at a time in the whole cluster, beside whatever else is done.
@Component
public class DoublesRounds {
  private static final Logger log = LoggerFactory.getLogger(DoublesRounds.class);
  private static final String LOCK = "merging round";

  private final Pairs pairs;
  private final Follower follower;
  private final RoundRows rows;
  private final HouseWork house;
  private final DataSource dataSource;
  private final Clock clock;

  DoublesRounds(
      Pairs pairs,
      Follower follower,
      RoundRows rows,
      HouseWork house,
      DataSource dataSource,
      Clock clock) {
    this.pairs = pairs;
    this.follower = follower;
    this.rows = rows;
    this.house = house;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /// The last round.
  ///
  /// @param finished null while it goes on, and of one that was broken off
  /// @param added how many pairs were new
  public record Last(Instant started, @Nullable Instant finished, int added) {}

  /// How it stands with the rounds.
  ///
  /// @param running whether one goes on now
  /// @param last null when there has been none
  public record State(boolean running, @Nullable Last last) {}

  public State state(Caller caller) {
    pairs.region(caller, Action.READ);
    Last last = house.step(rows::last).orElse(null);
    boolean unfinished = last != null && last.finished() == null;
    return new State(unfinished && isHeld(), last);
  }

  /// Whoever broke off in the middle has left the lock.
  private boolean isHeld() {
    Optional<HeldLock> lock = HeldLock.take(dataSource, LOCK);
    lock.ifPresent(HeldLock::close);
    return lock.isEmpty();
  }

  /// Begins a round and doesn't wait for it; where one goes on already, that one will do.
  public void begin(Caller caller) {
    pairs.region(caller, Action.MODERATE);
    HeldLock.take(dataSource, LOCK)
        .ifPresent(lock -> {
          long round = started(lock);
          Thread.ofVirtual().name("merging-round").start(() -> finish(round, lock));
        });
  }

  /// The whole of a round, unless one goes on already.
  void night() {
    HeldLock.take(dataSource, LOCK).ifPresent(lock -> finish(started(lock), lock));
  }

  private long started(HeldLock lock) {
    try {
      return house.step(() -> rows.begin(clock.instant()));
    } catch (RuntimeException fault) {
      lock.close();
      throw fault;
    }
  }

  private void finish(long id, HeldLock lock) {
    try (lock) {
      follower.follow();
      Pairs.Round round = pairs.round();
      house.step(() -> {
        rows.end(id, round, clock.instant());
        return id;
      });
      log.info(
          "{} pairs may be the same, {} of them new; {} no more",
          round.found(),
          round.added(),
          round.gone());
    } catch (RuntimeException fault) {
      log.warn("a round for what is here twice was broken off", fault);
    }
  }
}
