package fi.rinnalla.workspace;

import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.SpokenRule;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The words of a [Part], read from a record's JSON and written into a patch. For most parts their
/// place in the JSON is all it takes; when something is held and where, only the grammar of times
/// and the directory can tell.
@Component
class PartWords {
  private static final int MOST_ALIKE = 3;

  private final Json json;
  private final Places places;
  private final Clock clock;

  PartWords(Json json, Places places, Clock clock) {
    this.json = json;
    this.places = places;
    this.clock = clock;
  }

  /// As it would be typed; empty when the record doesn't say.
  String read(Part part, JsonNode record, Kept.Kind kind, Lang lang) {
    return switch (part.form()) {
      case WHEN -> record.path("rule") instanceof ObjectNode rule ? said(rule, lang) : "";
      case PLACE -> place(record.path("venue"), lang);
      default -> part.read(record, kind, lang);
    };
  }

  /// A correction as it was typed; empty when there is none.
  String readCorrection(Part part, JsonNode overrides, Kept.Kind kind, Lang lang) {
    return switch (part.form()) {
      case WHEN, PLACE -> read(part, overrides, kind, lang);
      default -> part.readCorrection(overrides, kind, lang);
    };
  }

  /// Puts what was typed into the patch; nothing typed means what the feed says.
  ///
  /// @param organization whose places a label may name
  /// @return what is wrong with it; then the patch is as it was
  Optional<Fault> write(
      ObjectNode patch,
      Part part,
      Kept.Kind kind,
      Lang lang,
      String typed,
      @Nullable Organization organization) {
    Optional<String> fault = part.fault(typed);
    if (fault.isPresent()) {
      String more = String.valueOf(part.form().longest());
      return Optional.of(new Fault(part.code(), fault.get(), more));
    }
    if (typed.isEmpty()) {
      part.write(patch, kind, lang, typed);
      return Optional.empty();
    }
    return switch (part.form()) {
      case WHEN -> when(patch, part, typed);
      case PLACE -> place(patch, part, typed, organization);
      default -> {
        part.write(patch, kind, lang, typed);
        yield Optional.empty();
      }
    };
  }

  private Optional<Fault> when(ObjectNode patch, Part part, String typed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    return switch (RuleWords.read(typed, today)) {
      case RuleWords.Outcome.Read read -> {
        ObjectNode rule = (ObjectNode) json.tree(read.rule());
        // What this rule lacks must not show through from the feed's.
        rule.properties()
            .forEach(it -> {
              if (it.getValue().isNull()) {
                it.setValue(StringNode.valueOf(""));
              }
            });
        patch.set("rule", rule);
        yield Optional.empty();
      }
      case RuleWords.Outcome.NotRead not ->
          Optional.of(new Fault(part.code(), "when_" + not.reason().code(), not.word()));
    };
  }

  private Optional<Fault> place(
      ObjectNode patch, Part part, String typed, @Nullable Organization organization) {
    Optional<LocationId> place =
        organization == null ? Optional.empty() : places.find(organization, typed);
    if (place.isEmpty()) {
      List<String> alike = organization == null ? List.of() : places.search(organization, typed);
      return Optional.of(
          alike.isEmpty()
              ? new Fault(part.code(), "place", typed)
              : new Fault(
                  part.code(),
                  "place_alike",
                  String.join("; ", alike.stream().limit(MOST_ALIKE).toList())));
    }
    patch
        .putObject("venue")
        .put("location", place.get().toString())
        .put("area", "")
        .put("postalCode", "")
        .put("position", "");
    return Optional.empty();
  }

  /// A rule that plain words can't say is told as its feed has it.
  private String said(ObjectNode written, Lang lang) {
    ObjectNode node = written.deepCopy();
    node.removeIf(it -> it.isString() && it.stringValue().isEmpty());
    EventRule rule = json.read(json.write(node), EventRule.class);
    String words = SpokenRule.say(rule, lang);
    return words.isEmpty()
        ? (rule.start() + " " + Optional.ofNullable(rule.rrule()).orElse("")).strip()
        : words;
  }

  private String place(JsonNode venue, Lang lang) {
    if (venue.path("location").isString()) {
      String id = venue.path("location").stringValue();
      return places.label(new LocationId(UUID.fromString(id))).orElse(id);
    }
    Text name = text(venue.path("name"));
    Text address = text(venue.path("address"));
    return name.orEmpty(lang) + (address.isEmpty() ? "" : ", " + address.orEmpty(lang));
  }

  private Text text(JsonNode node) {
    return node.isObject() ? json.read(json.write(node), Text.class) : Text.none();
  }
}
