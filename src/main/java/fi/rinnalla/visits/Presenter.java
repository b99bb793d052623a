package fi.rinnalla.visits;

import fi.rinnalla.vocabulary.Lang;
import java.time.Month;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization that takes turns.
///
/// @param partner by its id in the directory; null when it isn't there
/// @param name what one outside the directory is called; otherwise the directory knows
/// @param email where one outside the directory is written to, until the rota is over
/// @param offMonths the months it takes no turns in
/// @param gone takes no more turns; those it had stay told
public record Presenter(
    UUID id,
    @Nullable UUID partner,
    String name,
    @Nullable String email,
    Lang lang,
    Set<Month> offMonths,
    boolean gone) {
  public static final int LONGEST_NAME = 100;

  public Presenter {
    offMonths = Set.copyOf(offMonths);
  }

  Presenter off(Set<Month> months) {
    return new Presenter(id, partner, name, email, lang, months, gone);
  }

  Presenter left() {
    return new Presenter(id, partner, name, null, lang, offMonths, true);
  }

  /// Says nothing of where to.
  @Override
  public String toString() {
    return "presenter " + id;
  }
}
