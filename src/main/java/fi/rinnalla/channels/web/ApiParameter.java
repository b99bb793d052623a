package fi.rinnalla.channels.web;

import fi.rinnalla.channels.TextSize;
import fi.rinnalla.search.Kind;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.Lang;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What can be asked of the search and of those that follow one, with what it may be (JSON Schema).
/// The words for it are messages; a test sees to it that these are the ones that are read.
enum ApiParameter {
  Q(Map.of("type", "string", "maxLength", 200), "perhekahvila"),
  WHERE(Map.of("type", "string"), "Hyvinkää"),
  AREA(Map.of("type", "string"), "M106"),
  LAT(number(-90, 90), "60.6306"),
  LON(number(-180, 180), "24.8597"),
  RADIUS(Map.of("type", "integer", "minimum", 100, "maximum", 200_000, "default", 5000), "3000"),
  WHEN(Map.of("type", "string"), "week"),
  AGE(number(0, 120), "0.5"),
  FREE(oneOf("1"), "1"),
  LANG(many(Map.of("type", "string")), "sv"),
  ACC(many(oneOf(codes(Accessibility.values(), Accessibility::code))), "pram"),
  THEME(many(Map.of("type", "string")), "meeting-others"),
  KIND(many(oneOf(codes(Kind.values(), Kind::code))), "event"),
  OF(many(Map.of("type", "string", "format", "uuid")), "9cc8445e-da2a-553d-8c32-6cb7c5c31b47"),
  SORT(oneOf("relevance", "distance", "time"), "time"),
  PAGE(Map.of("type", "integer", "minimum", 1, "default", 1), "2"),
  SIZE(Map.of("type", "integer", "minimum", 1, "maximum", 100), "10"),
  LANGUAGE(oneOf(codes(Lang.values(), Lang::code)), "en"),
  ACCENT(Map.of("type", "string", "pattern", "^#?[0-9a-fA-F]{6}$"), "0b5c5e"),
  TEXT(oneOf(codes(TextSize.values(), TextSize::code)), "large");

  private final Map<String, Object> schema;
  private final String example;

  ApiParameter(Map<String, Object> schema, String example) {
    this.schema = schema;
    this.example = example;
  }

  /// As it stands in an address.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Map<String, Object> schema() {
    return schema;
  }

  String example() {
    return example;
  }

  boolean isRepeated() {
    return "array".equals(schema.get("type"));
  }

  /// What it may be, where that can be said without words: `service, event, place` or `0–120`.
  String allowed() {
    Object one = isRepeated() ? schema.get("items") : schema;
    if (!(one instanceof Map<?, ?> rule)) {
      return "";
    }
    if (rule.get("enum") instanceof List<?> codes) {
      return String.join(", ", codes.stream().map(String::valueOf).toList());
    }
    if (rule.get("minimum") != null && rule.get("maximum") != null) {
      return rule.get("minimum") + "–" + rule.get("maximum");
    }
    return example;
  }

  private static Map<String, Object> number(int least, int most) {
    return Map.of("type", "number", "minimum", least, "maximum", most);
  }

  private static Map<String, Object> oneOf(String... codes) {
    return Map.of("type", "string", "enum", List.of(codes));
  }

  private static Map<String, Object> many(Map<String, Object> one) {
    Map<String, Object> many = new LinkedHashMap<>();
    many.put("type", "array");
    many.put("items", one);
    many.put("maxItems", 20);
    return many;
  }

  private static <T> String[] codes(T[] values, Function<T, String> code) {
    return Stream.of(values).map(code).toArray(String[]::new);
  }

  static List<ApiParameter> allBut(ApiParameter... leftOut) {
    return Arrays.stream(values())
        .filter(it -> it != ACCENT && it != TEXT)
        .filter(it -> !List.of(leftOut).contains(it))
        .toList();
  }
}
