package fi.rinnalla.finland;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// Texts put together, each language by itself.
final class Paragraphs {
  private Paragraphs() {}

  static Text join(String between, Text... parts) {
    Text whole = Text.none();
    for (Text part : parts) {
      for (Lang lang : Lang.values()) {
        String before = whole.in(lang);
        String more = part.in(lang);
        if (more != null && !more.equals(before)) {
          whole = whole.with(lang, before == null ? more : before + between + more);
        }
      }
    }
    return whole;
  }

  /// `Käsittelyaika: kaksi viikkoa`, in the languages that have the words.
  static Text labelled(Text label, Text words) {
    Text whole = Text.none();
    for (Lang lang : Lang.values()) {
      String said = words.in(lang);
      if (said != null) {
        whole = whole.with(lang, label.in(lang) + ": " + said);
      }
    }
    return whole;
  }

  static Text same(@Nullable String words) {
    return new Text(words, words, words);
  }
}
