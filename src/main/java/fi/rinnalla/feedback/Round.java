package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Times that are told of together.
///
/// @param organization whose it is
/// @param partners who else is told what came of it, at the same moment
/// @param about what it is about, such as an event
/// @param locked somebody has answered, and what was asked of whom stays
/// @param again how many answers came from a phone that had answered before
/// @param figures null until they are counted
/// @param minutes what was agreed, in the words of those who met over it
/// @param published whether anybody may see the figures
public record Round(
    UUID id,
    UUID organization,
    Set<UUID> partners,
    @Nullable UUID about,
    Text title,
    Questions questions,
    State state,
    boolean locked,
    int again,
    @Nullable Figures figures,
    @Nullable LocalDate summarisedOn,
    @Nullable Decision decision,
    String minutes,
    boolean published) {

  public static final int LONGEST_MINUTES = 4000;

  public Round {
    partners = Set.copyOf(partners);
  }

  /// How far it has come.
  public enum State {
    OPEN,
    SUMMARISED,
    REVIEWED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean mayBeSummarised() {
      return this == OPEN;
    }

    /// The minutes may be mended, too.
    boolean mayBeReviewed() {
      return this != OPEN;
    }
  }

  /// What becomes of what was told of.
  public enum Decision {
    CONTINUE,
    CHANGE,
    END;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Decision> find(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
  }

  public boolean isOf(UUID one) {
    return organization.equals(one);
  }

  /// The figures, when there are any that may be told.
  public Optional<Figures> told() {
    return Optional.ofNullable(figures).filter(it -> !it.tooFew());
  }
}
