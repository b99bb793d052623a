package fi.rinnalla.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One reading of a source, and how it went.
///
/// @param complete whether the reader came to the feed's end; what stops midway withdraws nothing
/// @param covers the kinds of record that this feed tells all of
/// @param missing how many records the feed no longer has
/// @param notices how many there were of each type
public record ImportRun(
    RunId id,
    String source,
    String location,
    State state,
    boolean complete,
    Set<Draft.Kind> covers,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Counts counts,
    int missing,
    Map<String, Integer> notices) {

  public ImportRun {
    covers = Set.copyOf(covers);
    notices = Map.copyOf(notices);
  }

  /// Where a run is on its way.
  public enum State {
    /// The reader turns the feed into drafts; nothing has landed.
    READING,
    /// Drafts land batch by batch; killed here, it goes on after a restart.
    LANDING,
    /// All has landed, but so much is missing that a person must say whether it is gone.
    AWAITING_CONFIRMATION,
    DONE,
    FAILED;

    public boolean isOver() {
      return this != READING && this != LANDING;
    }
  }

  /// @param staged how many drafts there were to land
  public record Counts(int read, int landed, int unchanged, int withdrawn, int faulty, int staged) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts read(int read, int unchanged, int staged, int faulty) {
      return new Counts(read, landed, unchanged, withdrawn, faulty, staged);
    }

    Counts plus(int landed, int faulty) {
      return new Counts(
          read, this.landed + landed, unchanged, withdrawn, this.faulty + faulty, staged);
    }

    Counts withdrawn(int withdrawn) {
      return new Counts(read, landed, unchanged, withdrawn, faulty, staged);
    }
  }

  /// Whether all of the feed was read and landed, so that nothing in it must be mended.
  public boolean wentWell() {
    return state == State.DONE && complete && counts.faulty() == 0;
  }

  /// The reader has stopped; `complete` says whether at the feed's end.
  ImportRun land(boolean complete, Set<Draft.Kind> covers) {
    must(State.READING);
    return with(State.LANDING, complete, covers, null, counts, missing);
  }

  ImportRun landed(int landed, int faulty) {
    must(State.LANDING);
    return with(state, complete, covers, null, counts.plus(landed, faulty), missing);
  }

  ImportRun await(int missing, Instant now) {
    must(State.LANDING);
    return with(State.AWAITING_CONFIRMATION, complete, covers, now, counts, missing);
  }

  ImportRun done(int withdrawn, Instant now) {
    if (state != State.LANDING && state != State.AWAITING_CONFIRMATION) {
      throw new IllegalStateException("run %s is %s, so it can't be done".formatted(id, state));
    }
    return with(State.DONE, complete, covers, now, counts.withdrawn(withdrawn), missing);
  }

  ImportRun fail(Instant now) {
    if (state.isOver()) {
      throw new IllegalStateException("run %s is over already: %s".formatted(id, state));
    }
    return with(State.FAILED, complete, covers, now, counts, missing);
  }

  ImportRun withCounts(Counts counts) {
    return with(state, complete, covers, finishedAt, counts, missing);
  }

  ImportRun withNotices(Map<String, Integer> notices) {
    return new ImportRun(
        id,
        source,
        location,
        state,
        complete,
        covers,
        startedAt,
        finishedAt,
        counts,
        missing,
        notices);
  }

  private void must(State expected) {
    if (state != expected) {
      throw new IllegalStateException(
          "run %s is %s and should be %s".formatted(id, state, expected));
    }
  }

  private ImportRun with(
      State state,
      boolean complete,
      Set<Draft.Kind> covers,
      @Nullable Instant finishedAt,
      Counts counts,
      int missing) {
    return new ImportRun(
        id,
        source,
        location,
        state,
        complete,
        covers,
        startedAt,
        finishedAt,
        counts,
        missing,
        notices);
  }
}
