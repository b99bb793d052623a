package fi.rinnalla.visits.web;

import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.Map;

/// A text that is typed in several languages: the page's own, and the others under a fold.
final class Texts {
  private Texts() {}

  static Text read(Map<String, String> typed, String name) {
    Text text = Text.none();
    for (Lang lang : Lang.values()) {
      text = text.with(lang, Typed.plain(typed.getOrDefault(name + "_" + lang.code(), "")));
    }
    return text;
  }

  /// On one line, for a title.
  static Text line(Map<String, String> typed, String name) {
    Text text = read(typed, name);
    for (Lang lang : Lang.values()) {
      String words = text.in(lang);
      text = text.with(lang, words == null ? null : words.replace('\n', ' '));
    }
    return text;
  }
}
