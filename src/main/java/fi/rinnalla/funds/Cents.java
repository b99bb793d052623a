package fi.rinnalla.funds;

import fi.rinnalla.vocabulary.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sums in whole cents, as people write them.
public final class Cents {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,2}))?\\s*(?:€|e|eur|euroa)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

  private Cents() {}

  public static Money money(long cents) {
    return new Money(BigDecimal.valueOf(cents, 2));
  }

  /// `180`, `180,50`, `1 200 €`; nothing when it is no sum above zero.
  public static OptionalInt read(String written) {
    Matcher sum = WRITTEN.matcher(SPACES.matcher(written).replaceAll("").toLowerCase(Locale.ROOT));
    if (!sum.matches()) {
      return OptionalInt.empty();
    }
    String part = sum.group(2) == null ? "00" : (sum.group(2) + "0").substring(0, 2);
    int cents = Integer.parseInt(sum.group(1)) * 100 + Integer.parseInt(part);
    return cents > 0 ? OptionalInt.of(cents) : OptionalInt.empty();
  }
}
