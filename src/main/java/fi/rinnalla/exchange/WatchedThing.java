package fi.rinnalla.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object as a [Node] that remembers which of its fields were asked for. What nobody asked
/// for is not carried, and a reader can say so instead of losing it in silence.
public final class WatchedThing implements Node {
  private final JsonNode json;
  private final String path;
  private final Set<String> asked;
  private final Set<String> passed;

  private WatchedThing(JsonNode json, String path, Set<String> asked, Set<String> passed) {
    this.json = json;
    this.path = path;
    this.asked = asked;
    this.passed = passed;
  }

  public static WatchedThing of(JsonNode json) {
    return new WatchedThing(json, "", new HashSet<>(), new HashSet<>());
  }

  @Override
  public @Nullable String text(String... names) {
    for (String name : names) {
      asked.add(path + name);
    }
    return new JsonThing(json).text(names);
  }

  @Override
  public List<Node> list(String name) {
    return List.copyOf(things(name));
  }

  @Override
  public @Nullable Node one(String name) {
    return thing(name);
  }

  /// As [#list], each of them watched.
  public List<WatchedThing> things(String name) {
    asked.add(path + name);
    List<WatchedThing> things = new ArrayList<>();
    for (Node one : new JsonThing(json).list(name)) {
      things.add(within(name, ((JsonThing) one).json()));
    }
    return things;
  }

  /// As [#one], watched.
  public @Nullable WatchedThing thing(String name) {
    asked.add(path + name);
    JsonNode value = json.path(name);
    return value.isObject() ? within(name, value) : null;
  }

  /// The words of an array of words, or of one alone.
  public List<String> words(String name) {
    asked.add(path + name);
    JsonNode value = json.path(name);
    List<String> words = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      String word = one.isValueNode() && !one.isNull() ? one.asString().strip() : "";
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  public boolean has(String name) {
    return json.has(name);
  }

  public boolean isTrue(String name) {
    return "true".equalsIgnoreCase(text(name));
  }

  /// These say nothing that isn't told by another field as well.
  public void pass(String... names) {
    for (String name : names) {
      passed.add(path + name);
    }
  }

  @Override
  public String raw() {
    return json.toString();
  }

  /// The fields that say something and that nobody has asked for, as `areas.code`.
  public Set<String> unasked() {
    Set<String> fields = new TreeSet<>();
    gather(json, path, fields);
    return fields;
  }

  private WatchedThing within(String name, JsonNode value) {
    return new WatchedThing(value, path + name + ".", asked, passed);
  }

  private void gather(JsonNode thing, String prefix, Set<String> fields) {
    for (String name : thing.propertyNames()) {
      JsonNode value = thing.path(name);
      String field = prefix + name;
      if (passed.contains(field) || !saysSomething(value)) {
        continue;
      }
      if (!asked.contains(field)) {
        fields.add(field);
      } else if (value.isObject()) {
        gather(value, field + ".", fields);
      } else {
        value.forEach(one -> {
          if (one.isObject()) {
            gather(one, field + ".", fields);
          }
        });
      }
    }
  }

  static boolean saysSomething(JsonNode value) {
    if (value.isContainer()) {
      for (JsonNode one : value) {
        if (saysSomething(one)) {
          return true;
        }
      }
      return false;
    }
    return !value.isNull() && !value.asString("").isBlank();
  }
}
