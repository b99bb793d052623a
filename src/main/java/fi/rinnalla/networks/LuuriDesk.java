package fi.rinnalla.networks;

import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Consents;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the worker does when the call is over: the networks of their areas, who is missing from
/// them, and when they meet. Nothing of the families is told here.
@Component
public class LuuriDesk {
  private static final Duration SHOWN = Duration.ofDays(30);

  private final Luuri luuri;
  private final OnCall onCall;
  private final NetworkRows rows;
  private final NetworkTally tally;
  private final NetworkLetters letters;
  private final Consents consents;
  private final HouseWork house;
  private final Clock clock;

  LuuriDesk(
      Luuri luuri,
      OnCall onCall,
      NetworkRows rows,
      NetworkTally tally,
      NetworkLetters letters,
      Consents consents,
      HouseWork house,
      Clock clock) {
    this.luuri = luuri;
    this.onCall = onCall;
    this.rows = rows;
    this.tally = tally;
    this.letters = letters;
    this.consents = consents;
    this.house = house;
    this.clock = clock;
  }

  /// What the worker's page lists of a network: nothing of the family.
  ///
  /// @param meetings how many each proposed time suits
  /// @param agreed when they meet; the place is for those who come
  public record Line(
      NetworkId id,
      AreaCode area,
      Instant assembledAt,
      boolean isOver,
      List<Member> members,
      Map<Instant, Integer> meetings,
      @Nullable Instant agreed) {}

  /// One number of the figures.
  ///
  /// @param n null when it is small
  public record Figure(String what, String detail, @Nullable Integer n) {}

  /// What became of a press.
  public enum Outcome {
    DONE,
    /// Nobody else is on duty for it there.
    NOBODY_ELSE,
    /// Somebody was faster, or it has been answered meanwhile.
    NOT_GOOD,
    /// A time that is gone, or a place that is too long.
    NO_SUCH_TIME
  }

  /// Those of the caller's areas, without anything of the families.
  @Transactional
  public List<Line> of(Caller caller) {
    return house.step(() ->
        rows.in(luuri.areas(caller), clock.instant().minus(SHOWN)).stream()
            .map(LuuriDesk::line)
            .toList());
  }

  private static Line line(Network its) {
    Network.Meeting agreed = its.agreed();
    return new Line(
        its.id(),
        its.area(),
        its.assembledAt(),
        its.isOver(),
        its.members(),
        its.meetings().keySet().stream()
            .sorted()
            .collect(
                Collectors.toMap(time -> time, its::suiting, (one, _) -> one, LinkedHashMap::new)),
        agreed == null ? null : agreed.at());
  }

  @Transactional(readOnly = true)
  public List<Figure> figures(Caller caller) {
    return house.step(() ->
        tally.of(luuri.areas(caller)).stream()
            .map(it -> new Figure(it.what(), it.detail(), it.n()))
            .toList());
  }

  /// The worker has read the list of members aloud to the family, who wanted them.
  @Transactional
  public boolean heard(Caller caller, NetworkId id) {
    return house.step(() -> {
      Network its = hold(caller, id);
      boolean all = its.members().stream().allMatch(Member::isShown);
      rows.show(id);
      return !all;
    });
  }

  /// Asks the next on duty in the place of a member who is silent or can't come. The family, who
  /// has said yes to it, gets a letter and sees the new one before they see the family.
  ///
  /// @param said how the family gave its word
  @Transactional
  public Outcome replace(Caller caller, NetworkId id, UUID member, Consent.Channel said) {
    return house.step(() -> {
      Network its = hold(caller, id);
      Optional<Member> found =
          its.members().stream().filter(it -> it.id().equals(member) && it.isMissing()).findFirst();
      if (found.isEmpty()) {
        return Outcome.NOT_GOOD;
      }
      Optional<Duty> next = onCall.insteadOf(its, found.get());
      if (next.isEmpty()) {
        return Outcome.NOBODY_ELSE;
      }
      rows.to(found.get(), Member.State.REPLACED);
      rows.suits(id, member, Set.of());
      consents.over(found.get().consent());
      onCall.invite(caller, its, next.get(), said);
      letters.changed(its, next.get());
      return Outcome.DONE;
    });
  }

  /// Agrees on a meeting: one of the times that were proposed, or another. To agree again is to
  /// move it. The family and whoever has joined are told that it is agreed, and see it on their
  /// page.
  @Transactional
  public Outcome agree(Caller caller, NetworkId id, Network.Meeting on) {
    return house.step(() -> {
      Network its = hold(caller, id);
      if (!on.at().isAfter(clock.instant())
          || !on.at().isBefore(its.until())
          || on.where().length() > Network.Meeting.LONGEST_WHERE) {
        return Outcome.NO_SUCH_TIME;
      }
      if (on.equals(its.agreed())) {
        return Outcome.DONE;
      }
      rows.agree(its, on);
      letters.meets(its, "agreed", UUID.randomUUID().toString());
      return Outcome.DONE;
    });
  }

  private Network hold(Caller caller, NetworkId id) {
    Network its =
        rows.hold(id)
            .filter(it -> !it.isOver() && luuri.areas(caller).contains(it.area()))
            .orElseThrow(() -> new NoSuchRecord(RecordType.NETWORK));
    luuri.open(caller, Action.UPDATE, its.area(), id.toString());
    return its;
  }
}
