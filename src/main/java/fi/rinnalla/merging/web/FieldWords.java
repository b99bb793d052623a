package fi.rinnalla.merging.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.merging.Field;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What a field of a record says, in words to be read beside another's: each kind of value in the
/// words that families' pages have for it, whatever else there is as it stands.
@Component
class FieldWords {
  private static final Set<String> OF_A_TEXT = Set.of("fi", "sv", "en", "empty");

  /// What says nothing to a reader: ids, and what only the standard knows.
  private static final Set<String> UNSAID =
      Set.of(
          "id",
          "country",
          "scheme",
          "frequency",
          "interval",
          "type",
          "dtstart",
          "empty",
          "free",
          "any",
          "online");

  /// Where the words of a property's codes are.
  private static final Map<String, String> CODES =
      Map.of(
          "features", "feature.",
          "organizationKind", "orgkind.",
          "access", "access.",
          "deliveries", "delivery.",
          "need", "registration.",
          "languages", "language.",
          "kind", "merging.value.kind.",
          "status", "merging.value.status.");

  private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WEEKDAYS = Pattern.compile("(MO|TU|WE|TH|FR|SA|SU)(,\\w\\w)*");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final Directory directory;
  private final Areas areas;
  private final Classification classification;

  FieldWords(Directory directory, Areas areas, Classification classification) {
    this.directory = directory;
    this.areas = areas;
    this.classification = classification;
  }

  /// One line for each thing that is said; none when nothing is.
  List<String> of(Page page, Field field, List<JsonNode> values) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      lines.addAll(lines(page, field.names().get(i), values.get(i)));
    }
    return lines.stream().filter(it -> !it.isBlank()).distinct().toList();
  }

  private List<String> lines(Page page, String name, JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(it -> inLine(page, name, it)).toList();
    }
    if (isText(value)) {
      List<Lang> told = Stream.of(Lang.values()).filter(it -> words(value, it) != null).toList();
      return told.stream()
          .map(it ->
              (told.size() == 1 ? "" : page.say("language." + it.code()) + ": ") + words(value, it))
          .toList();
    }
    if (value.isObject() && name.equals("facts")) {
      return value.properties().stream()
          .map(it -> inLine(page, it.getKey(), it.getValue()))
          .toList();
    }
    return List.of(inLine(page, name, value));
  }

  private String inLine(Page page, String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isString()) {
      return said(page, name, value.stringValue());
    }
    if (value.isBoolean()) {
      String key = "merging.value." + name;
      return value.booleanValue() && page.has(key) ? page.say(key) : "";
    }
    if (value.isArray()) {
      return joined(value.valueStream().map(it -> inLine(page, name, it)).toList());
    }
    if (!value.isObject()) {
      return value.asString();
    }
    if (isText(value)) {
      return page.words(text(value));
    }
    if (value.path("euros").isNumber()) {
      Money money = new Money(value.path("euros").decimalValue());
      return money.isFree() ? page.say("card.free") : page.euros(money);
    }
    if (name.equals("ages")) {
      return page.ages(new AgeRange(number(value.path("min")), number(value.path("max"))));
    }
    return joined(
        value.properties().stream()
            .filter(it -> !UNSAID.contains(it.getKey()))
            .map(it -> inLine(page, it.getKey(), it.getValue()))
            .toList());
  }

  private String said(Page page, String name, String value) {
    String code = CODES.getOrDefault(name, "") + value.toLowerCase(Locale.ROOT);
    if (CODES.containsKey(name)) {
      return page.has(code) ? page.say(code) : value.equals("UNKNOWN") ? "" : value;
    }
    if (name.equals("terms")) {
      return classification
          .find(new TermCode(value))
          .map(it -> page.words(it.name()))
          .orElse(value);
    }
    if (name.equals("area") || name.equals("areas")) {
      return areas.find(new AreaCode(value)).map(it -> page.words(it.name())).orElse(value);
    }
    if (UUIDS.matcher(value).matches()) {
      return called(page, name, UUID.fromString(value));
    }
    if (WEEKDAYS.matcher(value).matches()) {
      return Arrays.stream(value.split(","))
          .map(it -> weekday(page, it))
          .collect(Collectors.joining(" "));
    }
    if (CLOCK.matcher(value).matches()) {
      return Dates.time(page.lang(), LocalTime.parse(value));
    }
    if (MOMENT.matcher(value).matches()) {
      LocalDateTime moment = LocalDateTime.parse(value);
      return page.say(
          "time.day_at",
          page.date(moment.toLocalDate()),
          Dates.time(page.lang(), moment.toLocalTime()));
    }
    return DAY.matcher(value).matches() ? page.date(LocalDate.parse(value)) : value;
  }

  private static String weekday(Page page, String code) {
    int day = DAYS.indexOf(code) + 1;
    return day == 0
        ? code
        : Dates.weekdayShort(
            page.lang(), page.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day))));
  }

  private String called(Page page, String name, UUID id) {
    Text title =
        switch (name) {
          case "service" ->
              directory.find(new ServiceId(id)).map(it -> it.record().title()).orElse(Text.none());
          case "location" ->
              directory.find(new LocationId(id)).map(it -> it.record().title()).orElse(Text.none());
          default ->
              directory
                  .find(new OrganizationId(id))
                  .map(it -> it.record().title())
                  .orElse(Text.none());
        };
    return page.words(title);
  }

  private static String joined(List<String> parts) {
    return parts.stream().filter(it -> !it.isBlank()).distinct().collect(Collectors.joining(", "));
  }

  private static boolean isText(JsonNode value) {
    return value.isObject()
        && value.propertyNames().stream().allMatch(OF_A_TEXT::contains)
        && value.propertyNames().stream().anyMatch(it -> !it.equals("empty"));
  }

  private static Text text(JsonNode value) {
    return new Text(words(value, Lang.FI), words(value, Lang.SV), words(value, Lang.EN));
  }

  private static @Nullable String words(JsonNode value, Lang lang) {
    return value.path(lang.code()).asString(null);
  }

  private static @Nullable BigDecimal number(JsonNode value) {
    return value.isNumber() ? value.decimalValue() : null;
  }
}
