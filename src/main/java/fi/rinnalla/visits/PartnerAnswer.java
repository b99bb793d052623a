package fi.rinnalla.visits;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a partner says to a visit that it is asked to.
///
/// @param words why not, or what else there is to say
/// @param proposed when it would suit better
/// @param reminded so many days ahead of the visit they were reminded last
public record PartnerAnswer(
    UUID partner,
    Answer answer,
    String words,
    @Nullable Instant proposed,
    @Nullable Integer reminded) {
  public static final int LONGEST_WORDS = 500;

  /// One of the few things there are to say.
  public enum Answer {
    WAITING,
    COMING,
    OTHER_TIME,
    NOT_COMING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Answer> find(String code) {
      return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
  }

  static PartnerAnswer waiting(UUID partner) {
    return new PartnerAnswer(partner, Answer.WAITING, "", null, null);
  }

  static PartnerAnswer coming(UUID partner) {
    return new PartnerAnswer(partner, Answer.COMING, "", null, null);
  }

  PartnerAnswer reminded(int days) {
    return new PartnerAnswer(partner, answer, words, proposed, days);
  }

  /// The same thing said again is no news.
  boolean says(PartnerAnswer other) {
    return answer == other.answer
        && words.equals(other.words)
        && java.util.Objects.equals(proposed, other.proposed);
  }
}
