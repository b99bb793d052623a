package fi.rinnalla.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// How the body of a record comes to be: what its feed says, an editor's fields over that, the
/// later word of those who vouched for it, and its pointers led to what stands by now for what they
/// name.
final class Layering<T> {
  private final Json json;
  private final Class<? extends T> type;
  private final List<Succession.Pointer> pointers;
  private final Supplier<Succession> succession;

  Layering(
      Json json,
      Class<? extends T> type,
      List<Succession.Pointer> pointers,
      Supplier<Succession> succession) {
    this.json = json;
    this.type = type;
    this.pointers = List.copyOf(pointers);
    this.succession = succession;
  }

  /// What lies over a feed's word: an editor's fields, and when somebody vouched for the record
  /// here.
  record Laid(String overrides, @Nullable LocalDate vouchedOn, @Nullable String method) {
    static final Laid NOTHING = new Laid("{}", null, null);

    boolean isNothing() {
      return overrides.equals("{}") && vouchedOn == null;
    }

    Laid with(String others) {
      return new Laid(others, vouchedOn, method);
    }
  }

  /// Which records stand for which by now; to be asked for once for many records.
  Succession now() {
    return pointers.isEmpty() ? Succession.NONE : succession.get();
  }

  RecordTable.Layers<T> over(T record, Laid laid, Succession now) {
    String feed = json.write(record);
    if (laid.isNothing() && now.isEmpty()) {
      return new RecordTable.Layers<>(feed, feed, record);
    }
    String body = json.write(inForce(feed, laid, now));
    return new RecordTable.Layers<>(feed, body, json.read(body, type));
  }

  JsonNode inForce(String feed, Laid laid, Succession now) {
    JsonNode edited = json.merge(json.tree(feed), removing(json.tree(laid.overrides())));
    JsonNode vouched = Vouching.later(json, edited, laid.vouchedOn(), laid.method());
    return now.isEmpty() ? vouched : now.follow(vouched, pointers);
  }

  /// What an editor's fields are when a patch comes upon them.
  String patched(String overrides, JsonNode patch) {
    return json.write(pruned(json.merge(json.tree(overrides), patch)));
  }

  /// Whether two bodies point at the same.
  boolean leadsAlike(JsonNode body, String other) {
    return Succession.ends(body, pointers).equals(Succession.ends(json.tree(other), pointers));
  }

  /// Empty words among the overrides take away what the feed says. They are kept as such, for a
  /// null in a merge patch would take away the override itself.
  private static JsonNode removing(JsonNode overrides) {
    if (overrides instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> {
            if (field.getValue().isString() && field.getValue().stringValue().isEmpty()) {
              field.setValue(NullNode.getInstance());
            } else {
              removing(field.getValue());
            }
          });
    }
    return overrides;
  }

  /// Without the empty objects that stay where an override was taken away: laid over a field that
  /// the feed doesn't have, they would make an empty one.
  private static JsonNode pruned(JsonNode overrides) {
    if (overrides instanceof ObjectNode object) {
      object.properties().forEach(field -> pruned(field.getValue()));
      object.removeIf(value -> value.isObject() && value.isEmpty());
    }
    return overrides;
  }
}
