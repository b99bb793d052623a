package fi.rinnalla.visits;

import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One opening of a rota, and who presents itself there.
///
/// @param offered whoever of the rota takes it first has it
/// @param reminded so many days ahead its presenter was reminded last
/// @param version grows with each change of who has it
public record Turn(
    UUID id,
    UUID rota,
    Instant startsAt,
    Instant endsAt,
    @Nullable UUID presenter,
    State state,
    boolean offered,
    @Nullable Integer reminded,
    int version) {

  /// How far it has come.
  public enum State {
    /// Nobody has it.
    FREE,
    /// Somebody has it, and hasn't said yes yet.
    WAITING,
    ACCEPTED,
    /// The place isn't open then.
    OFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why somebody can't take it.
  public enum Reason {
    NO_HANDS,
    AWAY,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Reason> find(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
  }

  static Turn free(UUID rota, Instant startsAt, Instant endsAt) {
    return new Turn(UUID.randomUUID(), rota, startsAt, endsAt, null, State.FREE, false, null, 1);
  }

  public LocalDate day() {
    return LocalDate.ofInstant(startsAt, Zone.HELSINKI);
  }

  /// Until it begins.
  public boolean mayBeChanged(Instant now) {
    return startsAt.isAfter(now);
  }

  public boolean isFree() {
    return state == State.FREE;
  }

  public boolean isOf(UUID one) {
    return one.equals(presenter);
  }

  /// Somebody could change it for another of theirs.
  public boolean isHeld(Instant now) {
    return presenter != null && mayBeChanged(now);
  }

  Turn given(UUID to) {
    return next(to, State.WAITING, false);
  }

  /// Whoever took it by themselves needn't be asked.
  Turn taken(UUID by) {
    return next(by, State.ACCEPTED, false);
  }

  /// Said yes to: nobody else has it than before, so what was reminded stays.
  Turn accepted() {
    return new Turn(
        id, rota, startsAt, endsAt, presenter, State.ACCEPTED, false, reminded, version + 1);
  }

  Turn freed() {
    return next(null, State.FREE, false);
  }

  Turn offeredToAll() {
    return next(null, State.FREE, true);
  }

  Turn off() {
    return next(null, State.OFF, false);
  }

  Turn reminded(@Nullable Integer days) {
    return new Turn(id, rota, startsAt, endsAt, presenter, state, offered, days, version);
  }

  private Turn next(@Nullable UUID to, State then, boolean toAll) {
    return new Turn(id, rota, startsAt, endsAt, to, then, toAll, null, version + 1);
  }
}
