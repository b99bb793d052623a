package fi.rinnalla.advice;

import java.util.Locale;
import java.util.Optional;

/// What a talk is about, chosen by the visitor before it and by the adviser after it. Wide on
/// purpose: a count of them must not tell of anybody.
public enum Topic {
  MEETING_OTHERS,
  EVERYDAY,
  COPING,
  PARENTING,
  COUPLE,
  MONEY,
  SERVICES,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> find(String code) {
    for (Topic topic : values()) {
      if (topic.code().equals(code)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }

  /// Of the code as rows have it; nothing when none was chosen.
  static String code(Optional<Topic> topic) {
    return topic.map(Topic::code).orElse("");
  }
}
