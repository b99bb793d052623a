package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One family's sign-up for a slot. Its e-mail address is not in it: those who read the organizer's
/// list have no use for it.
///
/// @param person whose it is, when they were signed in
/// @param name a first name or a nickname; empty while the form is being filled
/// @param until how long the place is held, or the link or the offer is good
/// @param turn its order in the queue; null when it never was in it
/// @param passedOver whether it was told that a smaller family came first
public record Signup(
    SignupId id,
    SlotId slot,
    EventId event,
    OrganizationId organization,
    @Nullable PersonId person,
    Aim aim,
    State state,
    Party party,
    String name,
    Lang lang,
    @Nullable Instant until,
    Instant madeAt,
    @Nullable Integer turn,
    boolean passedOver) {

  /// What the family asked for.
  public enum Aim {
    SEAT,
    QUEUE,
    /// To hear when there is room.
    WORD;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What somebody wrote into a form: a seat unless it says otherwise.
    public static Aim asked(String code) {
      return switch (code) {
        case "queue" -> QUEUE;
        case "word" -> WORD;
        default -> SEAT;
      };
    }
  }

  /// Where the sign-up stands, and where it can go from there.
  public enum State {
    /// The form is being filled in.
    HELD,
    /// A letter has gone, and its link hasn't been used.
    UNCONFIRMED,
    CONFIRMED,
    WAITING,
    /// A place came free and waits for an answer.
    OFFERED,
    /// Not in the queue: wants a letter when there is room.
    WATCHING,
    CANCELLED,
    /// An offer that nobody answered in time.
    LAPSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Set<State> next() {
      return switch (this) {
        case HELD -> EnumSet.of(UNCONFIRMED, CONFIRMED, WAITING, WATCHING);
        case UNCONFIRMED -> EnumSet.of(CONFIRMED, WAITING, WATCHING, CANCELLED, LAPSED);
        case CONFIRMED, WATCHING -> EnumSet.of(CANCELLED);
        case WAITING -> EnumSet.of(OFFERED, CANCELLED);
        case OFFERED -> EnumSet.of(CONFIRMED, CANCELLED, LAPSED);
        case CANCELLED, LAPSED -> EnumSet.noneOf(State.class);
      };
    }

    public boolean mayBecome(State next) {
      return next().contains(next);
    }

    /// Whether it's over: nothing more comes of it.
    public boolean isOver() {
      return next().isEmpty();
    }
  }

  /// @param until null when the new state has no end
  Signup to(State next, @Nullable Instant until) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " doesn't become " + next);
    }
    return copy(person, aim, next, party, name, lang, until, turn);
  }

  Signup with(Party party) {
    return copy(person, aim, state, party, name, lang, until, turn);
  }

  /// Filled in by somebody, with an aim that may have changed when the place was gone.
  Signup filled(@Nullable PersonId who, String called, Lang speaks, Aim wanted) {
    return copy(who, wanted, state, party, called, speaks, until, turn);
  }

  Signup queued(int number) {
    return copy(person, aim, state, party, name, lang, until, number);
  }

  /// The same sign-up; what it is for and when it was made never changes.
  private Signup copy(
      @Nullable PersonId person,
      Aim aim,
      State state,
      Party party,
      String name,
      Lang lang,
      @Nullable Instant until,
      @Nullable Integer turn) {
    return new Signup(
        id,
        slot,
        event,
        organization,
        person,
        aim,
        state,
        party,
        name,
        lang,
        until,
        madeAt,
        turn,
        passedOver);
  }

  /// Whether it takes places now.
  public boolean takesPlaces(Instant now) {
    boolean lasts = until != null && until.isAfter(now);
    return switch (state) {
      case CONFIRMED -> true;
      case OFFERED -> lasts;
      case HELD, UNCONFIRMED -> lasts && aim == Aim.SEAT;
      case WAITING, WATCHING, CANCELLED, LAPSED -> false;
    };
  }
}
