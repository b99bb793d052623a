package fi.rinnalla.hsds.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.hsds.Narrowing;
import fi.rinnalla.pages.Strangers;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The parameters of one question, read strictly: a filter that quietly did nothing would send a
/// family to the wrong door. So a parameter that isn't read here is refused, too.
final class Question {
  static final int PER_PAGE = 50;
  static final int MOST_PER_PAGE = 500;
  private static final int LONGEST = 200;
  private static final int LAST_PAGE = 1_000_000;
  private static final double FURTHEST = 200_000;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
  private static final BigDecimal OLDEST = BigDecimal.valueOf(130);

  private final MultiValueMap<String, String> raw;
  private final Set<String> here;
  private final Areas areas;

  /// @param here the parameters that this address answers
  Question(MultiValueMap<String, String> raw, Set<String> here, Areas areas) {
    this.raw = raw;
    this.here = here;
    this.areas = areas;
    for (String name : Strangers.among(raw.keySet(), here)) {
      throw Problem.stranger(
          shortened(name), Endpoint.ALL.contains(name) ? "other_address" : "unknown", here);
    }
  }

  Narrowing narrowing() {
    Areas.Postcode postcode = postcode();
    Double metres = metres();
    if (metres != null && postcode == null) {
      throw Problem.parameter("proximity", "needs_postcode");
    }
    return new Narrowing(
        words("search"),
        uuid("taxonomy_term_id"),
        uuid("taxonomy_id"),
        uuid("organization_id"),
        moment("modified_after"),
        number("minimum_age"),
        number("maximum_age"),
        number("age"),
        day(),
        time("start_time"),
        time("end_time"),
        postcode,
        metres);
  }

  Optional<Lang> lang() {
    return Optional.ofNullable(read("lang", Lang::find, "language"));
  }

  int page() {
    Integer page = whole("page", LAST_PAGE);
    return page == null ? 1 : page;
  }

  /// @param unasked how many when it isn't told
  int perPage(int unasked) {
    Integer size = whole("per_page", MOST_PER_PAGE);
    return size == null ? unasked : size;
  }

  boolean isStream() {
    String format =
        read(
            "format",
            word ->
                Set.of("json", "ndjson").contains(word.toLowerCase(Locale.ROOT))
                    ? Optional.of(word.toLowerCase(Locale.ROOT))
                    : Optional.empty(),
            "format");
    return "ndjson".equals(format);
  }

  boolean is(String name) {
    Boolean value =
        read(
            name,
            word ->
                switch (word.toLowerCase(Locale.ROOT)) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0" -> Optional.of(false);
                  default -> Optional.empty();
                },
            "true_or_false");
    return value != null && value;
  }

  @Nullable UUID uuid(String name) {
    return read(name, Question::uuidOf, "uuid");
  }

  @Nullable String words(String name) {
    String words = one(name);
    return words != null && words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  /// An id in a path; what can't be one is nobody's.
  static UUID id(String path) {
    return uuidOf(path).orElseThrow(Problem::notHere);
  }

  private static Optional<UUID> uuidOf(String word) {
    try {
      return word.length() == 36 ? Optional.of(UUID.fromString(word)) : Optional.empty();
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private @Nullable Integer whole(String name, int most) {
    return read(
        name,
        word -> {
          boolean digits = word.matches("\\d{1,7}");
          int number = digits ? Integer.parseInt(word) : 0;
          return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
        },
        "whole_number",
        Integer.toString(most));
  }

  private @Nullable BigDecimal number(String name) {
    return read(
        name,
        word -> {
          String number = word.replace(',', '.');
          boolean years =
              NUMBER.matcher(number).matches() && new BigDecimal(number).compareTo(OLDEST) <= 0;
          return years ? Optional.of(new BigDecimal(number)) : Optional.empty();
        },
        "age");
  }

  private @Nullable DayOfWeek day() {
    return read("day", Narrowing::day, "day");
  }

  /// `09:00`, and with seconds or an offset as schedules have it; the clock on the wall counts.
  private @Nullable LocalTime time(String name) {
    return read(
        name,
        word -> parsed(word.replaceFirst("(Z|[+ -]\\d{2}:?\\d{2})$", ""), LocalTime::parse),
        "time");
  }

  /// RFC 3339; without an offset, or as a day alone, it is Helsinki's.
  private @Nullable Instant moment(String name) {
    return read(
        name,
        word -> {
          // A plus that nobody encoded comes as a space (HTML 5, form data).
          String written = word.replaceFirst(" (\\d{2}:?\\d{2})$", "+$1");
          return parsed(written, OffsetDateTime::parse)
              .map(OffsetDateTime::toInstant)
              .or(() ->
                  parsed(written, LocalDateTime::parse)
                      .map(it -> it.atZone(Zone.HELSINKI).toInstant()))
              .or(() ->
                  parsed(written, LocalDate::parse)
                      .map(it -> it.atStartOfDay(Zone.HELSINKI).toInstant()));
        },
        "moment");
  }

  private Areas.@Nullable Postcode postcode() {
    return read("postcode", areas::findPostcode, "postcode");
  }

  private @Nullable Double metres() {
    return read(
        "proximity",
        word -> {
          double metres = NUMBER.matcher(word).matches() ? Double.parseDouble(word) : -1;
          return metres >= 0 && metres <= FURTHEST ? Optional.of(metres) : Optional.empty();
        },
        "metres");
  }

  private static <T> Optional<T> parsed(String word, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(word));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private <T> @Nullable T read(
      String name, Function<String, Optional<T>> reader, String message, String... arguments) {
    String word = one(name);
    if (word == null) {
      return null;
    }
    return reader
        .apply(word)
        .orElseThrow(() -> {
          String[] all = new String[arguments.length + 1];
          all[0] = shortened(word);
          System.arraycopy(arguments, 0, all, 1, arguments.length);
          return Problem.parameter(name, message, all);
        });
  }

  private static String shortened(String word) {
    return word.length() > 60 ? word.substring(0, 60) + "…" : word;
  }

  private @Nullable String one(String name) {
    List<String> values = here.contains(name) ? raw.getOrDefault(name, List.of()) : List.of();
    if (values.size() > 1) {
      throw Problem.parameter(name, "twice");
    }
    String value = values.isEmpty() ? null : values.getFirst();
    return value == null || value.isBlank() ? null : value.strip();
  }
}
