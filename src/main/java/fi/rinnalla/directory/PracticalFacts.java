package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What families ask before they dare to come: which door, where the pram goes, what happens, who
/// is there. Of a service as of an event.
public record PracticalFacts(
    Text door,
    @Nullable String floor,
    Text prams,
    /// What happens when you come ("näin käynti sujuu"), for whoever finds a new place frightening.
    Text howItGoes,
    /// What there is to eat or drink.
    Text snack,
    @Nullable Money snackPrice,
    /// Whom one meets: the roles and first names that the organization chooses to publish.
    Text whoYouMeet,
    Set<Accessibility> features) {
  public static final PracticalFacts NONE =
      new PracticalFacts(
          Text.none(), null, Text.none(), Text.none(), Text.none(), null, Text.none(), Set.of());

  public PracticalFacts {
    features = Collections.unmodifiableSet(new TreeSet<>(features));
  }

  /// Only which door to come in by.
  public static PracticalFacts byDoor(Text door) {
    return new PracticalFacts(
        door, null, Text.none(), Text.none(), Text.none(), null, Text.none(), Set.of());
  }
}
