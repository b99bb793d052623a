package fi.rinnalla.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The days of the week in words, to the two letters of RFC 5545.
final class Weekdays {
  private static final Map<String, String> DAYS = new HashMap<>();

  static {
    List<String> codes = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    List<List<String>> words =
        List.of(
            List.of(
                "monday",
                "mon",
                "maanantai",
                "maanantaisin",
                "maanantaina",
                "ma",
                "måndag",
                "måndagar",
                "mån",
                "mondays"),
            List.of(
                "tuesday",
                "tue",
                "tiistai",
                "tiistaisin",
                "tiistaina",
                "ti",
                "tisdag",
                "tisdagar",
                "tis",
                "tuesdays"),
            List.of(
                "wednesday",
                "wed",
                "keskiviikko",
                "keskiviikkoisin",
                "keskiviikkona",
                "ke",
                "onsdag",
                "onsdagar",
                "ons",
                "wednesdays"),
            List.of(
                "thursday",
                "thu",
                "torstai",
                "torstaisin",
                "torstaina",
                "to",
                "torsdag",
                "torsdagar",
                "tors",
                "tor",
                "thursdays"),
            List.of(
                "friday",
                "fri",
                "perjantai",
                "perjantaisin",
                "perjantaina",
                "pe",
                "fredag",
                "fredagar",
                "fre",
                "fridays"),
            List.of(
                "saturday",
                "sat",
                "lauantai",
                "lauantaisin",
                "lauantaina",
                "la",
                "lördag",
                "lördagar",
                "lör",
                "saturdays"),
            List.of(
                "sunday",
                "sun",
                "sunnuntai",
                "sunnuntaisin",
                "sunnuntaina",
                "su",
                "söndag",
                "söndagar",
                "sön",
                "sundays"));
    for (int day = 0; day < codes.size(); day++) {
      DAYS.put(codes.get(day).toLowerCase(Locale.ROOT), codes.get(day));
      DAYS.put(String.valueOf(day + 1), codes.get(day));
      for (String word : words.get(day)) {
        DAYS.put(word, codes.get(day));
      }
    }
    // "to" is torstai and never a part of "Tuesday to Thursday": we read lists, not spans.
  }

  private Weekdays() {}

  static Optional<String> find(String word) {
    return Optional.ofNullable(
        DAYS.get(word.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")));
  }
}
