package fi.rinnalla.merging;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes one of two records, and two of them again. One stands for both, with the fields chosen
/// from the other laid over its own; everything that pointed at the other leads to it.
@Component
public class Merger {
  private final Pairs pairs;
  private final MergeRows rows;
  private final Stock stock;
  private final People people;
  private final Gate gate;
  private final HouseWork house;

  Merger(Pairs pairs, MergeRows rows, Stock stock, People people, Gate gate, HouseWork house) {
    this.pairs = pairs;
    this.rows = rows;
    this.stock = stock;
    this.people = people;
    this.gate = gate;
    this.house = house;
  }

  /// A field as the two have it.
  ///
  /// @param fromOther whether the other's is the better one to begin with
  public record Row(Field field, List<JsonNode> one, List<JsonNode> other, boolean fromOther) {
    public boolean isSame() {
      return one.equals(other);
    }
  }

  /// One of the two, as far as it tells which is better kept.
  ///
  /// @param kept whether the organization keeps it here itself
  /// @param leads how many others point at it
  public record Side(
      UUID id, String source, boolean kept, @Nullable LocalDate verified, int full, int leads) {}

  /// The two side by side.
  ///
  /// @param otherStays whether the other is the better kept one
  public record Compared(Side one, Side other, boolean otherStays, List<Row> rows) {}

  /// What became of a merge.
  public sealed interface Merged {
    record Done() implements Merged {}

    /// Somebody was first, and nothing has changed.
    record AlreadyDecided(Pair pair, String name) implements Merged {}

    /// One of the two isn't in sight any more, and nothing has changed.
    record NotThere() implements Merged {}
  }

  /// The two of an open pair; nothing when one of them isn't in sight any more.
  @Transactional(readOnly = true)
  public Optional<Compared> compare(Pair pair) {
    Stock.Found one = inSight(pair, pair.one());
    Stock.Found other = inSight(pair, pair.other());
    if (one == null || other == null) {
      return Optional.empty();
    }
    List<Field> fields = Field.of(pair.kind());
    Side first = side(pair.kind(), one, fields);
    Side second = side(pair.kind(), other, fields);
    boolean otherStays = isBetter(second, first);
    return Optional.of(
        new Compared(
            first,
            second,
            otherStays,
            fields.stream().map(it -> row(it, one, other, otherStays)).toList()));
  }

  private static Row row(Field field, Stock.Found one, Stock.Found other, boolean otherStays) {
    List<JsonNode> first = values(field, one);
    List<JsonNode> second = values(field, other);
    boolean oneSays = !first.stream().allMatch(Patch::isNothing);
    boolean otherSays = !second.stream().allMatch(Patch::isNothing);
    return new Row(field, first, second, otherSays && (otherStays || !oneSays));
  }

  private static List<JsonNode> values(Field field, Stock.Found of) {
    return field.names().stream().map(it -> of.body().path(it)).toList();
  }

  private Stock.@Nullable Found inSight(Pair pair, UUID id) {
    return stock.find(pair.kind(), id).filter(Stock.Found::inSight).orElse(null);
  }

  private Side side(Kind kind, Stock.Found it, List<Field> fields) {
    UUID organization = it.organization();
    boolean kept =
        it.source().startsWith("own:")
            || (organization != null && house.step(() -> !people.keepers(organization).isEmpty()));
    int full =
        (int)
            fields.stream()
                .filter(field -> !values(field, it).stream().allMatch(Patch::isNothing))
                .count();
    return new Side(
        it.id(), it.source(), kept, it.verified(), full, stock.pointingAt(kind, it.id()).size());
  }

  /// Kept by the organization itself, or else vouched for later, or else fuller.
  private static boolean isBetter(Side one, Side than) {
    if (one.kept() != than.kept()) {
      return one.kept();
    }
    LocalDate verified = one.verified();
    LocalDate before = than.verified();
    if (!Objects.equals(verified, before)) {
      return before == null || (verified != null && verified.isAfter(before));
    }
    return one.full() > than.full();
  }

  /// @param stays which of the two stands for both
  /// @param fromOther codes of the fields that are taken from the one that goes
  @Transactional
  public Merged merge(Caller caller, PairId id, UUID stays, Set<String> fromOther) {
    Pair pair = pairs.held(caller, id);
    if (!pair.state().mayBecome(Pair.State.MERGED)) {
      return new Merged.AlreadyDecided(pair, pairs.decidedBy(pair));
    }
    Kind kind = pair.kind();
    UUID goes = stays.equals(pair.one()) ? pair.other() : pair.one();
    Set<UUID> followed = stock.pointingAt(kind, goes);
    if (!stock.replace(kind, goes, stays)) {
      return new Merged.NotThere();
    }
    rows.add(lay(pair, stays, goes, fromOther, followed));
    pairs.move(caller, pair, Pair.State.MERGED, stays);
    open(caller, pair);
    return new Merged.Done();
  }

  private Merge lay(Pair pair, UUID stays, UUID goes, Set<String> fromOther, Set<UUID> followed) {
    Kind kind = pair.kind();
    JsonNode mine = stock.find(kind, stays).orElseThrow().body();
    JsonNode theirs = stock.find(kind, goes).orElseThrow().body();
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    for (Field field : Field.of(kind)) {
      for (String name : fromOther.contains(field.code()) ? field.names() : List.<String>of()) {
        if (!mine.path(name).equals(theirs.path(name))) {
          patch.set(name, Patch.replacing(mine.path(name), theirs.path(name)));
        }
      }
    }
    List<String> names = List.copyOf(patch.propertyNames());
    JsonNode before = Patch.only(stock.overrides(kind, stays), names);
    if (!names.isEmpty()) {
      stock.override(kind, stays, patch);
    }
    JsonNode laid = Patch.only(stock.overrides(kind, stays), names);
    return new Merge(pair.id(), stays, goes, before, laid, followed);
  }

  /// A line of the audit log for each of the two.
  private void open(Caller caller, Pair pair) {
    for (UUID record : List.of(pair.one(), pair.other())) {
      gate.open(
          caller,
          Action.MODERATE,
          Stock.type(pair.kind()),
          record.toString(),
          pairs.relations(caller, pair),
          null);
    }
  }

  /// What became of taking a decision back.
  public sealed interface Undone {
    /// The two are two again, as they were.
    ///
    /// @param kept codes of the fields that stay as they are, for somebody has changed them since
    /// @param notReturned how many that followed don't lead back, for somebody has changed them
    record Done(List<String> kept, int notReturned) implements Undone {}

    /// Nothing was decided, or somebody has taken it back already.
    record NothingToUndo() implements Undone {}
  }

  /// Takes a decision back: a merge with all that it changed, or that two are different.
  @Transactional
  public Undone undo(Caller caller, PairId id) {
    Pair pair = pairs.held(caller, id);
    if (!pair.state().mayBecome(Pair.State.OPEN)) {
      return new Undone.NothingToUndo();
    }
    Undone.Done done =
        rows.find(id).map(it -> takeApart(pair, it)).orElse(new Undone.Done(List.of(), 0));
    rows.remove(id);
    pairs.move(caller, pair, Pair.State.OPEN, null);
    open(caller, pair);
    return done;
  }

  private Undone.Done takeApart(Pair pair, Merge merge) {
    Kind kind = pair.kind();
    List<String> kept = new ArrayList<>();
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    JsonNode now = stock.overrides(kind, merge.stays());
    for (Field field : Field.of(kind)) {
      for (String name : field.names()) {
        if (!merge.laid().has(name)) {
          continue;
        }
        if (now.path(name).equals(merge.laid().path(name))) {
          patch.set(name, Patch.back(now.path(name), merge.before().path(name)));
        } else if (!kept.contains(field.code())) {
          kept.add(field.code());
        }
      }
    }
    if (!patch.isEmpty() && !stock.override(kind, merge.stays(), patch)) {
      // An event that its feed is without has nothing that could be laid over.
      kept.addAll(codes(kind, patch));
    }
    stock.restore(kind, merge.goes(), merge.stays());
    Set<UUID> lost = new HashSet<>(merge.followed());
    lost.removeAll(stock.pointingAt(kind, merge.goes()));
    return new Undone.Done(kept, lost.size());
  }

  private static List<String> codes(Kind kind, ObjectNode patch) {
    return Field.of(kind).stream()
        .filter(it -> it.names().stream().anyMatch(patch::has))
        .map(Field::code)
        .toList();
  }

  /// What is told of a merge that stands.
  ///
  /// @param staysWithdrawn the source of the one that stays is without it, and the other is shown
  /// @param goesWithdrawn the source of the other is without it
  public record Standing(UUID stays, UUID goes, boolean staysWithdrawn, boolean goesWithdrawn) {}

  @Transactional(readOnly = true)
  public Optional<Standing> standing(Pair pair) {
    return rows.find(pair.id())
        .map(it -> {
          Set<UUID> withdrawn = stock.withdrawn(pair.kind(), Set.of(it.stays(), it.goes()));
          return new Standing(
              it.stays(), it.goes(), withdrawn.contains(it.stays()), withdrawn.contains(it.goes()));
        });
  }

  /// How many merges of the caller's area rest, for the source of the one that stays is without it.
  @Transactional(readOnly = true)
  public int countResting(Caller caller) {
    List<MergeRows.Stays> staying = rows.staying(pairs.region(caller, Action.READ));
    int resting = 0;
    for (Kind kind : Kind.values()) {
      List<UUID> ids =
          staying.stream().filter(it -> it.kind() == kind).map(MergeRows.Stays::id).toList();
      resting += ids.isEmpty() ? 0 : stock.withdrawn(kind, ids).size();
    }
    return resting;
  }
}
