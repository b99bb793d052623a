package fi.rinnalla.hsds;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object of the standard before it is written: its fields by their HSDS names, with texts in
/// all their languages. An answer says it in one language, a table in all of them, and so both come
/// from the same mapping.
public final class Thing {
  /// Our profile's own field: which texts are in another language than the answer, and in which.
  static final String FALLBACKS = "fallback_languages";

  private final String schema;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /// @param schema the name of its schema, such as `service_at_location`
  Thing(String schema, UUID id) {
    this.schema = schema;
    fields.put("id", id.toString());
  }

  String schema() {
    return schema;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /// What nobody has told is left out, as the standard would have it.
  Thing put(String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Text text when text.isEmpty() -> {}
      case List<?> list when list.isEmpty() -> {}
      case String words when words.isBlank() -> {}
      case UUID id -> fields.put(name, id.toString());
      default -> fields.put(name, value);
    }
    return this;
  }

  /// What the standard requires stands there even when nobody has told it.
  Thing require(String name, @Nullable Object value) {
    put(name, value);
    fields.putIfAbsent(name, "");
    return this;
  }

  /// Without a pointer to what isn't among these.
  Thing pointing(String name, Set<UUID> known) {
    if (fields.get(name) instanceof String id && !known.contains(UUID.fromString(id))) {
      fields.remove(name);
    }
    return this;
  }

  /// The things under a name.
  List<Thing> list(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(Thing.class::cast).toList()
        : List.of();
  }

  /// As JSON in one language. A text that nobody has written in it comes in the next language that
  /// has it, and is named.
  public Map<String, Object> in(Lang lang) {
    Map<String, Object> said = new LinkedHashMap<>();
    Map<String, String> fallbacks = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (value instanceof Text text) {
        Optional<Text.Said> words = text.said(lang);
        words.ifPresent(it -> {
          said.put(name, it.words());
          if (it.fallback()) {
            fallbacks.put(name, it.lang().code());
          }
        });
      } else {
        said.put(name, value(value, lang));
      }
    });
    if (!fallbacks.isEmpty()) {
      said.put(FALLBACKS, fallbacks);
    }
    return said;
  }

  private static Object value(Object value, Lang lang) {
    return switch (value) {
      case Thing thing -> thing.in(lang);
      case List<?> list -> {
        List<Object> said = new ArrayList<>();
        list.forEach(one -> said.add(one instanceof Thing thing ? thing.in(lang) : one));
        yield said;
      }
      default -> value;
    };
  }
}
