package fi.rinnalla.visits.web;

import fi.rinnalla.visits.Outcome;

/// How a refusal is told.
final class Faults {
  private Faults() {}

  /// The end of a message key, `visits.fault.<fault>`; nothing when it was done.
  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "";
      case Outcome.NoTheme _ -> "no_theme";
      case Outcome.NoPlace _ -> "no_place";
      case Outcome.NoPartner _ -> "no_partner";
      case Outcome.TooMuch _ -> "too_much";
      case Outcome.NoTopic _ -> "no_topic";
      case Outcome.BadTime _ -> "bad_time";
      case Outcome.Backwards _ -> "backwards";
      case Outcome.NobodyBrings _ -> "nobody_brings";
      case Outcome.NoAnswer _ -> "no_answer";
      case Outcome.Taken _ -> "taken";
      case Outcome.TooLong _ -> "too_long";
      case Outcome.NotNow _ -> "not_now";
      case Outcome.Stale _ -> "stale";
      case Outcome.Ended _ -> "ended";
      case Outcome.NobodyToAsk _ -> "nobody_to_ask";
      case Outcome.StillAsked _ -> "still_asked";
      case Outcome.NoRule _ -> "no_rule";
      case Outcome.NoDays _ -> "no_days";
      case Outcome.NoName _ -> "no_name";
      case Outcome.StaleTurn _ -> "stale_turn";
      case Outcome.Gone _ -> "gone";
      case Outcome.Announced _ -> "announced";
      case Outcome.StillPlanned _ -> "still_planned";
      case Outcome.NoCount _ -> "no_count";
      case Outcome.MoreFamilies _ -> "more_families";
    };
  }

  /// The field that is to be mended.
  static String field(String fault) {
    return switch (fault) {
      case "no_theme" -> "theme";
      case "no_topic" -> "topic";
      case "no_rule", "no_days" -> "week";
      case "no_name" -> "name";
      case "no_count" -> "adults";
      case "more_families" -> "new_families";
      case "bad_time", "taken" -> "day";
      case "backwards" -> "until";
      case "nobody_brings" -> "brings";
      case "no_answer" -> "answer";
      case "no_partner", "nobody_to_ask" -> "partners";
      default -> "main";
    };
  }
}
