package fi.rinnalla.funds;

import fi.rinnalla.funds.HobbyApplication.Terms;
import fi.rinnalla.notifications.EmailAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether an application can be sent as it was typed.
///
/// @param faults by the field that has to be mended, the ends of the keys of why
/// @param terms null while something has to be mended
public record HobbyCheck(Map<String, String> faults, @Nullable Terms terms) {
  private static final Pattern FINNISH = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final int LONGEST_MONTHS = 12;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;

  public HobbyCheck {
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
  }

  /// @param named whether a professional is known already, and none has to be named
  static HobbyCheck of(HobbyWords words, Fund fund, LocalDate today, boolean named) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (words.nickname().isEmpty()) {
      faults.put("nickname", "nickname");
    }
    Optional<LocalDate> starts = date(words.starts());
    Optional<LocalDate> ends = date(words.ends());
    if (!words.year().matches("(19|20)\\d{2}")) {
      faults.put("year", "year");
    } else if (!fund.suits(
        Integer.parseInt(words.year()), starts.map(LocalDate::getYear).orElse(today.getYear()))) {
      faults.put("year", "age");
    }
    if (!fund.areas().isEmpty()
        && fund.areas().stream().noneMatch(it -> it.value().equals(words.area()))) {
      faults.put("area", "area");
    }
    if (words.hobby().isEmpty()) {
      faults.put("hobby", "hobby");
    }
    if (words.club().isEmpty()) {
      faults.put("club", "club");
    }
    OptionalInt cents = Cents.read(words.sum());
    if (cents.isEmpty()) {
      faults.put("sum", "sum");
    } else if (cents.getAsInt() > fund.mostCents()) {
      faults.put("sum", "most");
    }
    if (starts.isEmpty()) {
      faults.put("starts", "date");
    }
    if (ends.isEmpty()) {
      faults.put("ends", "date");
    } else if (starts.isPresent() && ends.get().isBefore(starts.get())) {
      faults.put("ends", "order");
    } else if (ends.get().isBefore(today)) {
      faults.put("ends", "past");
    } else if (starts.isPresent() && ends.get().isAfter(starts.get().plusMonths(LONGEST_MONTHS))) {
      faults.put("ends", "long");
    }
    if (!words.kind().equals("new") && !words.kind().equals("goes_on")) {
      faults.put("kind_new", "kind");
    }
    if (!named && EmailAddress.find(words.recommender()).isEmpty()) {
      faults.put("recommender", "recommender");
    }
    return faults.isEmpty()
        ? new HobbyCheck(
            faults,
            new Terms(
                cents.getAsInt(),
                starts.orElseThrow(),
                ends.orElseThrow(),
                words.kind().equals("new")))
        : new HobbyCheck(faults, null);
  }

  /// `2027-01-08` as browsers write it, `8.1.2027` as people do.
  public static Optional<LocalDate> date(String written) {
    return read(written).filter(it -> it.getYear() >= FIRST_YEAR && it.getYear() <= LAST_YEAR);
  }

  private static Optional<LocalDate> read(String written) {
    try {
      Matcher finnish = FINNISH.matcher(written);
      return Optional.of(
          finnish.matches()
              ? LocalDate.of(
                  Integer.parseInt(finnish.group(3)),
                  Integer.parseInt(finnish.group(2)),
                  Integer.parseInt(finnish.group(1)))
              : LocalDate.parse(written));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
