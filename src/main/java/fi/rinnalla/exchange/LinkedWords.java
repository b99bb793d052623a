package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The small shapes of Linked Events: words by language, and pointers as addresses.
final class LinkedWords {
  private LinkedWords() {}

  /// `{"fi": …, "sv": …, "en": …}`; other languages have no place here yet.
  static Text text(Reading of, String field, JsonNode words, int most) {
    return new Text(
        of.clean(field + ".fi", word(words, "fi"), most),
        of.clean(field + ".sv", word(words, "sv"), most),
        of.clean(field + ".en", word(words, "en"), most));
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
