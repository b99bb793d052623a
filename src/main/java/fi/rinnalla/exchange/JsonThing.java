package fi.rinnalla.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object as a [Node].
public record JsonThing(JsonNode json) implements Node {

  @Override
  public @Nullable String text(String... names) {
    for (String name : names) {
      JsonNode value = json.path(name);
      if (value.isValueNode() && !value.isNull()) {
        String text = value.asString().replace("\u0000", "").strip();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return null;
  }

  @Override
  public List<Node> list(String name) {
    JsonNode value = json.path(name);
    List<Node> things = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> {
        if (one.isObject()) {
          things.add(new JsonThing(one));
        }
      });
    } else if (value.isObject()) {
      things.add(new JsonThing(value));
    }
    return things;
  }

  @Override
  public @Nullable Node one(String name) {
    JsonNode value = json.path(name);
    return value.isObject() ? new JsonThing(value) : null;
  }

  @Override
  public String raw() {
    return json.toString();
  }
}
