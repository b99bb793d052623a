package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `visits.open_day`, and what was counted at visits of the same days.
@Component
class OpenDayRows {
  private final JdbcClient jdbc;

  OpenDayRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<LocalDate, HeadCount> of(
      UUID organization, LocationId place, LocalDate first, LocalDate last) {
    Map<LocalDate, HeadCount> days = new HashMap<>();
    asked(
            """
            select held_on, adults, children, new_families from visits.open_day
             where organization = :organization and location = :location
               and held_on between :first and :last
            """,
            organization,
            place,
            first,
            last)
        .query((row, _) ->
            days.put(
                row.getObject(1, LocalDate.class),
                new HeadCount(row.getInt(2), row.getInt(3), row.getInt(4))))
        .list();
    return days;
  }

  Map<LocalDate, HeadSum> atVisits(
      UUID organization, LocationId place, LocalDate first, LocalDate last) {
    Map<LocalDate, HeadSum> days = new HashMap<>();
    asked(
            """
            select held_on, sum(adults), sum(children), sum(new_families)
              from visits.head_count
             where organization = :organization and location = :location
               and held_on between :first and :last
             group by held_on
            """,
            organization,
            place,
            first,
            last)
        .query((row, _) ->
            days.put(
                row.getObject(1, LocalDate.class),
                new HeadSum(row.getInt(2), row.getInt(3), row.getInt(4))))
        .list();
    return days;
  }

  void put(UUID organization, LocationId place, LocalDate day, HeadCount count) {
    jdbc.sql(
            """
            insert into visits.open_day
              (organization, location, held_on, adults, children, new_families)
            values (:organization, :location, :day, :adults, :children, :families)
            on conflict (organization, location, held_on) do update
              set adults = excluded.adults, children = excluded.children,
                  new_families = excluded.new_families
            """)
        .param("organization", organization)
        .param("location", place.value())
        .param("day", day)
        .param("adults", count.adults())
        .param("children", count.children())
        .param("families", count.newFamilies())
        .update();
  }

  /// A day's count, held until it is written: of two at two doors neither is lost. A day without a
  /// row can't be locked by one, so its name is.
  HeadCount hold(UUID organization, LocationId place, LocalDate day) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('open day ' || :day, 0))::text")
        .param("day", organization + " " + place.value() + " " + day)
        .query(String.class)
        .single();
    return of(organization, place, day, day).getOrDefault(day, HeadCount.NONE);
  }

  private JdbcClient.StatementSpec asked(
      String sql, UUID organization, LocationId place, LocalDate first, LocalDate last) {
    return jdbc.sql(sql)
        .param("organization", organization)
        .param("location", place.value())
        .param("first", first)
        .param("last", last);
  }
}
