package fi.rinnalla.visits.web;

import fi.rinnalla.pages.Typed;
import fi.rinnalla.visits.Confirmations;
import fi.rinnalla.visits.PartnerAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partner's answer as its form sends it.
final class Answers {
  private Answers() {}

  /// Null when nothing was chosen.
  static Confirmations.@Nullable Said read(Map<String, String> typed) {
    String code = typed.getOrDefault("answer", "");
    PartnerAnswer.Answer answer =
        Arrays.stream(SeriesPage.choices())
            .filter(it -> it.code().equals(code))
            .findFirst()
            .orElse(null);
    if (answer == null) {
      return null;
    }
    return new Confirmations.Said(
        instant(typed.getOrDefault("to", "")),
        answer,
        Typed.plain(typed.getOrDefault("words", "")),
        LocalTimes.read(typed.getOrDefault("day", ""), typed.getOrDefault("time", "")));
  }

  /// What no form of ours sends is the time of no visit.
  private static Instant instant(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }
}
