package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What can be corrected of a record that came by a feed: what families need most. Each knows where
/// it stands in the JSON of an event and of a service.
public enum Part {
  TITLE("title", "name", Form.TEXT),
  SUMMARY("summary", "summary", Form.TEXT),
  DESCRIPTION("description", "description", Form.PROSE),
  WHEN("rule", null, Form.WHEN),
  PLACE("venue", null, Form.PLACE),
  AGES("ages", "ages", Form.AGES),
  PRICE("price/amount/euros", "costs", Form.EUROS),
  PRICE_WORDS("price/words", "fees", Form.TEXT),
  PHONE(null, "phones", Form.PHONE),
  EMAIL(null, "email", Form.EMAIL),
  WEB("url", "url", Form.WEB),
  WAY_IN("facts/door", "facts/door", Form.TEXT),
  HOW_IT_GOES("facts/howItGoes", "facts/howItGoes", Form.PROSE),
  BOOKING("registration/need", null, Form.NEED),
  BOOKING_URL("registration/url", null, Form.WEB),
  BOOKING_WORDS(null, "applicationProcess", Form.PROSE);

  /// How a part is written.
  public enum Form {
    TEXT(300),
    PROSE(4000),
    /// When it is held, in plain words: [RuleWords].
    WHEN(RuleWords.LONGEST),
    /// A place of the directory, by its label: [Places].
    PLACE(300),
    /// From one age to another, either of which may be missing: 0–3, 6 kk–2, 5–.
    AGES(20),
    EUROS(20),
    PHONE(40),
    EMAIL(254),
    WEB(2000),
    NEED(20);

    private final int longest;

    Form(int longest) {
      this.longest = longest;
    }

    public int longest() {
      return longest;
    }

    boolean isWords() {
      return this == TEXT || this == PROSE;
    }
  }

  /// Typed alone, it says that the feed's word is wrong and there is none to take its place.
  public static final String NOTHING = "–";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final @Nullable String ofEvent;
  private final @Nullable String ofService;
  private final Form form;

  Part(@Nullable String ofEvent, @Nullable String ofService, Form form) {
    this.ofEvent = ofEvent;
    this.ofService = ofService;
    this.form = form;
  }

  public Form form() {
    return form;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the log of corrections calls it; words are corrected in one language at a time.
  String field(Lang lang) {
    return form.isWords() ? code() + "_" + lang.code() : code();
  }

  static List<Part> of(Kept.Kind kind) {
    return Arrays.stream(values()).filter(it -> it.path(kind) != null).toList();
  }

  private @Nullable String path(Kept.Kind kind) {
    return kind == Kept.Kind.EVENT ? ofEvent : ofService;
  }

  private List<String> steps(Kept.Kind kind, Lang lang) {
    List<String> steps = new ArrayList<>(List.of(String.valueOf(path(kind)).split("/")));
    if (form.isWords()) {
      steps.add(lang.code());
    }
    return steps;
  }

  /// As it would be typed; empty when the record doesn't say.
  String read(JsonNode record, Kept.Kind kind, Lang lang) {
    JsonNode at = record;
    for (String step : steps(kind, lang)) {
      at = at.path(step);
    }
    if (at.isArray()) {
      JsonNode list = at;
      return this == PRICE
          ? number(list.path(0).path("amount").path("euros"))
          : list.valueStream()
              .map(it -> it.path("number").asString(""))
              .collect(Collectors.joining(", "));
    }
    if (form == Form.AGES) {
      String ages = number(at.path("min")) + "–" + number(at.path("max"));
      return ages.equals("–") ? "" : ages;
    }
    return form == Form.EUROS ? number(at) : at.isValueNode() && !at.isNull() ? at.asString() : "";
  }

  /// A correction as it was typed; empty when there is none.
  String readCorrection(JsonNode overrides, Kept.Kind kind, Lang lang) {
    JsonNode at = overrides;
    for (String step : steps(kind, lang)) {
      at = at.path(step);
    }
    if (form == Form.AGES && !at.isMissingNode()) {
      String ages = read(overrides, kind, lang);
      return ages.isEmpty() ? NOTHING : ages;
    }
    boolean silences = at.isArray() ? at.isEmpty() : at.isString() && at.stringValue().isEmpty();
    return silences ? NOTHING : read(overrides, kind, lang);
  }

  /// Whether a record can do without it.
  private boolean mayBeNothing() {
    return this != TITLE && !Set.of(Form.EUROS, Form.NEED, Form.WHEN, Form.PLACE).contains(form);
  }

  private static boolean isNothing(String typed) {
    return typed.equals(NOTHING) || typed.equals("-");
  }

  private static String number(JsonNode number) {
    return number.isNumber()
        ? number.decimalValue().stripTrailingZeros().toPlainString().replace('.', ',')
        : "";
  }

  /// Puts what was typed into a patch; nothing typed means what the feed says.
  void write(ObjectNode patch, Kept.Kind kind, Lang lang, String typed) {
    List<String> steps = steps(kind, lang);
    ObjectNode at = patch;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = at.get(step) instanceof ObjectNode inner ? inner : at.putObject(step);
    }
    at.set(steps.getLast(), typed.isEmpty() ? JSON.nullNode() : value(kind, typed));
  }

  /// Takes away the feed's words in each language, unless they were corrected already: «maksuton»
  /// must not stand beside a price that has been put right.
  List<Lang> silence(ObjectNode patch, Kept.Kind kind, RecordTable.Sides sides) {
    List<Lang> silenced =
        Arrays.stream(Lang.values())
            .filter(lang -> !read(sides.feed(), kind, lang).isEmpty())
            .filter(lang -> readCorrection(sides.overrides(), kind, lang).isEmpty())
            .toList();
    silenced.forEach(lang -> write(patch, kind, lang, NOTHING));
    return silenced;
  }

  private JsonNode nothing() {
    return switch (form) {
      case PHONE -> JSON.arrayNode();
      case AGES -> json(AgeRange.ANY);
      default -> JSON.stringNode("");
    };
  }

  /// Both ends, so that the feed's don't show through: an empty one takes it away.
  private static JsonNode json(AgeRange ages) {
    ObjectNode json = JSON.objectNode();
    json.set("min", ages.min() == null ? JSON.stringNode("") : JSON.numberNode(ages.min()));
    json.set("max", ages.max() == null ? JSON.stringNode("") : JSON.numberNode(ages.max()));
    return json;
  }

  private static Optional<AgeRange> ages(String typed) {
    String[] ends = typed.split("\\s*[–-]\\s*", -1);
    String from = ends[0];
    String to = ends[ends.length - 1];
    if (ends.length > 2 || (from + to).isBlank()) {
      return Optional.empty();
    }
    Optional<BigDecimal> min = SheetParts.years(from);
    Optional<BigDecimal> max = SheetParts.years(to);
    boolean read = (from.isBlank() || min.isPresent()) && (to.isBlank() || max.isPresent());
    boolean ordered = min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) <= 0;
    return read && ordered
        ? Optional.of(new AgeRange(min.orElse(null), max.orElse(null)))
        : Optional.empty();
  }

  private JsonNode value(Kept.Kind kind, String typed) {
    if (isNothing(typed)) {
      return nothing();
    }
    return switch (form) {
      case WHEN, PLACE -> throw new IllegalStateException("PartWords writes " + this);
      case AGES -> json(ages(typed).orElseThrow());
      case TEXT, PROSE, EMAIL, WEB -> JSON.stringNode(typed);
      case NEED -> JSON.stringNode(typed.toUpperCase(Locale.ROOT));
      case PHONE -> {
        ArrayNode phones = JSON.arrayNode();
        ObjectNode phone = phones.addObject().put("number", typed);
        phone.putObject("description");
        phone.putArray("languages");
        yield phones;
      }
      case EUROS -> {
        JsonNode euros =
            JSON.numberNode(SheetParts.amount(typed).orElseThrow().euros().stripTrailingZeros());
        if (kind == Kept.Kind.EVENT) {
          yield euros;
        }
        ArrayNode costs = JSON.arrayNode();
        ObjectNode cost = costs.addObject();
        cost.putObject("amount").set("euros", euros);
        cost.putObject("option");
        yield costs;
      }
    };
  }

  /// What is wrong with what was typed: the end of a message's key.
  Optional<String> fault(String typed) {
    if (typed.length() > form.longest) {
      return Optional.of("too_long");
    }
    if (isNothing(typed)) {
      return mayBeNothing() ? Optional.empty() : Optional.of("nothing");
    }
    boolean good =
        typed.isEmpty()
            || switch (form) {
              // Where they are read, they are found at fault: [PartWords].
              case TEXT, PROSE, WHEN, PLACE -> true;
              case AGES -> ages(typed).isPresent();
              case EUROS -> SheetParts.amount(typed).isPresent();
              case PHONE -> typed.matches("\\+?[\\d /().-]{3,}") && typed.matches(".*\\d.*");
              case EMAIL -> EmailAddress.find(typed).isPresent();
              case WEB -> isWeb(typed);
              case NEED -> Event.Registration.Need.find(typed).isPresent();
            };
    return good ? Optional.empty() : Optional.of(form.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isWeb(String typed) {
    try {
      URI uri = URI.create(typed);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
