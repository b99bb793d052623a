package fi.rinnalla.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which records stand for which since two were made one, and where the pointers of others lead by
/// that. What a feed says stays as it said it; only the body in force points at the one that stays.
public final class Succession {
  public static final Succession NONE = new Succession(Map.of());

  private final Map<String, Map<UUID, UUID>> successors;

  private Succession(Map<String, Map<UUID, UUID>> successors) {
    this.successors = successors;
  }

  /// A place in a record's JSON that has the id of another record, or a list of ids.
  ///
  /// @param kind of what is pointed at
  public record Pointer(String kind, List<String> path) {
    public Pointer {
      path = List.copyOf(path);
    }

    public static Pointer at(String kind, String... path) {
      return new Pointer(kind, List.of(path));
    }
  }

  /// @param direct by kind: a record and the one that stands for it, which may itself have gone on
  public static Succession of(Map<String, Map<UUID, UUID>> direct) {
    Map<String, Map<UUID, UUID>> last = new HashMap<>();
    direct.forEach((kind, steps) -> {
      Map<UUID, UUID> ofKind = new HashMap<>();
      steps.keySet().forEach(id -> ofKind.put(id, last(id, steps)));
      last.put(kind, ofKind);
    });
    return new Succession(last);
  }

  private static UUID last(UUID id, Map<UUID, UUID> steps) {
    Set<UUID> passed = new HashSet<>();
    UUID at = id;
    for (UUID next = steps.get(at); next != null && passed.add(at); next = steps.get(at)) {
      at = next;
    }
    return at;
  }

  public boolean isEmpty() {
    return successors.values().stream().allMatch(Map::isEmpty);
  }

  /// The one that stands for a record at last; the record itself when there is none.
  public UUID of(String kind, UUID id) {
    return successors.getOrDefault(kind, Map.of()).getOrDefault(id, id);
  }

  /// The body with its pointers led on.
  JsonNode follow(JsonNode body, List<Pointer> pointers) {
    for (Pointer pointer : pointers) {
      JsonNode holder = holder(body, pointer);
      String field = pointer.path().getLast();
      if (!(holder instanceof ObjectNode object)) {
        continue;
      }
      if (object.path(field) instanceof ArrayNode list) {
        object.set(field, followed(list, pointer.kind()));
      } else {
        UUID from = uuid(object.path(field));
        UUID to = from == null ? null : of(pointer.kind(), from);
        if (to != null && !to.equals(from)) {
          // Nothing is its own parent.
          object.set(
              field, isOf(body, to) ? NULL : JsonNodeFactory.instance.stringNode(to.toString()));
        }
      }
    }
    return body;
  }

  private ArrayNode followed(ArrayNode list, String kind) {
    Set<String> seen = new HashSet<>();
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    for (JsonNode one : list) {
      UUID from = uuid(one);
      String to = from == null ? one.asString("") : of(kind, from).toString();
      if (seen.add(to)) {
        result.add(to);
      }
    }
    return result;
  }

  private static final JsonNode NULL = JsonNodeFactory.instance.nullNode();

  private static boolean isOf(JsonNode body, UUID id) {
    return id.toString().equals(body.path("id").asString(""));
  }

  /// Where the body's pointers lead, to tell two bodies apart by.
  static List<String> ends(JsonNode body, List<Pointer> pointers) {
    List<String> ends = new ArrayList<>();
    for (Pointer pointer : pointers) {
      ends.add(holder(body, pointer).path(pointer.path().getLast()).toString());
    }
    return ends;
  }

  private static JsonNode holder(JsonNode body, Pointer pointer) {
    JsonNode holder = body;
    for (String step : pointer.path().subList(0, pointer.path().size() - 1)) {
      holder = holder.path(step);
    }
    return holder;
  }

  private static @Nullable UUID uuid(JsonNode node) {
    try {
      return node.isString() ? UUID.fromString(node.stringValue()) : null;
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }
}
