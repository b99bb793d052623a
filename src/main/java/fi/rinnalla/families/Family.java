package fi.rinnalla.families;

import fi.rinnalla.vocabulary.AreaCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A family as its adults tell of it.
///
/// @param nickname what they wish to be called; may be empty
/// @param municipality where they live; null when they don't tell or mustn't be found
/// @param postcode empty when not told
/// @param isProtected whether their address is protected (turvakielto, act 661/2009 section 36):
///   then the house keeps no place of theirs at all, and names them nowhere
/// @param adults how many of them come here
public record Family(
    FamilyId id,
    String nickname,
    @Nullable AreaCode municipality,
    String postcode,
    boolean isProtected,
    List<Child> children,
    int adults) {
  public static final int LONGEST_NAME = 40;
  public static final int MOST_CHILDREN = 15;
  public static final int MOST_ADULTS = 4;

  public Family {
    children = List.copyOf(children);
    if (isProtected && (municipality != null || !postcode.isEmpty())) {
      throw new IllegalArgumentException("no place is kept of a family that mustn't be found");
    }
  }

  /// Says nothing of anybody.
  @Override
  public String toString() {
    return "a family";
  }
}
