package fi.rinnalla.visits;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What one press on a count's form asks for. Two may stand at two doors, so only the numbers that
/// this one changed are set, and plus and minus count from what is written meanwhile.
///
/// @param seen what stood in the form when it was opened
/// @param typed what stands there now
/// @param pressed whose plus or minus was pressed; null when the numbers were sent
/// @param step +1 or -1 for the one that was pressed
public record Counting(HeadCount seen, HeadCount typed, HeadCount.@Nullable Who pressed, int step) {

  /// Numbers typed into a form where nobody was counted yet.
  public static Counting of(HeadCount typed) {
    return new Counting(HeadCount.NONE, typed, null, 0);
  }

  public static Counting more(HeadCount.Who who) {
    return new Counting(HeadCount.NONE, HeadCount.NONE, who, 1);
  }

  public static Counting less(HeadCount.Who who) {
    return new Counting(HeadCount.NONE, HeadCount.NONE, who, -1);
  }

  /// The count it makes of the one that is written.
  Outcome onto(HeadCount written, Write write) {
    OptionalInt adults = one(HeadCount.Who.ADULTS, written);
    OptionalInt children = one(HeadCount.Who.CHILDREN, written);
    OptionalInt families = one(HeadCount.Who.NEW_FAMILIES, written);
    if (adults.isEmpty() || children.isEmpty() || families.isEmpty()) {
      return new Outcome.NoCount();
    }
    if (families.getAsInt() > adults.getAsInt() + children.getAsInt()) {
      return new Outcome.MoreFamilies();
    }
    return write.of(new HeadCount(adults.getAsInt(), children.getAsInt(), families.getAsInt()));
  }

  private OptionalInt one(HeadCount.Who who, HeadCount written) {
    int number = typed.of(who) == seen.of(who) ? written.of(who) : typed.of(who);
    // Minus at nobody is nobody still: a thumb may press it twice.
    int next = who == pressed ? Math.max(0, number + step) : number;
    return HeadCount.isNoCount(next) ? OptionalInt.empty() : OptionalInt.of(next);
  }

  /// What is done with a count that can be.
  interface Write {
    Outcome of(HeadCount count);
  }
}
