package fi.rinnalla.pages;

import fi.rinnalla.vocabulary.AgeRange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An age range as parents say it: `0–3 v`, `3 kk – 1 v`, `7 v ja yli`. Under two years a part year
/// is told in months.
final class Ages {
  private Ages() {}

  static String words(Page page, AgeRange ages) {
    BigDecimal min = ages.min();
    BigDecimal max = ages.max();
    if (min == null && max == null) {
      return "";
    }
    if (max == null) {
      return page.say("age.from", one(page, min));
    }
    if (min == null) {
      return page.say("age.to", one(page, max));
    }
    if (isWhole(min) && isWhole(max)) {
      return page.say("age.years_range", min.toPlainString(), max.toPlainString());
    }
    return one(page, min) + " – " + one(page, max);
  }

  private static String one(Page page, @Nullable BigDecimal years) {
    if (years == null) {
      return "";
    }
    if (isWhole(years)) {
      return page.say("age.years", years.toPlainString());
    }
    long months = Math.round(years.doubleValue() * 12);
    return page.say("age.months", Long.toString(months));
  }

  private static boolean isWhole(BigDecimal years) {
    return years.stripTrailingZeros().scale() <= 0;
  }
}
