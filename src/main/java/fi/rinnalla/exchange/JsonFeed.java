package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads JSON item by item: an array, a page object with its list, one object, or objects one after
/// another (ndjson). Only one item is in memory at a time.
public final class JsonFeed {
  /// Under which name the pages of HSDS and Linked Events have their records.
  private static final Set<String> LISTS = Set.of("contents", "data");

  /// What one record may hold. The parser's own limits are far wider, for it stops at them, and a
  /// record that is wrong must not take the others with it.
  private static final int DEEPEST = 60;

  /// How many values, lists and objects are within it; real services have some hundreds.
  private static final int MOST_VALUES = 200_000;

  private static final int LONGEST_STRING = 2_000_000;
  private static final int LONGEST_NUMBER = 100;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(500_000)
                          .maxStringLength(20_000_000)
                          .maxNumberLength(20_000_000)
                          .maxNameLength(50_000)
                          .build())
                  .build())
          .build();

  private JsonFeed() {}

  /// What a page says of itself, and how many items it really had.
  public record Page(ObjectNode header, int items, boolean list) {
    public int number(String... names) {
      for (String name : names) {
        // A number that no count could be says nothing, as if it weren't there.
        if (header.path(name).isIntegralNumber() && header.path(name).canConvertToInt()) {
          return header.path(name).asInt();
        }
      }
      return -1;
    }
  }

  /// Reads a file; what breaks off midway is told, and what came before it counts.
  static Page read(Path file, Sink sink, Consumer<JsonNode> reader) throws IOException {
    return read(file, LISTS, sink, reader);
  }

  /// @param lists under which names a page object has its list of records
  public static Page read(Path file, Set<String> lists, Sink sink, Consumer<JsonNode> reader)
      throws IOException {
    Reading reading = new Reading(reader, lists, sink);
    try (Reader text = Decoded.open(file, sink);
        JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        reading.value(parser);
      }
    } catch (StreamConstraintsException tooLarge) {
      sink.notice(new FeedNotice.PastLimits(place(file, tooLarge)));
    } catch (JacksonException malformed) {
      sink.notice(new FeedNotice.MalformedJson(place(file, malformed)));
    }
    if (reading.empty) {
      sink.notice(new FeedNotice.EmptyFile(file.getFileName().toString()));
    }
    return new Page(reading.header, reading.items, reading.list);
  }

  /// Whether the file is JSON to its end. A page that broke off on its way is asked for again.
  static boolean isWhole(Path file) throws IOException {
    boolean any = false;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = MAPPER.createParser(in)) {
      while (parser.nextToken() != null) {
        any = true;
      }
    } catch (JacksonException malformed) {
      return false;
    }
    return any;
  }

  /// By its id or, for what has none, by the names of its fields.
  public static Notice unrecognised(JsonNode item) {
    String id = item.path("id").asString("");
    String fields = String.join(", ", item.propertyNames());
    boolean empty = id.isBlank() && fields.isEmpty();
    return new RecordNotice.UnrecognisedRecord(
        empty ? Notice.excerpt(item.toString()) : id.isBlank() ? fields : id, null);
  }

  /// `events.json:12:3`
  private static String place(Path file, JacksonException fault) {
    TokenStreamLocation at = fault.getLocation();
    return at == null
        ? file.getFileName().toString()
        : "%s:%d:%d".formatted(file.getFileName(), at.getLineNr(), at.getColumnNr());
  }

  private static final class Reading {
    private final Consumer<JsonNode> reader;
    private final Set<String> lists;
    private final Sink sink;
    private boolean empty = true;
    private boolean tooDeep;
    private int values;
    private ObjectNode header = MAPPER.createObjectNode();
    private int items;
    private boolean list;

    Reading(Consumer<JsonNode> reader, Set<String> lists, Sink sink) {
      this.reader = reader;
      this.lists = lists;
      this.sink = sink;
    }

    void value(JsonParser parser) {
      empty = false;
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
        take(tree(parser, 1));
      }
    }

    private void object(JsonParser parser) {
      ObjectNode fields = MAPPER.createObjectNode();
      boolean page = false;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name)) {
          page = true;
          items(parser);
        } else {
          JsonNode value = tree(parser, 2);
          if (values <= MOST_VALUES) {
            fields.set(name, value);
          }
        }
      }
      header = fields;
      if (!page) {
        take(fields);
      }
    }

    private void take(JsonNode item) {
      if (tooDeep) {
        sink.notice(new RecordNotice.TooDeep(item.path("id").asString(null), null));
        tooDeep = false;
      }
      if (values > MOST_VALUES) {
        sink.notice(new RecordNotice.TooLarge(item.path("id").asString(null), null));
      }
      values = 0;
      items++;
      reader.accept(item);
    }

    /// As the parser's own reading of a tree, but what is too large is cut or left out, so that the
    /// record's reader finds a field that can't be read and tells of it.
    private JsonNode tree(JsonParser parser, int depth) {
      JsonToken token = parser.currentToken();
      if (++values > MOST_VALUES) {
        parser.skipChildren();
        return NullNode.instance;
      }
      if ((token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) && depth > DEEPEST) {
        parser.skipChildren();
        tooDeep = true;
        return MAPPER.createObjectNode();
      }
      if (token == JsonToken.START_OBJECT) {
        ObjectNode object = MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          JsonNode value = tree(parser, depth + 1);
          if (values <= MOST_VALUES) {
            object.set(name, value);
          }
        }
        return object;
      }
      if (token == JsonToken.START_ARRAY) {
        ArrayNode array = MAPPER.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          JsonNode value = tree(parser, depth + 1);
          if (values <= MOST_VALUES) {
            array.add(value);
          }
        }
        return array;
      }
      if (token == JsonToken.VALUE_STRING && parser.getStringLength() > LONGEST_STRING) {
        return StringNode.valueOf(parser.getString().substring(0, LONGEST_STRING));
      }
      boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
      if (number && parser.getStringLength() > LONGEST_NUMBER) {
        return StringNode.valueOf(parser.getString().substring(0, LONGEST_NUMBER));
      }
      return parser.readValueAsTree();
    }
  }
}
