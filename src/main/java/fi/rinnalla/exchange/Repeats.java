package fi.rinnalla.exchange;

import fi.rinnalla.calendar.EventRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads how something repeats, as people write it on a notice board: «joka tiistai», «parillisten
/// viikkojen torstai», «kuukauden ensimmäinen lauantai», «varannan onsdag», «every Tuesday», or as
/// a rule of RFC 5545. What it isn't sure of it doesn't guess.
public final class Repeats {
  private static final Map<String, String> ORDER =
      Map.ofEntries(
          Map.entry("ensimmäinen", "1"),
          Map.entry("1.", "1"),
          Map.entry("first", "1"),
          Map.entry("första", "1"),
          Map.entry("toinen", "2"),
          Map.entry("2.", "2"),
          Map.entry("second", "2"),
          Map.entry("andra", "2"),
          Map.entry("kolmas", "3"),
          Map.entry("3.", "3"),
          Map.entry("third", "3"),
          Map.entry("tredje", "3"),
          Map.entry("neljäs", "4"),
          Map.entry("4.", "4"),
          Map.entry("fourth", "4"),
          Map.entry("fjärde", "4"),
          Map.entry("viimeinen", "-1"),
          Map.entry("last", "-1"),
          Map.entry("sista", "-1"),
          Map.entry("1st", "1"),
          Map.entry("2nd", "2"),
          Map.entry("3rd", "3"),
          Map.entry("4th", "4"));
  private static final Set<String> FILLERS =
      Set.of(
          "joka",
          "aina",
          "ja",
          "sekä",
          "viikko",
          "viikkojen",
          "viikon",
          "viikoilla",
          "viikolla",
          "viikoittain",
          "kerran",
          "viikossa",
          "varje",
          "och",
          "var",
          "på",
          "veckor",
          "veckors",
          "every",
          "and",
          "on",
          "the",
          "of",
          "weeks",
          "week",
          "weekly",
          "päivä",
          "vecka",
          "kuukauden",
          "kuukausi",
          "kuukaudessa",
          "kuukausittain",
          "i",
          "månaden",
          "månad",
          "month",
          "monthly",
          "varje månad",
          "&",
          "den",
          "each");

  private Repeats() {}

  public record Repeat(String rrule, EventRule.Weeks weeks) {}

  public static Optional<Repeat> read(String text) {
    String words = text.strip();
    if (words.toUpperCase(Locale.ROOT).startsWith("RRULE:")) {
      words = words.substring("RRULE:".length());
    }
    if (words.toUpperCase(Locale.ROOT).contains("FREQ=")) {
      return Optional.of(new Repeat(words, EventRule.Weeks.EVERY));
    }
    return plain(words.toLowerCase(Locale.ROOT).replace(',', ' '));
  }

  private static Optional<Repeat> plain(String text) {
    String words = text.replaceAll("\\s+", " ").strip();
    EventRule.Weeks weeks = EventRule.Weeks.EVERY;
    int interval = 1;
    if (words.matches(".*\\b(parillis|jämna?\\b|even\\b).*") && !words.contains("parittom")) {
      weeks = EventRule.Weeks.EVEN;
      words = words.replaceAll("parillis\\p{L}*|jämna?|even", "");
    } else if (words.matches(".*(parittom|udda|\\bodd\\b).*")) {
      weeks = EventRule.Weeks.ODD;
      words = words.replaceAll("parittom\\p{L}*|udda|odd", "");
    } else if (words.matches(".*(joka toinen|joka toisen|varannan|every other|every second).*")) {
      interval = 2;
      words = words.replaceAll("joka toinen|joka toisen|varannan|every other|every second", "");
    }
    if (words.strip().matches("(joka )?päivä|päivittäin|dagligen|daily|every day|varje dag")) {
      return Optional.of(new Repeat("FREQ=DAILY", weeks));
    }
    if (words
        .strip()
        .matches(
            "(joka )?arkipäivä|arkisin|arkipäivisin|vardagar|weekdays|every weekday|varje vardag")) {
      return Optional.of(new Repeat("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", weeks));
    }
    Set<String> days = new LinkedHashSet<>();
    List<String> orders = new ArrayList<>();
    for (String word : words.strip().split(" ")) {
      Optional<String> day = word.matches("\\d") ? Optional.empty() : Weekdays.find(word);
      if (day.isPresent()) {
        days.add(day.get());
      } else if (ORDER.containsKey(word)) {
        orders.add(ORDER.get(word));
      } else if (!word.isEmpty() && !FILLERS.contains(word)) {
        return Optional.empty();
      }
    }
    return rule(days, orders, weeks, interval, words);
  }

  private static Optional<Repeat> rule(
      Set<String> days, List<String> orders, EventRule.Weeks weeks, int interval, String words) {
    boolean monthly = words.contains("kuuka") || words.contains("month") || words.contains("månad");
    if (!orders.isEmpty()) {
      if (days.isEmpty() || !monthly) {
        return Optional.empty();
      }
      List<String> byday = new ArrayList<>();
      orders.forEach(order -> days.forEach(day -> byday.add(order + day)));
      return Optional.of(new Repeat("FREQ=MONTHLY;BYDAY=" + String.join(",", byday), weeks));
    }
    if (monthly) {
      return days.isEmpty() ? Optional.of(new Repeat("FREQ=MONTHLY", weeks)) : Optional.empty();
    }
    boolean weekly = !days.isEmpty() || words.matches(".*(viik|veck|week).*") || interval > 1;
    if (!weekly) {
      return Optional.empty();
    }
    String rule = "FREQ=WEEKLY" + (interval > 1 ? ";INTERVAL=" + interval : "");
    return Optional.of(
        new Repeat(days.isEmpty() ? rule : rule + ";BYDAY=" + String.join(",", days), weeks));
  }
}
