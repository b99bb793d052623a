package fi.rinnalla.meetups;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Families' own meet-up, from its proposal on.
///
/// @param host who sees to it; null when nobody does any more
/// @param hostName a first name, for those who come
/// @param group whose meet-up it is; null when no group's
/// @param organization whose place it is; null when nobody's
/// @param areas where the place is
/// @param version grows with each change, so that nobody approves what they haven't seen
/// @param weeklyUntil until which day it is held every week; null when it is held once
/// @param wish what waits for an answer of the place's people; null when nothing does
/// @param answer why it was declined or taken away; empty when nothing was said
/// @param askedAt since when somebody has to answer
/// @param endsAt the end of its last time
public record Meetup(
    MeetupId id,
    @Nullable PersonId host,
    String hostName,
    Lang lang,
    @Nullable GroupId group,
    LocationId place,
    @Nullable OrganizationId organization,
    Set<AreaCode> areas,
    State state,
    int version,
    Plan plan,
    @Nullable LocalDate weeklyUntil,
    @Nullable Wish wish,
    String answer,
    Instant askedAt,
    Instant endsAt)
    implements Gathering {

  public Meetup {
    areas = Set.copyOf(areas);
  }

  /// Where a meet-up stands, and where it can go from there.
  public enum State {
    /// For the place's people to answer.
    WAITING,
    PUBLISHED,
    /// Out of sight because of what people told, until a moderator has looked.
    HIDDEN,
    DECLINED,
    /// Taken back by its host before an answer.
    WITHDRAWN,
    /// Its time came before an answer.
    LAPSED,
    CANCELLED,
    /// Taken away by a moderator.
    REMOVED,
    ENDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Set<State> next() {
      return switch (this) {
        case WAITING -> EnumSet.of(PUBLISHED, DECLINED, WITHDRAWN, LAPSED);
        case PUBLISHED -> EnumSet.of(HIDDEN, CANCELLED, REMOVED, ENDED);
        case HIDDEN -> EnumSet.of(PUBLISHED, CANCELLED, REMOVED, ENDED);
        case DECLINED, WITHDRAWN, LAPSED, CANCELLED, REMOVED, ENDED -> EnumSet.noneOf(State.class);
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
    return state == State.PUBLISHED;
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
    return RecordType.MEETUP;
  }

  public boolean isWeekly() {
    return weeklyUntil != null;
  }

  /// Whether somebody of the place has to answer.
  public boolean waits() {
    return state == State.WAITING || state == State.PUBLISHED && wish != null;
  }

  /// @param why in words, or nothing
  Meetup to(State next, String why) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(state + " doesn't become " + next);
    }
    return copy(host, hostName, group, next, weeklyUntil, null, why, askedAt, endsAt);
  }

  Meetup wishing(Wish wanted, Instant now) {
    return copy(host, hostName, group, state, weeklyUntil, wanted, "", now, endsAt);
  }

  /// Without its wish, whatever became of it.
  Meetup answered(String why) {
    return copy(host, hostName, group, state, weeklyUntil, null, why, askedAt, endsAt);
  }

  Meetup weekly(LocalDate until, Instant end) {
    return copy(host, hostName, group, state, until, wish, answer, askedAt, end);
  }

  Meetup endingAt(Instant end) {
    return copy(host, hostName, group, state, weeklyUntil, wish, answer, askedAt, end);
  }

  Meetup inGroup(GroupId its) {
    return copy(host, hostName, its, state, weeklyUntil, wish, answer, askedAt, endsAt);
  }

  Meetup hostedBy(@Nullable PersonId who, String called) {
    return copy(who, called, group, state, weeklyUntil, wish, answer, askedAt, endsAt);
  }

  private Meetup copy(
      @Nullable PersonId who,
      String called,
      @Nullable GroupId its,
      State now,
      @Nullable LocalDate until,
      @Nullable Wish wanted,
      String why,
      Instant asked,
      Instant end) {
    return new Meetup(
        id,
        who,
        called,
        lang,
        its,
        place,
        organization,
        areas,
        now,
        version + 1,
        plan,
        until,
        wanted,
        why,
        asked,
        end);
  }
}
