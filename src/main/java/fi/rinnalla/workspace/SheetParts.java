package fi.rinnalla.workspace;

import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parts that sheets of every kind have in common: ages, prices, practical facts. Each is read
/// from what was typed, and written as it would have been.
final class SheetParts {
  private static final Pattern FREE =
      Pattern.compile("(?iu)(maksuton|ilmainen|vapaa pääsy|gratis|avgiftsfri(tt)?|free)\\.?");
  private static final Pattern EUROS =
      Pattern.compile(
          "(\\d{1,5})(?:[.,](\\d{1,2}))?[\\s\\u00a0]*(?:€|e|euroa?|euro)?", Pattern.UNICODE_CASE);
  private static final Pattern MONTHS =
      Pattern.compile("(?iu)(\\d{1,2})\\s*(kk|mån|mo|months?)\\.?");
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  private SheetParts() {}

  /// What even a draft may not be.
  static List<Fault> tooLong(Sheet sheet) {
    List<Fault> faults = new ArrayList<>();
    sheet
        .inputs()
        .forEach((input, words) ->
            Field.ofInput(input)
                .filter(field -> words.length() > field.longest())
                .ifPresent(field ->
                    faults.add(new Fault(input, "too_long", String.valueOf(field.longest())))));
    return faults;
  }

  /// The faults that any listing may have: too long, or without a name.
  static List<Fault> faults(Sheet sheet, Lang lang) {
    List<Fault> faults = tooLong(sheet);
    if (sheet.text(Field.TITLE).isEmpty()) {
      faults.addFirst(new Fault(Field.TITLE.input(lang), "title", ""));
    }
    return faults;
  }

  static AgeRange ages(Sheet sheet, List<Fault> faults) {
    BigDecimal min = age(sheet, Field.AGE_MIN, faults);
    BigDecimal max = age(sheet, Field.AGE_MAX, faults);
    if (min != null && max != null && min.compareTo(max) > 0) {
      faults.add(new Fault(Field.AGE_MIN.code(), "ages", ""));
      return AgeRange.ANY;
    }
    return new AgeRange(min, max);
  }

  private static @Nullable BigDecimal age(Sheet sheet, Field field, List<Fault> faults) {
    String words = sheet.get(field).replace(',', '.');
    if (words.isEmpty()) {
      return null;
    }
    Optional<BigDecimal> years = years(words);
    if (years.isPresent()) {
      return years.get();
    }
    faults.add(new Fault(field.code(), "age", sheet.get(field)));
    return null;
  }

  /// An age as people write it: 3, 1,5 or 6 kk.
  static Optional<BigDecimal> years(String words) {
    String age = words.strip().replace(',', '.');
    Matcher months = MONTHS.matcher(age);
    if (months.matches()) {
      return Optional.of(new BigDecimal(months.group(1)).divide(YEAR, 2, RoundingMode.HALF_UP));
    }
    return age.matches("\\d{1,2}(\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(age))
        : Optional.empty();
  }

  /// An amount in words; nothing when the words say more than an amount.
  static Optional<Money> amount(String words) {
    if (FREE.matcher(words).matches()) {
      return Optional.of(new Money(BigDecimal.ZERO));
    }
    Matcher euros = EUROS.matcher(words);
    if (!euros.matches()) {
      return Optional.empty();
    }
    String cents = euros.group(2) == null ? "" : "." + euros.group(2);
    return Optional.of(new Money(new BigDecimal(euros.group(1) + cents)));
  }

  static PracticalFacts facts(Sheet sheet, List<Fault> faults) {
    Set<Accessibility> features = EnumSet.noneOf(Accessibility.class);
    words(sheet.get(Field.FEATURES))
        .forEach(word -> Accessibility.find(word).ifPresent(features::add));
    String floor = sheet.get(Field.FLOOR);
    String snackPrice = sheet.get(Field.SNACK_PRICE);
    Optional<Money> snack = amount(snackPrice);
    if (!snackPrice.isEmpty() && snack.isEmpty()) {
      faults.add(new Fault(Field.SNACK_PRICE.code(), "euros", snackPrice));
    }
    return new PracticalFacts(
        sheet.text(Field.DOOR),
        floor.isEmpty() ? null : floor,
        sheet.text(Field.PRAMS),
        sheet.text(Field.HOW_IT_GOES),
        sheet.text(Field.SNACK),
        snack.orElse(null),
        sheet.text(Field.WHO),
        features);
  }

  static @Nullable String web(Sheet sheet, Field field, List<Fault> faults) {
    String url = sheet.get(field);
    if (url.isEmpty()) {
      return null;
    }
    if (!isWeb(url)) {
      faults.add(new Fault(field.code(), "url", url));
    }
    return url;
  }

  static boolean isWeb(String url) {
    try {
      URI uri = URI.create(url);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  static List<String> words(String commas) {
    return Arrays.stream(commas.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  static List<String> lines(String lines) {
    return lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /// The sheet with the facts as they would have been typed.
  static Sheet with(Sheet sheet, PracticalFacts facts) {
    return sheet
        .with(Field.DOOR, facts.door())
        .with(Field.FLOOR, Optional.ofNullable(facts.floor()).orElse(""))
        .with(Field.PRAMS, facts.prams())
        .with(Field.HOW_IT_GOES, facts.howItGoes())
        .with(Field.SNACK, facts.snack())
        .with(Field.SNACK_PRICE, written(facts.snackPrice()))
        .with(Field.WHO, facts.whoYouMeet())
        .with(
            Field.FEATURES,
            facts.features().stream().map(Accessibility::code).collect(Collectors.joining(",")));
  }

  static Sheet with(Sheet sheet, AgeRange ages) {
    return sheet.with(Field.AGE_MIN, number(ages.min())).with(Field.AGE_MAX, number(ages.max()));
  }

  static String written(@Nullable Money money) {
    return number(money == null ? null : money.euros());
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString().replace('.', ',');
  }
}
