package fi.rinnalla.exchange;

import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one node as values. What can't be read becomes a notice and a gap.
///
/// @param record the id of the record that the node belongs to, for the notices
public record Reading(Node node, String record, Sink sink) {
  public static final int LINE = 300;
  public static final int PROSE = 20_000;
  private static final BigDecimal DEAREST = BigDecimal.valueOf(100_000);
  private static final Pattern NUMERIC = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,250}\\.[^\\s@.<>\"(),;:]{2,}");
  private static final Pattern WEB =
      Pattern.compile("https?://[^\\s/?#\"<>]+[^\\s\"<>]*", Pattern.CASE_INSENSITIVE);

  public Reading of(Node other) {
    return new Reading(other, record, sink);
  }

  public @Nullable String word(String... names) {
    String text = node.text(names);
    return text == null ? null : clean(names[0], text, LINE);
  }

  public Text line(String name, String... formerNames) {
    return text(LINE, name, formerNames);
  }

  public Text prose(String name, String... formerNames) {
    return text(PROSE, name, formerNames);
  }

  /// The languages stand beside each other as `name`, `name_sv` and `name_en`.
  private Text text(int most, String name, String... formerNames) {
    String finnish = node.text(name, name + "_fi");
    if (finnish == null && formerNames.length > 0) {
      finnish = node.text(formerNames);
    }
    return new Text(
        clean(name, finnish, most),
        clean(name + "_sv", node.text(name + "_sv"), most),
        clean(name + "_en", node.text(name + "_en"), most));
  }

  public @Nullable String clean(String field, @Nullable String text, int most) {
    if (text == null) {
      return null;
    }
    if (text.length() > 20 * most) {
      text = text.substring(0, 20 * most);
    }
    Prose.Cleaned cleaned = Prose.clean(text);
    if (cleaned.hadMarkup()) {
      sink.notice(new FieldNotice.HtmlRemoved(record, field, text));
    }
    String words = cleaned.words();
    if (looksLikeFormula(words)) {
      sink.notice(new FieldNotice.LooksLikeFormula(record, field, words));
    }
    if (words.length() > most) {
      sink.notice(new FieldNotice.TooLongText(record, field, words));
      int end = Character.isHighSurrogate(words.charAt(most - 2)) ? most - 2 : most - 1;
      words = words.substring(0, end) + "…";
    }
    return words.isEmpty() ? null : words;
  }

  private static boolean looksLikeFormula(String words) {
    return words.startsWith("=") || words.matches("(?s)[@+-]\\p{L}+\\(.*");
  }

  public @Nullable LocalDate date(String... names) {
    String text = node.text(names);
    if (text == null) {
      return null;
    }
    Optional<LocalDate> date = Moments.date(text);
    if (date.isEmpty()) {
      sink.notice(new ValueNotice.NotADate(record, names[0], text));
    }
    return date.orElse(null);
  }

  /// An hour of each of these days, as the clock in Helsinki shows it.
  @Nullable LocalTime hour(String name, @Nullable LocalDate first, @Nullable LocalDate last) {
    String text = node.text(name);
    if (text == null) {
      return null;
    }
    Optional<Moments.Hour> hour = Moments.hour(text);
    if (hour.isEmpty()) {
      sink.notice(new ValueNotice.NotATime(record, name, text));
      return null;
    }
    Optional<LocalTime> here = hour.get().inHelsinki(first, last);
    if (here.isEmpty()) {
      sink.notice(new ValueNotice.HourInAnotherZone(record, name, text));
    }
    return here.orElse(null);
  }

  public @Nullable BigDecimal number(String... names) {
    String text = node.text(names);
    if (text == null) {
      return null;
    }
    String digits = digits(text);
    if (digits.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
      return new BigDecimal(digits);
    }
    sink.notice(new ValueNotice.NotANumber(record, names[0], text));
    return null;
  }

  /// A number however large or small: what isn't one is told of otherwise than what can't be.
  static boolean isNumeric(String text) {
    return NUMERIC.matcher(digits(text)).matches();
  }

  private static String digits(String text) {
    return text.replace(',', '.').replaceAll("[\\s\\u00a0]|€|eur(oa)?$", "");
  }

  /// A price; what nobody would ask for a thing for families is told and left out.
  @Nullable BigDecimal euros(String... names) {
    String text = node.text(names);
    if (text == null || !isNumeric(text)) {
      return number(names);
    }
    BigDecimal amount = digits(text).length() > 12 ? null : new BigDecimal(digits(text));
    if (amount == null || amount.signum() < 0 || amount.compareTo(DEAREST) > 0) {
      sink.notice(new ValueNotice.PriceOutOfRange(record, names[0], text));
      return null;
    }
    return number(names);
  }

  @Nullable Integer wholeNumber(String... names) {
    BigDecimal number = number(names);
    if (number == null) {
      return null;
    }
    if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
      sink.notice(new ValueNotice.NotANumber(record, names[0], number.toPlainString()));
      return null;
    }
    return number.intValue();
  }

  AgeRange ages(String min, String max, String formerMin, String formerMax) {
    BigDecimal youngest = age(min, formerMin);
    BigDecimal oldest = age(max, formerMax);
    try {
      return new AgeRange(youngest, oldest);
    } catch (IllegalArgumentException impossible) {
      sink.notice(new ValueNotice.AgeOutOfRange(record, min, youngest + "–" + oldest));
      return AgeRange.ANY;
    }
  }

  private @Nullable BigDecimal age(String... names) {
    String text = node.text(names);
    if (text == null || !isNumeric(text)) {
      return number(names);
    }
    BigDecimal age = digits(text).length() > 12 ? null : new BigDecimal(digits(text));
    try {
      return age == null ? outOfRange(names[0], text) : new AgeRange(age, null).min();
    } catch (IllegalArgumentException impossible) {
      return outOfRange(names[0], text);
    }
  }

  private @Nullable BigDecimal outOfRange(String field, String age) {
    sink.notice(new ValueNotice.AgeOutOfRange(record, field, age));
    return null;
  }

  public @Nullable String email(String... names) {
    String text = node.text(names);
    if (text == null) {
      return null;
    }
    String address = text.replaceFirst("(?i)^mailto:", "");
    if (EMAIL.matcher(address).matches()) {
      return address;
    }
    sink.notice(new FieldNotice.NotAnEmail(record, names[0], text));
    return null;
  }

  public @Nullable String web(String... names) {
    return webOf(names[0], node.text(names));
  }

  /// @param field what the notices call it
  public @Nullable String webOf(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String address = text.matches("(?i)www\\.\\S+") ? "https://" + text : text;
    if (address.length() > 2000 || !WEB.matcher(address).matches()) {
      sink.notice(new FieldNotice.NotAWebAddress(record, field, text));
      return null;
    }
    // https://hus.fi@evil.example looks like the hospital's and is not.
    if (address.replaceFirst("(?i)^https?://", "").split("[/?#]", 2)[0].contains("@")) {
      sink.notice(new FieldNotice.NameInAddress(record, field, text));
      return null;
    }
    return address;
  }

  /// Codes from a list in words, such as `fi, ru`.
  public List<String> languages(String field, List<String> words) {
    List<String> codes = new ArrayList<>();
    for (String word : words) {
      Optional<String> code = Languages.code(word);
      if (code.isEmpty()) {
        sink.notice(new FieldNotice.UnknownLanguage(record, field, word));
      } else if (!codes.contains(code.get())) {
        codes.add(code.get());
      }
    }
    return codes;
  }

  /// When the organization last vouched for it. Nobody has vouched tomorrow.
  Verification verification(String field) {
    LocalDate on = date(field);
    if (on != null && on.isAfter(sink.today())) {
      sink.notice(new ValueNotice.VerifiedInFuture(record, field, on.toString()));
      return Verification.NEVER;
    }
    return Verification.byOrganization(on);
  }

  @Nullable Position position() {
    return position(number("latitude", "lat"), number("longitude", "lon"));
  }

  public @Nullable Position position(
      @Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
    if (latitude == null || longitude == null) {
      return null;
    }
    String written = latitude + ", " + longitude;
    Position position;
    try {
      position = new Position(latitude.doubleValue(), longitude.doubleValue());
    } catch (IllegalArgumentException nowhere) {
      sink.notice(new ValueNotice.NotAPosition(record, "latitude", written));
      return null;
    }
    if (!position.isSomewhere()) {
      return null;
    }
    // Finland with Åland and a little of the sea around.
    if (position.lat() < 59.3
        || position.lat() > 70.2
        || position.lon() < 19
        || position.lon() > 31.7) {
      sink.notice(new ValueNotice.CoordinatesOutsideFinland(record, "latitude", written));
    }
    return position;
  }

  /// The words of a list in one field, as `a;b` or `a, b`.
  List<String> words(String... names) {
    String text = node.text(names);
    return text == null ? List.of() : split(text);
  }

  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(text.indexOf(';') >= 0 ? ";" : "[,\n]")) {
      if (!word.isBlank() && words.size() < 500) {
        words.add(word.strip());
      }
    }
    return words;
  }
}
