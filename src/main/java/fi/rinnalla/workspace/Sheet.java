package fi.rinnalla.workspace;

import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was typed of one listing, as it was typed: the inputs that aren't empty, by their names. A
/// sheet may be unfinished or wrong; whether it may be published is asked of its [Maker].
public record Sheet(Map<String, String> inputs) {
  public static final Sheet EMPTY = new Sheet(Map.of());

  public Sheet {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      for (Lang lang : Lang.values()) {
        String name = field.input(lang);
        String words = inputs.getOrDefault(name, "").replace("\r\n", "\n").strip();
        if (!words.isEmpty()) {
          kept.put(name, words);
        }
      }
    }
    inputs = Collections.unmodifiableMap(kept);
  }

  /// Empty when nothing was typed.
  public String get(String input) {
    return inputs.getOrDefault(input, "");
  }

  public String get(Field field) {
    return get(field.input(Lang.FI));
  }

  public Text text(Field field) {
    Text text = Text.none();
    for (Lang lang : Lang.values()) {
      text = text.with(lang, get(field.input(lang)));
    }
    return text;
  }

  public Sheet with(String input, String words) {
    Map<String, String> changed = new LinkedHashMap<>(inputs);
    changed.put(input, words);
    return new Sheet(changed);
  }

  public Sheet with(Field field, String words) {
    return with(field.input(Lang.FI), words);
  }

  public Sheet with(Field field, Text text) {
    Sheet sheet = this;
    for (Lang lang : Lang.values()) {
      sheet = sheet.with(field.input(lang), Optional.ofNullable(text.in(lang)).orElse(""));
    }
    return sheet;
  }

  /// This sheet with the texts of another, in all their languages.
  public Sheet withTexts(Kept.Kind kind, Sheet texts) {
    Sheet sheet = this;
    for (Field field : Field.translated(kind)) {
      sheet = sheet.with(field, texts.text(field));
    }
    return sheet;
  }

  /// How many texts that are written in some language are not in this one.
  public int missing(Kept.Kind kind, Lang lang) {
    return (int)
        Field.translated(kind).stream()
            .map(this::text)
            .filter(it -> !it.isEmpty() && it.in(lang) == null)
            .count();
  }

  /// Whether anything at all is written in this language.
  public boolean isIn(Kept.Kind kind, Lang lang) {
    return Field.translated(kind).stream().anyMatch(it -> text(it).in(lang) != null);
  }

  /// The single times that are cancelled.
  public List<Cancelled> cancelled() {
    return Cancelled.of(this);
  }

  public String title(Lang lang) {
    return text(Field.TITLE).orEmpty(lang);
  }

  /// The inputs that differ, in the order of the form.
  public Set<String> differences(Sheet other) {
    Set<String> names = new TreeSet<>(Sheet::inOrder);
    names.addAll(inputs.keySet());
    names.addAll(other.inputs.keySet());
    names.removeIf(name -> get(name).equals(other.get(name)));
    return names;
  }

  private static int inOrder(String one, String other) {
    int order = place(one) - place(other);
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int place(String input) {
    return Field.ofInput(input).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
  }
}
