package fi.rinnalla.storage;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// How records become the JSON of a `jsonb` column and come back.
@Component
public class Json {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          // As PostgreSQL has them: a price of 1.50 stays 1.50 under a patch.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          // A body written by a newer release may say more than this one knows.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // And one written by an older release says less: what it doesn't say is no, or none.
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public String write(Object value) {
    // PostgreSQL text holds no NUL (documentation, 8.14 JSON types), and feeds now and then do.
    return mapper.writeValueAsString(value).replace("\\u0000", "");
  }

  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  public ObjectReader reader(Class<?> type) {
    return mapper.readerFor(type);
  }

  public JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  public JsonNode tree(String json) {
    return mapper.readTree(json);
  }

  /// The value with the patch laid over it, as RFC 7396 (JSON Merge Patch) says.
  public JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? (ObjectNode) target.deepCopy() : mapper.createObjectNode();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        JsonNode before = result.has(field.getKey()) ? result.get(field.getKey()) : NOTHING;
        result.set(field.getKey(), merge(before, field.getValue()));
      }
    }
    return result;
  }

  private static final JsonNode NOTHING = StringNode.valueOf("");
}
