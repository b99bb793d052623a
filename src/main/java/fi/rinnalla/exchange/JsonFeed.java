package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON item by item: an array, a page object with its list, one object, or objects one after
/// another (ndjson). Only one item is in memory at a time.
final class JsonFeed {
  private static final Set<String> LISTS = Set.of("contents", "data");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxStringLength(2_000_000)
                          .maxNumberLength(100)
                          .maxNameLength(500)
                          .build())
                  .build())
          .build();

  private JsonFeed() {}

  /// What a page says of itself, and how many items it really had.
  record Page(ObjectNode header, int items, boolean list) {
    int number(String... names) {
      for (String name : names) {
        if (header.path(name).isIntegralNumber()) {
          return header.path(name).asInt();
        }
      }
      return -1;
    }
  }

  /// Reads a file; what breaks off midway is told, and what came before it counts.
  static Page read(Path file, Sink sink, Consumer<JsonNode> reader) throws IOException {
    Reading reading = new Reading(reader);
    try (Reader text = Decoded.open(file, sink);
        JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        reading.value(parser);
      }
    } catch (JacksonException malformed) {
      String at =
          malformed.getLocation() == null
              ? ""
              : " %d:%d"
                  .formatted(
                      malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr());
      sink.notice(
          new FeedNotice.MalformedJson(
              file.getFileName() + at + ": " + malformed.getOriginalMessage()));
    }
    return new Page(reading.header, reading.items, reading.list);
  }

  private static final class Reading {
    private final Consumer<JsonNode> reader;
    private ObjectNode header = MAPPER.createObjectNode();
    private int items;
    private boolean list;

    Reading(Consumer<JsonNode> reader) {
      this.reader = reader;
    }

    void value(JsonParser parser) {
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        items(parser);
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        object(parser);
      } else {
        parser.skipChildren();
      }
    }

    private void items(JsonParser parser) {
      list = true;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == null) {
          return;
        }
        JsonNode item = parser.readValueAsTree();
        items++;
        reader.accept(item);
      }
    }

    private void object(JsonParser parser) {
      ObjectNode fields = MAPPER.createObjectNode();
      boolean page = false;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
          page = true;
          items(parser);
        } else {
          JsonNode value = parser.readValueAsTree();
          fields.set(name, value);
        }
      }
      header = fields;
      if (!page) {
        items++;
        reader.accept(fields);
      }
    }
  }
}
