package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the head counts, for the host's people by the door of a visit.
@Component
public class HeadCounts {
  /// The first come before it begins.
  private static final Duration EARLY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final VisitRows visits;
  private final OwnSeries own;
  private final Clock clock;

  HeadCounts(JdbcClient jdbc, VisitRows visits, OwnSeries own, Clock clock) {
    this.jdbc = jdbc;
    this.visits = visits;
    this.own = own;
    this.clock = clock;
  }

  /// Whether there is somebody to count: from an hour before it begins, if it is announced.
  public static boolean mayBeCounted(Visit visit, Instant now) {
    return visit.state() == Visit.State.ANNOUNCED && !now.isBefore(visit.startsAt().minus(EARLY));
  }

  /// The counts of a series' visits.
  @Transactional(readOnly = true)
  public Map<UUID, HeadCount> of(Caller caller, UUID organization, UUID series) {
    VisitSeries seen = own.seen(caller, organization, series);
    Map<UUID, HeadCount> counts = new HashMap<>();
    jdbc.sql(
            """
            select c.* from visits.head_count c
              join visits.visit v on v.id = c.visit
             where v.series = :series
            """)
        .param("series", seen.id())
        .query((row, _) ->
            counts.put(
                row.getObject("visit", UUID.class),
                new HeadCount(
                    row.getInt("adults"), row.getInt("children"), row.getInt("new_families"))))
        .list();
    return counts;
  }

  /// How many came to the visits of the organization at a place in a month.
  @Transactional(readOnly = true)
  public HeadSum in(UUID organization, LocationId place, YearMonth month) {
    return jdbc.sql(
            """
            select coalesce(sum(adults), 0), coalesce(sum(children), 0),
                   coalesce(sum(new_families), 0)
              from visits.head_count
             where organization = :organization and location = :location
               and held_on between :first and :last
            """)
        .param("organization", organization)
        .param("location", place.value())
        .param("first", month.atDay(1))
        .param("last", month.atEndOfMonth())
        .query((row, _) -> new HeadSum(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  /// Writes down what one by the door counted.
  @Transactional
  public Outcome count(
      Caller caller, UUID organization, UUID series, UUID visit, Counting counting) {
    VisitSeries held = own.held(caller, organization, series);
    if (!isOpen(held, visit)) {
      return new Outcome.NotNow();
    }
    return counting.onto(
        of(caller, organization, series).getOrDefault(visit, HeadCount.NONE),
        count -> {
          put(held, visit, count);
          return own.done(caller, held, Action.UPDATE, visit);
        });
  }

  private boolean isOpen(VisitSeries series, UUID visit) {
    Visit found =
        visits
            .find(visit)
            .filter(it -> it.series().equals(series.id()))
            .orElseThrow(OwnSeries::none);
    return mayBeCounted(found, clock.instant());
  }

  void put(VisitSeries series, UUID visit, HeadCount count) {
    Visit its = visits.find(visit).orElseThrow(OwnSeries::none);
    jdbc.sql(
            """
            insert into visits.head_count
              (visit, organization, location, held_on, adults, children, new_families)
            values (:visit, :organization, :location, :on, :adults, :children, :families)
            on conflict (visit) do update
              set adults = excluded.adults, children = excluded.children,
                  new_families = excluded.new_families
            """)
        .param("visit", visit)
        .param("organization", series.organization())
        .param("location", series.location().value())
        .param("on", LocalDate.ofInstant(its.startsAt(), Zone.HELSINKI))
        .param("adults", count.adults())
        .param("children", count.children())
        .param("families", count.newFamilies())
        .update();
  }
}
