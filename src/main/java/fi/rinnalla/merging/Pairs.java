package fi.rinnalla.merging;

import fi.rinnalla.directory.Replacements;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Reach;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pairs of records that may be one, for those who look after an area. Nobody else has any
/// ([NoSuchRecord]).
@Component
public class Pairs {
  /// How many a page of the list has.
  public static final int ON_A_PAGE = 30;

  /// Where something is of which nobody knows where it is: everybody's business.
  private static final AreaCode COUNTRY = new AreaCode("FI");

  private final PairRows rows;
  private final DecisionRows decisions;
  private final Doubles doubles;
  private final Replacements replacements;
  private final Reach reach;
  private final People people;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Pairs(
      PairRows rows,
      DecisionRows decisions,
      Doubles doubles,
      Replacements replacements,
      Reach reach,
      People people,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.decisions = decisions;
    this.doubles = doubles;
    this.replacements = replacements;
    this.reach = reach;
    this.people = people;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What a round found.
  ///
  /// @param found how many are open now
  /// @param added how many of them are new
  /// @param gone how many open ones were forgotten, for they are alike no more
  public record Round(int found, int added, int gone) {}

  /// What became of a decision.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody was first, and nothing has changed.
    ///
    /// @param name what the first wants to be called; empty when they have left
    record AlreadyDecided(Pair pair, String name) implements Outcome {}
  }

  /// Looks through everything that families see. New pairs are kept, open ones that are alike no
  /// more are forgotten, and what a person decided stays decided.
  public Round round() {
    replacements.leadOn();
    List<Likeness> alike = doubles.find();
    return house.step(() -> keep(alike));
  }

  private Round keep(List<Likeness> alike) {
    rows.lock();
    Map<PairRows.Two, Pair.State> before = rows.states();
    Instant now = clock.instant();
    List<Pair> open = new ArrayList<>();
    Set<PairRows.Two> seen = new HashSet<>();
    int added = 0;
    for (Likeness it : alike) {
      PairRows.Two two = PairRows.Two.of(it.one().id(), it.other().id());
      Pair.State state = before.get(two);
      if (!seen.add(two) || (state != null && state != Pair.State.OPEN)) {
        continue;
      }
      added += state == null ? 1 : 0;
      open.add(
          new Pair(
              new PairId(UUID.randomUUID()),
              it.one().kind(),
              two.one(),
              two.other(),
              it.score(),
              it.reasons(),
              areas(it),
              Pair.State.OPEN,
              now,
              null));
    }
    rows.put(open);
    int gone = rows.forget(before.keySet().stream().filter(it -> !seen.contains(it)).toList());
    return new Round(open.size(), added, gone);
  }

  private static Set<AreaCode> areas(Likeness it) {
    Set<AreaCode> towns =
        Stream.of(it.one().town(), it.other().town())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return towns.isEmpty() ? Set.of(COUNTRY) : towns;
  }

  /// Those of the caller's area, the surest or the latest first.
  ///
  /// @param page from 1
  @Transactional(readOnly = true)
  public List<Pair> list(Caller caller, Pair.State state, int page) {
    return rows.list(region(caller, Action.READ), state, ON_A_PAGE, (page - 1) * ON_A_PAGE);
  }

  @Transactional(readOnly = true)
  public int count(Caller caller, Pair.State state) {
    return rows.count(region(caller, Action.READ), state);
  }

  @Transactional(readOnly = true)
  public Pair get(Caller caller, PairId id) {
    return rows.find(id)
        .filter(it -> gate.may(caller, Action.READ, RecordType.PAIR, relations(caller, it)))
        .orElseThrow(() -> new NoSuchRecord(RecordType.PAIR));
  }

  /// They are two things, and are not proposed again.
  @Transactional
  public Outcome notSame(Caller caller, PairId id) {
    Pair pair = held(caller, id);
    if (!pair.state().mayBecome(Pair.State.NOT_SAME)) {
      return already(pair);
    }
    move(caller, pair, Pair.State.NOT_SAME, null);
    return new Outcome.Done();
  }

  /// The pair, held, when the caller may decide about it.
  Pair held(Caller caller, PairId id) {
    return rows.hold(id)
        .filter(it -> gate.may(caller, Action.MODERATE, RecordType.PAIR, relations(caller, it)))
        .orElseThrow(() -> new NoSuchRecord(RecordType.PAIR));
  }

  /// Writes a decision down, in the audit log too.
  ///
  /// @param stays which of the two stands for both; null when it isn't a merge
  void move(Caller caller, Pair pair, Pair.State next, @Nullable UUID stays) {
    gate.open(
        caller,
        Action.MODERATE,
        RecordType.PAIR,
        pair.id().toString(),
        relations(caller, pair),
        null);
    Pair.Decided decided = new Pair.Decided(caller.person().id().value(), clock.instant());
    rows.move(pair.id(), next, next == Pair.State.OPEN ? null : decided);
    decisions.add(pair, next, stays, decided);
  }

  Outcome already(Pair pair) {
    return new Outcome.AlreadyDecided(pair, decidedBy(pair));
  }

  /// What whoever decided wants to be called; empty when nobody has, or they have left.
  public String decidedBy(Pair pair) {
    Pair.Decided decided = pair.decided();
    return decided == null
        ? ""
        : house.step(() -> people.find(new PersonId(decided.by())).map(Person::name).orElse(""));
  }

  Set<Relation> relations(Caller caller, Pair pair) {
    return Collections.disjoint(reach.of(caller), pair.areas())
        ? Set.of()
        : Set.of(Relation.REGION);
  }

  Set<AreaCode> region(Caller caller, Action action) {
    if (!gate.may(caller, action, RecordType.PAIR, Set.of(Relation.REGION))) {
      throw new NoSuchRecord(RecordType.PAIR);
    }
    return reach.of(caller);
  }
}
