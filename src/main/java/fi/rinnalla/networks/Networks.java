package fi.rinnalla.networks;

import fi.rinnalla.families.ConsentEnded;
import fi.rinnalla.families.Consents;
import fi.rinnalla.families.Disclosure;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A network from the inside: the family's own view, in which each member has a way out beside
/// them, and a member's, who sees the family only when it has seen them.
@Component
public class Networks {
  private final NetworkRows rows;
  private final DutyRows duties;
  private final NetworkTally tally;
  private final NetworkLetters letters;
  private final Consents consents;
  private final Disclosure disclosure;
  private final Gate gate;
  private final HouseWork house;

  Networks(
      NetworkRows rows,
      DutyRows duties,
      NetworkTally tally,
      NetworkLetters letters,
      Consents consents,
      Disclosure disclosure,
      Gate gate,
      HouseWork house) {
    this.rows = rows;
    this.duties = duties;
    this.tally = tally;
    this.letters = letters;
    this.consents = consents;
    this.disclosure = disclosure;
    this.gate = gate;
    this.house = house;
  }

  /// A network as one of its members sees it.
  ///
  /// @param isKnown whether the family may be known: it has seen the member, and its consent holds
  /// @param name empty when it mustn't be known
  /// @param contact empty when it mustn't be known
  /// @param meeting when they meet, and where when the family may be known; null before it is
  ///   agreed
  public record Seen(
      Network network,
      Member me,
      boolean isKnown,
      String name,
      String contact,
      Network.@Nullable Meeting meeting) {}

  /// A network behind a letter's link: nothing of the family.
  public record Nameless(Network network, Member member) {}

  /// The caller's own, the newest first.
  @Transactional
  public List<Network> of(Caller caller) {
    return house.step(() -> rows.of(caller.person().id()));
  }

  /// The family's look is what lets members know: they see nothing before.
  @Transactional
  public Network get(Caller caller, NetworkId id) {
    return house.step(() -> {
      own(caller, id, Action.READ);
      rows.show(id);
      return rows.find(id).orElseThrow(Networks::none);
    });
  }

  /// As [#get], but members know no more by it: what a calendar's program fetches nobody has seen.
  @Transactional
  public Network peek(Caller caller, NetworkId id) {
    return house.step(() -> own(caller, id, Action.READ));
  }

  /// Takes one member out, without a reason.
  @Transactional
  public boolean remove(Caller caller, NetworkId id, UUID member) {
    return house.step(() -> {
      Network its = own(caller, id, Action.UPDATE);
      Optional<Member> found =
          its.members().stream().filter(it -> it.id().equals(member) && its.isIn(it)).findFirst();
      found.ifPresent(it -> {
        takeOut(its, it);
        consents.withdraw(caller, new Consents.Key.Own(it.consent()));
      });
      return found.isPresent();
    });
  }

  /// Ends all of it at once.
  @Transactional
  public void dissolve(Caller caller, NetworkId id) {
    house.step(() -> {
      Network its = own(caller, id, Action.DELETE);
      its.members().stream()
          .filter(Member::isIn)
          .forEach(it -> consents.withdraw(caller, new Consents.Key.Own(it.consent())));
      rows.dissolve(id);
      return its;
    });
  }

  /// Which of the proposed times suit the family.
  @Transactional
  public void suits(Caller caller, NetworkId id, Set<Instant> times) {
    house.step(() -> {
      Network its = own(caller, id, Action.UPDATE);
      if (!its.isOver()) {
        rows.suits(id, id.value(), times);
      }
      return its;
    });
  }

  /// Those that the caller is asked into, without anything of the families.
  @Transactional
  public List<Nameless> around(Caller caller) {
    return house.step(() ->
        rows.with(caller.person().id()).stream()
            .flatMap(its ->
                its.members().stream()
                    .filter(it -> it.person().equals(caller.person().id()) && its.isIn(it))
                    .map(it -> new Nameless(its, it)))
            .toList());
  }

  /// @throws NoSuchRecord when the caller isn't in it, or the family has taken them out
  @Transactional
  public Seen see(Caller caller, UUID member) {
    return house.step(() -> {
      Nameless its = mine(caller, member, Action.READ);
      Optional<Disclosure.Known> known =
          its.member().isShown() && its.member().state() == Member.State.JOINED
              ? disclosure.by(its.member().consent())
              : Optional.empty();
      return new Seen(
          its.network(),
          its.member(),
          known.isPresent(),
          known.isPresent() ? its.network().name() : "",
          known.isPresent() ? its.network().contact() : "",
          meeting(its, known.isPresent()));
    });
  }

  /// Nothing for those who haven't joined; and no place, which may be the family's home, before the
  /// family may be known.
  private static Network.@Nullable Meeting meeting(Nameless its, boolean isKnown) {
    Network.Meeting agreed = its.network().agreed();
    if (agreed == null || its.member().state() != Member.State.JOINED) {
      return null;
    }
    return isKnown ? agreed : new Network.Meeting(agreed.at(), "");
  }

  /// Joins, or doesn't, and says which times suit.
  @Transactional
  public boolean answer(Caller caller, UUID member, boolean joins, Set<Instant> times) {
    return house.step(() -> {
      hold(member);
      Nameless its = mine(caller, member, Action.UPDATE);
      return answered(its, joins, times);
    });
  }

  @Transactional
  public Optional<Nameless> find(Caller caller, String secret) {
    return house.step(() -> {
      Optional<Nameless> found = bySecret(secret);
      found.ifPresent(it -> openMember(caller, Action.READ, it, Relation.ASSIGNED));
      return found;
    });
  }

  @Transactional
  public boolean answer(Caller caller, String secret, boolean joins, Set<Instant> times) {
    return house.step(() -> {
      rows.member(secret).ifPresent(this::hold);
      Optional<Nameless> found = bySecret(secret);
      found.ifPresent(it -> openMember(caller, Action.UPDATE, it, Relation.ASSIGNED));
      return found.isPresent() && answered(found.get(), joins, times);
    });
  }

  /// Whatever stood on a consent ends with it, in the same transaction.
  @EventListener
  void ended(ConsentEnded consent) {
    house.step(() -> {
      rows.by(consent.consent())
          .ifPresent(its ->
              its.members().stream()
                  .filter(it -> it.consent().equals(consent.consent()) && it.isIn())
                  .forEach(it -> takeOut(its, it)));
      return consent;
    });
  }

  private void takeOut(Network its, Member it) {
    rows.to(it, Member.State.REMOVED_BY_FAMILY);
    rows.suits(its.id(), it.id(), Set.of());
    letters.over(it.person(), it.id().toString());
  }

  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      rows.delete(left.person());
      duties.delete(left.person());
      return left;
    });
  }

  /// First of all, as the family's own acts do: of a member's answer and the family's "remove" the
  /// later one sees what the earlier one did.
  private void hold(UUID member) {
    rows.ofMember(member).ifPresent(it -> rows.hold(it.id()));
  }

  private boolean answered(Nameless its, boolean joins, Set<Instant> times) {
    Member it = its.member();
    Member.State next =
        joins
            ? Member.State.JOINED
            : it.state() == Member.State.JOINED ? Member.State.LEFT : Member.State.DECLINED;
    if (it.state() != next) {
      rows.to(it, next);
      tally.count(its.network().area(), next.code(), "");
      if (!joins) {
        consents.over(it.consent());
        letters.missing(its.network());
      }
    }
    rows.suits(its.network().id(), it.id(), joins ? times : Set.of());
    return true;
  }

  private Optional<Nameless> bySecret(String secret) {
    return rows.member(secret).flatMap(this::nameless);
  }

  private Optional<Nameless> nameless(UUID member) {
    return rows.ofMember(member)
        .flatMap(its ->
            its.members().stream()
                .filter(it -> it.id().equals(member) && its.isIn(it))
                .findFirst()
                .map(it -> new Nameless(its, it)));
  }

  private Nameless mine(Caller caller, UUID member, Action action) {
    Nameless its =
        nameless(member)
            .filter(it -> it.member().person().equals(caller.person().id()))
            .orElseThrow(() -> new NoSuchRecord(RecordType.NETWORK_MEMBER));
    openMember(caller, action, its, Relation.OWN);
    return its;
  }

  private Network own(Caller caller, NetworkId id, Action action) {
    Network its =
        rows.hold(id)
            .filter(it -> it.person().equals(caller.person().id()))
            .orElseThrow(Networks::none);
    gate.open(
        caller,
        action,
        RecordType.NETWORK,
        its.id().toString(),
        Set.of(Relation.OWN),
        its.person().value());
    return its;
  }

  private void openMember(Caller caller, Action action, Nameless its, Relation relation) {
    gate.open(
        caller,
        action,
        RecordType.NETWORK_MEMBER,
        its.member().id().toString(),
        Set.of(relation),
        its.network().person().value());
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.NETWORK);
  }
}
