package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When a record grows old: due after one period of its organization's kind, overdue after one and
/// a quarter, expired after one and a half. It is a matter of the calendar alone, so the same day
/// gives the same answer everywhere.
@Component
public class FreshnessRule {
  private static final int DAYS_IN_MONTH = 30;

  private final FreshnessSettings settings;
  private final Clock clock;

  FreshnessRule(FreshnessSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// How fresh it is today.
  ///
  /// @param kind of the organization that keeps it; null when none is told
  /// @param since when somebody last vouched for it, or else when it landed
  public Freshness now(@Nullable OrganizationKind kind, LocalDate since) {
    return on(LocalDate.ofInstant(clock.instant(), Zone.HELSINKI), kind, since);
  }

  Freshness on(LocalDate today, @Nullable OrganizationKind kind, LocalDate since) {
    if (!today.isBefore(expires(kind, since))) {
      return Freshness.EXPIRED;
    }
    if (!today.isBefore(quarters(kind, since, 5))) {
      return Freshness.OVERDUE;
    }
    return today.isBefore(quarters(kind, since, 4)) ? Freshness.FRESH : Freshness.DUE;
  }

  /// The first day on which families don't find it any more.
  public LocalDate expires(@Nullable OrganizationKind kind, LocalDate since) {
    return quarters(kind, since, 6);
  }

  /// When the clock of a record began: on the day somebody vouched for it, or else on the day it
  /// first landed. An import alone vouches for nothing (ohana-web-search issue 571).
  public static LocalDate since(Verification verification, Instant landedAt) {
    LocalDate on = verification.on();
    return on == null ? LocalDate.ofInstant(landedAt, Zone.HELSINKI) : on;
  }

  private Period period(@Nullable OrganizationKind kind) {
    return switch (kind == null ? OrganizationKind.OTHER : kind) {
      case NGO, INFORMAL_GROUP -> settings.ngo();
      case MUNICIPALITY, WELLBEING_COUNTY, PARISH, COMPANY, OTHER -> settings.others();
    };
  }

  private LocalDate quarters(@Nullable OrganizationKind kind, LocalDate since, int quarters) {
    Period period = period(kind);
    long months = period.toTotalMonths() * quarters;
    long days = (long) period.getDays() * quarters + months % 4 * DAYS_IN_MONTH;
    return since.plusMonths(months / 4).plusDays(days / 4);
  }
}
