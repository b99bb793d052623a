package fi.rinnalla.advice;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The figures of a desk, for those who keep it and for whoever looks after its region.
@Component
public class DeskFigures {
  private static final int MONTHS_BACK = 12;

  private final DeskKeeping keeping;
  private final RegionDesks region;
  private final DeskRows desks;
  private final FigureRows rows;
  private final HouseWork house;
  private final Clock clock;

  DeskFigures(
      DeskKeeping keeping,
      RegionDesks region,
      DeskRows desks,
      FigureRows rows,
      HouseWork house,
      Clock clock) {
    this.keeping = keeping;
    this.region = region;
    this.desks = desks;
    this.rows = rows;
    this.house = house;
    this.clock = clock;
  }

  /// @param months of which one may be chosen, the newest first
  public record Shown(AdviceDesk desk, Figures figures, List<YearMonth> months) {}

  /// @param organization for which one keeps the desk; null for whoever looks after the region
  /// @param month of those that may be chosen, else the newest
  @Transactional
  public Shown of(
      Caller caller, UUID desk, @Nullable UUID organization, @Nullable YearMonth month) {
    AdviceDesk found =
        organization == null
            ? region.of(caller).stream()
                .map(DeskKeeping.Kept::desk)
                .filter(it -> it.id().equals(desk))
                .findFirst()
                .orElseThrow(DeskKeeping::none)
            : keeping.get(caller, organization, desk).desk();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    LocalDate sunday = today.minusDays(today.getDayOfWeek().getValue());
    List<YearMonth> months =
        Stream.iterate(YearMonth.from(today), it -> it.minusMonths(1)).limit(MONTHS_BACK).toList();
    YearMonth chosen = month != null && months.contains(month) ? month : months.getFirst();
    LocalDate end = chosen.atEndOfMonth();
    LocalDate until = chosen.equals(months.getFirst()) && sunday.isBefore(end) ? sunday : end;
    Figures figures =
        house.step(() ->
            Figures.of(
                chosen,
                until,
                rows.of(List.of(desk), chosen.atDay(1), until),
                desks.hours(desk).week()));
    return new Shown(found, figures, months);
  }
}
