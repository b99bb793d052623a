package fi.rinnalla.advice.web;

import fi.rinnalla.advice.AdviceDesk;
import fi.rinnalla.advice.DeskKeeping;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a desk is called and how it answers, as somebody wrote it.
///
/// @param fault the end of the key of what must be mended, or nothing
public record DeskForm(Map<String, String> typed, String fault) {
  private static final int USUAL_QUEUE = 10;
  private static final int USUAL_HOURS = 48;

  public DeskForm {
    typed = Map.copyOf(typed);
  }

  static DeskForm empty(Lang lang) {
    return new DeskForm(
        Map.of(
            "speaks_" + lang.code(),
            "true",
            "most",
            String.valueOf(USUAL_QUEUE),
            "hours",
            String.valueOf(USUAL_HOURS)),
        "");
  }

  static DeskForm of(AdviceDesk desk) {
    Map<String, String> values = new HashMap<>();
    for (Lang lang : Lang.values()) {
      String name = desk.name().in(lang);
      values.put("name_" + lang.code(), name == null ? "" : name);
      if (desk.languages().contains(lang)) {
        values.put("speaks_" + lang.code(), "true");
      }
    }
    values.put("most", String.valueOf(desk.mostWaiting()));
    values.put("hours", String.valueOf(desk.answerHours()));
    return new DeskForm(values, "");
  }

  static DeskForm read(Map<String, String> typed) {
    return new DeskForm(typed, "");
  }

  DeskForm with(DeskKeeping.Outcome outcome) {
    return new DeskForm(typed, code(outcome));
  }

  static String code(DeskKeeping.Outcome outcome) {
    return outcome == DeskKeeping.Outcome.DONE ? "" : outcome.name().toLowerCase(Locale.ROOT);
  }

  public String value(String name) {
    return typed.getOrDefault(name, "");
  }

  public boolean speaks(Lang lang) {
    return typed.containsKey("speaks_" + lang.code());
  }

  DeskKeeping.Told told() {
    Text name = Text.none();
    List<Lang> languages = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      name = name.with(lang, Typed.plain(value("name_" + lang.code())).replace('\n', ' '));
      if (speaks(lang)) {
        languages.add(lang);
      }
    }
    return new DeskKeeping.Told(name, languages, number("most"), number("hours"));
  }

  private int number(String field) {
    String written = value(field).strip();
    return written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1;
  }
}
