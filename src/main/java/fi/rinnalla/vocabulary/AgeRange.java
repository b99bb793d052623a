package fi.rinnalla.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The ages something is meant for, in years. Decimals, because services for small children are
/// often in part years (HSDS issue 163): 0.25 is three months. Either end may be open. A child of
/// `max` is still welcome until the next birthday, so `0–3` takes in a child of 3 years 11 months.
public record AgeRange(@Nullable BigDecimal min, @Nullable BigDecimal max) {

  public static final AgeRange ANY = new AgeRange(null, null);
  private static final BigDecimal OLDEST = BigDecimal.valueOf(130);

  public AgeRange {
    if (outside(min) || outside(max)) {
      throw new IllegalArgumentException("ages run from 0 to 130 years: " + min + "–" + max);
    }
    if (min != null && max != null && min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "the youngest is older than the oldest: " + min + "–" + max);
    }
    min = min == null ? null : plain(min);
    max = max == null ? null : plain(max);
  }

  public static AgeRange of(double min, double max) {
    return new AgeRange(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
  }

  /// Whether a child of this age, in years, is welcome. "2" fits 0–3.
  public boolean fits(double years) {
    return lowest() <= years && years < beyond();
  }

  public boolean isAny() {
    return min == null && max == null;
  }

  public double lowest() {
    return min == null ? 0 : min.doubleValue();
  }

  /// The first age that is too old: for whole years the next birthday, for part years the age said.
  public double beyond() {
    if (max == null) {
      return OLDEST.doubleValue() + 1;
    }
    boolean wholeYears = max.scale() <= 0;
    return wholeYears ? max.doubleValue() + 1 : max.doubleValue() + 0.001;
  }

  /// 10.0 → 10, and not 1E+1, which pages and feeds would show as such.
  private static BigDecimal plain(BigDecimal years) {
    BigDecimal stripped = years.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static boolean outside(@Nullable BigDecimal years) {
    return years != null && (years.signum() < 0 || years.compareTo(OLDEST) > 0);
  }
}
