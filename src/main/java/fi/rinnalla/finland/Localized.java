package fi.rinnalla.finland;

import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;

/// A text that stands by language, `{"fi": …, "sv": …}`, or alone, and then in Finnish.
final class Localized {
  private Localized() {}

  static Text text(Reading it, WatchedThing of, String field, int most) {
    WatchedThing byLanguage = of.thing(field);
    if (byLanguage == null) {
      return Text.fi(it.clean(field, of.text(field), most));
    }
    Text text = Text.none();
    for (Lang lang : Lang.values()) {
      String name = field + "." + lang.code();
      text = text.with(lang, it.clean(name, byLanguage.text(lang.code()), most));
    }
    return text;
  }
}
