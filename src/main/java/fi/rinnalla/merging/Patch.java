package fi.rinnalla.merging;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Merge patches (RFC 7396) that make one value of another, as overrides understand them: empty
/// words take away what the feed says, null takes away an override.
final class Patch {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// What a record's JSON tells though it is made of the rest: an empty text, a price of nought.
  private static final Set<String> DERIVED = Set.of("empty", "free", "any", "online");

  private static final String UNKNOWN = "UNKNOWN";

  private Patch() {}

  /// What to lay over a value so that it is another, and stays so whatever the feed goes on to say.
  static JsonNode replacing(JsonNode from, JsonNode by) {
    if (isAbsent(by)) {
      return JSON.stringNode("");
    }
    if (!(by instanceof ObjectNode target)) {
      return by;
    }
    ObjectNode patch = JSON.objectNode();
    target
        .properties()
        .forEach(it -> {
          JsonNode before = from.path(it.getKey());
          if (!isAbsent(it.getValue()) || !isAbsent(before)) {
            patch.set(it.getKey(), replacing(before, it.getValue()));
          }
        });
    if (from instanceof ObjectNode source) {
      source
          .properties()
          .forEach(it -> {
            if (!target.has(it.getKey()) && !isAbsent(it.getValue())) {
              patch.put(it.getKey(), "");
            }
          });
    }
    return patch;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /// What to lay over overrides so that they are as they were.
  static JsonNode back(JsonNode now, JsonNode before) {
    if (before.isMissingNode()) {
      return JSON.nullNode();
    }
    if (!(before instanceof ObjectNode target) || !(now instanceof ObjectNode source)) {
      return before;
    }
    ObjectNode patch = JSON.objectNode();
    source
        .properties()
        .forEach(it -> {
          if (!target.has(it.getKey())) {
            patch.putNull(it.getKey());
          }
        });
    target
        .properties()
        .forEach(it -> patch.set(it.getKey(), back(source.path(it.getKey()), it.getValue())));
    return patch;
  }

  /// Those of the object's properties.
  static ObjectNode only(JsonNode object, Iterable<String> names) {
    ObjectNode some = JSON.objectNode();
    for (String name : names) {
      if (object.has(name)) {
        some.set(name, object.get(name));
      }
    }
    return some;
  }

  /// Whether there is nothing to show of a value.
  static boolean isNothing(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object.properties().stream()
          .allMatch(it -> DERIVED.contains(it.getKey()) || isNothing(it.getValue()));
    }
    return isAbsent(value)
        || (value.isBoolean() && !value.booleanValue())
        || (value.isString() && value.stringValue().equals(UNKNOWN))
        || (value.isArray() && value.isEmpty());
  }
}
