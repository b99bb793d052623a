package fi.rinnalla.networks;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Those around one adult of a family.
///
/// @param name what the adult wishes to be called; may be empty
/// @param contact how they are reached; may be empty
/// @param isOver whether it was dissolved, or its time is out
/// @param meetings the times that were proposed, with those whom each suits: members by their id,
///   the family by the network's
/// @param worker who took the call
/// @param agreed the meeting that was agreed on; null before it is
public record Network(
    NetworkId id,
    PersonId person,
    PersonId worker,
    AreaCode area,
    String name,
    String contact,
    Instant assembledAt,
    Instant until,
    boolean isOver,
    List<Member> members,
    Map<Instant, Set<UUID>> meetings,
    @Nullable Meeting agreed) {
  public static final int LONGEST_NAME = 40;
  public static final int MOST_MEETINGS = 3;

  /// When and where they meet.
  ///
  /// @param where may be empty; it may be the family's home
  public record Meeting(Instant at, String where) {
    public static final int LONGEST_WHERE = 120;

    @Override
    public String toString() {
      return "a meeting";
    }
  }

  public Network {
    members = List.copyOf(members);
  }

  public boolean isIn(Member member) {
    return !isOver && member.isIn();
  }

  public boolean suits(Instant time, UUID who) {
    return meetings.getOrDefault(time, Set.of()).contains(who);
  }

  public int suiting(Instant time) {
    return meetings.getOrDefault(time, Set.of()).size();
  }

  /// Says nothing of anybody.
  @Override
  public String toString() {
    return "a network";
  }
}
