package fi.rinnalla.funds.web;

import fi.rinnalla.funds.HobbyWords;
import fi.rinnalla.pages.Typed;
import java.util.Map;

/// What was typed into an application.
final class HobbyForm {
  private HobbyForm() {}

  static HobbyWords words(Map<String, String> typed) {
    return new HobbyWords(
        line(typed, "nickname"),
        line(typed, "year"),
        line(typed, "area"),
        line(typed, "club"),
        line(typed, "hobby"),
        line(typed, "sum"),
        line(typed, "starts"),
        line(typed, "ends"),
        line(typed, "kind"),
        line(typed, "recommender"),
        line(typed, "answer"));
  }

  static String line(Map<String, String> typed, String name) {
    String line = Typed.plain(typed.getOrDefault(name, "")).replace('\n', ' ');
    int longest =
        switch (name) {
          case "answer" -> HobbyWords.LONGEST_ANSWER;
          case "recommender", "parent" -> 254;
          default -> HobbyWords.LONGEST;
        };
    return line.length() > longest ? line.substring(0, longest) : line;
  }
}
