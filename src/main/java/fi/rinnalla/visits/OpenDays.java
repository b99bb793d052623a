package fi.rinnalla.visits;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the head counts of ordinary open days, for whoever keeps the place. Those who came
/// to a visit came on that day, too: a day that was counted by itself has its visits in it, and one
/// that wasn't has what was counted at its visits. So nobody is counted twice.
@Component
public class OpenDays {
  private final OpenDayRows rows;
  private final RotaRows rotas;
  private final TurnRows turns;
  private final OwnRotas own;
  private final PlaceHours hours;
  private final Gate gate;
  private final Clock clock;

  OpenDays(
      OpenDayRows rows,
      RotaRows rotas,
      TurnRows turns,
      OwnRotas own,
      PlaceHours hours,
      Gate gate,
      Clock clock) {
    this.rows = rows;
    this.rotas = rotas;
    this.turns = turns;
    this.own = own;
    this.hours = hours;
    this.gate = gate;
    this.clock = clock;
  }

  /// A day of a place.
  ///
  /// @param count null when nobody has counted
  /// @param atVisits it was counted at the day's visits only
  public record Day(LocalDate date, @Nullable HeadSum count, boolean atVisits) {}

  /// A place and its days, the latest first.
  public record Shown(Listing<Location> place, List<Day> days) {
    public Shown {
      days = List.copyOf(days);
    }

    public HeadSum sum() {
      HeadSum sum = HeadSum.NONE;
      for (Day day : days) {
        HeadSum count = day.count();
        sum = count == null ? sum : sum.plus(count);
      }
      return sum;
    }
  }

  /// The organization's places with their counted days of a month.
  @Transactional(readOnly = true)
  public List<Shown> of(Caller caller, UUID organization, YearMonth month) {
    may(caller, organization, Action.READ);
    return own.places(organization).stream()
        .map(it -> new Shown(it, counted(organization, it, month.atDay(1), month.atEndOfMonth())))
        .toList();
  }

  /// A place's open days of a month until today, and all that were counted.
  @Transactional(readOnly = true)
  public Shown of(Caller caller, UUID organization, LocationId place, YearMonth month) {
    Listing<Location> its = place(caller, organization, place, Action.READ);
    Map<LocalDate, Day> days = new TreeMap<>();
    for (LocalDate day = month.atDay(1);
        !day.isAfter(month.atEndOfMonth());
        day = day.plusDays(1)) {
      if (mayBeCounted(its.record(), day)) {
        days.put(day, new Day(day, null, false));
      }
    }
    counted(organization, its, month.atDay(1), month.atEndOfMonth())
        .forEach(it -> days.put(it.date(), it));
    return new Shown(its, List.copyOf(days.values()).reversed());
  }

  /// What was counted in a year, for a table.
  @Transactional(readOnly = true)
  public Shown of(Caller caller, UUID organization, LocationId place, int year) {
    Listing<Location> its = place(caller, organization, place, Action.READ);
    return new Shown(
        its, counted(organization, its, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }

  private List<Day> counted(
      UUID organization, Listing<Location> place, LocalDate first, LocalDate last) {
    Map<LocalDate, Day> days = new TreeMap<>();
    LocationId at = place.record().id();
    rows.atVisits(organization, at, first, last)
        .forEach((day, sum) -> days.put(day, new Day(day, sum, true)));
    rows.of(organization, at, first, last)
        .forEach((day, count) -> days.put(day, new Day(day, HeadSum.of(count), false)));
    return List.copyOf(days.values()).reversed();
  }

  /// One day of a place.
  ///
  /// @param open whether one may count there: until today, on a day that the place is open
  public record One(Listing<Location> place, LocalDate day, HeadCount count, boolean open) {}

  @Transactional(readOnly = true)
  public One on(Caller caller, UUID organization, LocationId place, LocalDate day) {
    Listing<Location> its = place(caller, organization, place, Action.READ);
    HeadCount count = rows.of(organization, place, day, day).getOrDefault(day, HeadCount.NONE);
    return new One(its, day, count, mayBeCounted(its.record(), day));
  }

  /// Writes down what one by the door counted.
  @Transactional
  public Outcome count(
      Caller caller, UUID organization, LocationId place, LocalDate day, Counting counting) {
    Listing<Location> its = place(caller, organization, place, Action.UPDATE);
    if (!mayBeCounted(its.record(), day)) {
      return new Outcome.NotNow();
    }
    return counting.onto(
        rows.hold(organization, place, day),
        count -> {
          rows.put(organization, place, day, count);
          return done(caller, organization, its);
        });
  }

  /// Until today, and no more than a year back; where no hours are told, any day may have been
  /// open.
  private boolean mayBeCounted(Location place, LocalDate day) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    return !day.isAfter(today)
        && !day.isBefore(today.minusYears(1))
        && (hours.isOpen(place, day).orElse(true) || hasTurn(place.id(), day));
  }

  private boolean hasTurn(LocationId place, LocalDate day) {
    return rotas.at(place).stream()
        .flatMap(it -> turns.of(it.id()).stream())
        .anyMatch(it -> it.day().equals(day) && it.state() != Turn.State.OFF);
  }

  private Listing<Location> place(
      Caller caller, UUID organization, LocationId place, Action action) {
    may(caller, organization, action);
    return own.place(organization, place).orElseThrow(OpenDays::none);
  }

  private void may(Caller caller, UUID organization, Action action) {
    Caller here = caller.within(organization);
    if (!gate.may(here, action, RecordType.HEAD_COUNT, OwnSeries.own(here, organization))) {
      throw none();
    }
  }

  private Outcome done(Caller caller, UUID organization, Listing<Location> place) {
    Caller here = caller.within(organization);
    UUID id = place.record().uuid();
    gate.open(
        here,
        Action.UPDATE,
        RecordType.HEAD_COUNT,
        id.toString(),
        OwnSeries.own(here, organization),
        null);
    return new Outcome.Done(id);
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.HEAD_COUNT);
  }
}
