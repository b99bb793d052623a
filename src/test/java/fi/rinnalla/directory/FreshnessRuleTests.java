package fi.rinnalla.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a word grows old.
class FreshnessRuleTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T22:30:00Z"), ZoneOffset.UTC);
  private final FreshnessRule rule =
      new FreshnessRule(new FreshnessSettings(Period.ofMonths(6), Period.ofMonths(12)), CLOCK);

  @ParameterizedTest
  @CsvSource({
    "NGO, 2026-05-23, 2026-11-22, FRESH",
    "NGO, 2026-05-22, 2026-11-22, DUE",
    "NGO, 2026-04-08, 2026-11-22, DUE",
    "NGO, 2026-04-07, 2026-11-22, OVERDUE",
    "NGO, 2026-02-23, 2026-11-22, OVERDUE",
    "NGO, 2026-02-22, 2026-11-22, EXPIRED",
    "INFORMAL_GROUP, 2026-02-22, 2026-11-22, EXPIRED",
    "MUNICIPALITY, 2025-11-23, 2026-11-22, FRESH",
    "MUNICIPALITY, 2025-11-22, 2026-11-22, DUE",
    "WELLBEING_COUNTY, 2025-08-23, 2026-11-22, DUE",
    "WELLBEING_COUNTY, 2025-08-22, 2026-11-22, OVERDUE",
    "PARISH, 2025-05-23, 2026-11-22, OVERDUE",
    "PARISH, 2025-05-22, 2026-11-22, EXPIRED",
    "COMPANY, 2025-11-22, 2026-11-22, DUE",
    "OTHER, 2025-11-22, 2026-11-22, DUE",
    ", 2025-11-22, 2026-11-22, DUE",
    "MUNICIPALITY, 2024-02-29, 2025-08-28, OVERDUE",
    "MUNICIPALITY, 2024-02-29, 2025-08-29, EXPIRED",
    "NGO, 2026-08-31, 2027-02-28, DUE",
  })
  void aWordOfSuchAnOrganizationIs(
      OrganizationKind kind, LocalDate since, LocalDate today, Freshness freshness) {
    assertThat(rule.on(today, kind, since)).isEqualTo(freshness);
  }

  @Test
  void theDayTurnsByTheClockInHelsinki() {
    // Half past midnight there, though the twenty-second goes on in Greenwich.
    assertThat(rule.now(OrganizationKind.NGO, LocalDate.of(2026, 5, 23))).isEqualTo(Freshness.DUE);
  }

  @Test
  void anImportAloneVouchesForNothing() {
    Instant landed = Instant.parse("2026-03-01T12:00:00Z");

    assertThat(FreshnessRule.since(Verification.NEVER, landed)).isEqualTo("2026-03-01");
    assertThat(FreshnessRule.since(Verification.byOrganization(LocalDate.of(2025, 3, 1)), landed))
        .isEqualTo("2025-03-01");
  }

  @Test
  void aPeriodOfNothingIsRefused() {
    assertThatThrownBy(() -> new FreshnessSettings(Period.ZERO, Period.ofMonths(12)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
