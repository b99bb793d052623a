package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The small shapes of Linked Events: words by language, and pointers as addresses.
final class LinkedWords {
  private LinkedWords() {}

  /// `{"fi": …, "sv": …, "en": …}`. What is told only in another language is shown as it is, where
  /// Finnish would stand, for our texts have no other languages yet.
  static Text text(Reading of, String field, JsonNode words, int most) {
    if (words.isString()) {
      return Text.fi(of.clean(field, words.asString(), most));
    }
    Text text =
        new Text(
            of.clean(field + ".fi", word(words, "fi"), most),
            of.clean(field + ".sv", word(words, "sv"), most),
            of.clean(field + ".en", word(words, "en"), most));
    return text.isEmpty() ? inAnotherLanguage(of, field, words, most) : text;
  }

  private static Text inAnotherLanguage(Reading of, String field, JsonNode words, int most) {
    for (String language : words.propertyNames()) {
      String said = word(words, language);
      if (said != null && language.length() <= 3 && Languages.code(language).isPresent()) {
        String clean = of.clean(field + "." + language, said, most);
        if (clean != null) {
          of.sink().notice(new FieldNotice.InAnotherLanguage(of.record(), field, language));
          return Text.fi(clean);
        }
      }
    }
    return Text.none();
  }

  /// The first address of `{"fi": …, "sv": …, "en": …}`.
  static @Nullable String web(Reading of, String field, JsonNode words) {
    if (words.isString()) {
      return of.webOf(field, words.asString());
    }
    for (String language : List.of("fi", "sv", "en")) {
      String address = word(words, language);
      if (address != null) {
        return of.webOf(field + "." + language, address);
      }
    }
    return null;
  }

  static @Nullable String word(JsonNode of, String field) {
    JsonNode value = of.path(field);
    String word = value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    return word.isEmpty() ? null : word;
  }

  /// The id at the end of `https://…/v1/place/tprek:9972/`, or the object's own.
  static @Nullable String id(JsonNode pointer) {
    String own = word(pointer, "id");
    if (own != null) {
      return own;
    }
    String address = word(pointer, "@id");
    if (address == null) {
      return null;
    }
    String path = address.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
