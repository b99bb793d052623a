package fi.rinnalla.meetups;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group of families that lives on after a meet-up: it has a name, members and hosts, and its
/// next meet-ups are meet-ups as any.
///
/// @param lang of the one sentence
/// @param name in one language at least
/// @param words one sentence: what, with whom
/// @param place where it began; its next meet-ups may be elsewhere
/// @param organization whose place that is; null when nobody's
/// @param from the meet-up that it began from, which may be forgotten by now
/// @param version grows with each change, so that nobody approves what they haven't seen
/// @param answer why it was refused; empty when nothing was said
/// @param askedAt since when somebody has to answer
/// @param busyUntil the end of its last time, as far as one knows
/// @param hostlessSince null while somebody hosts it
/// @param warnedAt when its hosts were told that it is about to end; null when they weren't
/// @param overAt null while it lives
public record FamilyGroup(
    GroupId id,
    Lang lang,
    Text name,
    Plan.Ages ages,
    String words,
    LocationId place,
    @Nullable OrganizationId organization,
    Set<AreaCode> areas,
    MeetupId from,
    State state,
    int version,
    String answer,
    Instant askedAt,
    Instant busyUntil,
    @Nullable Instant hostlessSince,
    @Nullable Instant warnedAt,
    @Nullable Instant overAt)
    implements Gathering {

  public FamilyGroup {
    areas = Set.copyOf(areas);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a group without a name");
    }
  }

  /// Where a group stands, and where it can go from there.
  public enum State {
    /// For those who approved its first meet-up to look at.
    PROPOSED,
    ACTIVE,
    /// Out of sight because of what people told, until a moderator has looked.
    HIDDEN,
    REFUSED,
    /// Taken back by its founder before an answer, or nobody ever answered.
    WITHDRAWN,
    /// Taken away by a moderator.
    REMOVED,
    ENDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Set<State> next() {
      return switch (this) {
        case PROPOSED -> EnumSet.of(ACTIVE, REFUSED, WITHDRAWN);
        case ACTIVE -> EnumSet.of(HIDDEN, REMOVED, ENDED);
        case HIDDEN -> EnumSet.of(ACTIVE, REMOVED, ENDED);
        case REFUSED, WITHDRAWN, REMOVED, ENDED -> EnumSet.noneOf(State.class);
      };
    }

    public boolean mayBecome(State next) {
      return next().contains(next);
    }

    public boolean isOver() {
      return next().isEmpty();
    }
  }

  @Override
  public UUID uuid() {
    return id.value();
  }

  @Override
  public boolean isOpen() {
    return state == State.ACTIVE;
  }

  @Override
  public boolean isHidden() {
    return state == State.HIDDEN;
  }

  @Override
  public boolean isOver() {
    return state.isOver();
  }

  @Override
  public RecordType record() {
    return RecordType.GROUP;
  }

  /// @param why in words, or nothing
  FamilyGroup to(State next, String why, Instant now) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " doesn't become " + next);
    }
    Instant over = next.isOver() ? now : null;
    return copy(next, why, busyUntil, hostlessSince, warnedAt, over);
  }

  FamilyGroup busy(Instant until) {
    return copy(state, answer, until, hostlessSince, null, overAt);
  }

  FamilyGroup hostless(@Nullable Instant since) {
    return copy(state, answer, busyUntil, since, warnedAt, overAt);
  }

  FamilyGroup warned(Instant now) {
    return copy(state, answer, busyUntil, hostlessSince, now, overAt);
  }

  private FamilyGroup copy(
      State now,
      String why,
      Instant busy,
      @Nullable Instant hostless,
      @Nullable Instant warned,
      @Nullable Instant over) {
    return new FamilyGroup(
        id,
        lang,
        name,
        ages,
        words,
        place,
        organization,
        areas,
        from,
        now,
        version + 1,
        why,
        askedAt,
        busy,
        hostless,
        warned,
        over);
  }
}
