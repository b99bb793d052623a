package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that was left when nobody could answer at once.
///
/// @param answerBy until when the visitor was promised an answer
/// @param adviser who has taken it on
/// @param answeredBy the first name of whoever answered
public record LeftQuestion(
    UUID id,
    UUID desk,
    Lang lang,
    Optional<Topic> topic,
    String body,
    Reply reply,
    Instant askedAt,
    Instant answerBy,
    @Nullable PersonId adviser,
    String answer,
    String answeredBy,
    @Nullable Instant answeredAt) {
  private static final int BEGINNING = 80;
  public static final int LONGEST = 2000;
  public static final int LONGEST_ANSWER = 4000;

  /// How its writer gets the answer.
  public enum Reply {
    /// Behind a secret link that they keep.
    LINK,
    /// A letter says that there is one, and has the link.
    MAIL_LINK,
    /// The answer itself is in the letter, as they wished.
    MAIL_TEXT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isByMail() {
      return this != LINK;
    }

    public static Optional<Reply> find(String code) {
      for (Reply reply : values()) {
        if (reply.code().equals(code)) {
          return Optional.of(reply);
        }
      }
      return Optional.empty();
    }
  }

  /// Its first words, for a list.
  public String beginning() {
    String line = body().replace('\n', ' ');
    return line.codePointCount(0, line.length()) <= BEGINNING
        ? line
        : line.substring(0, line.offsetByCodePoints(0, BEGINNING)).strip() + "…";
  }

  public boolean isAnswered() {
    return answeredAt != null;
  }

  public boolean isLate(Instant now) {
    return !isAnswered() && now.isAfter(answerBy);
  }
}
