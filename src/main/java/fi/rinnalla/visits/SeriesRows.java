package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `visits.series`.
@Component
class SeriesRows {
  private final JdbcClient jdbc;
  private final Json json;

  SeriesRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(VisitSeries series, Instant now) {
    jdbc.sql(
            """
            insert into visits.series
              (id, organization, location, theme, goal, partners, round, planned_at)
            values (:id, :organization, :location, cast(:theme as jsonb), cast(:goal as jsonb),
                    :partners, :round, :now)
            on conflict (id) do update
              set theme = excluded.theme, goal = excluded.goal, partners = excluded.partners,
                  round = excluded.round
            """)
        .param("id", series.id())
        .param("organization", series.organization())
        .param("location", series.location().value())
        .param("theme", json.write(series.theme()))
        .param("goal", json.write(series.goal()))
        .param("partners", series.partners().toArray(UUID[]::new))
        .param("round", series.round())
        .param("now", Timestamp.from(now))
        .update();
  }

  void remove(VisitSeries series) {
    jdbc.sql("delete from visits.series where id = :id").param("id", series.id()).update();
  }

  Optional<VisitSeries> find(UUID id) {
    return jdbc.sql("select * from visits.series where id = :id")
        .param("id", id)
        .query(this::series)
        .optional();
  }

  /// Held until the end of the transaction: whoever changes a visit holds its series, so that its
  /// event is published once, and whole.
  Optional<VisitSeries> hold(UUID id) {
    return jdbc.sql("select * from visits.series where id = :id for update")
        .param("id", id)
        .query(this::series)
        .optional();
  }

  /// An organization's own series and those it is a partner in, the latest first.
  List<VisitSeries> of(UUID organization) {
    return jdbc.sql(
            """
            select * from visits.series
             where organization = :organization or :organization = any (partners)
             order by planned_at desc, id
            """)
        .param("organization", organization)
        .query(this::series)
        .list();
  }

  boolean any() {
    return jdbc.sql("select exists (select from visits.series)").query(Boolean.class).single();
  }

  private VisitSeries series(ResultSet row, int number) throws SQLException {
    return new VisitSeries(
        row.getObject("id", UUID.class),
        row.getObject("organization", UUID.class),
        new LocationId(row.getObject("location", UUID.class)),
        json.read(row.getString("theme"), Text.class),
        json.read(row.getString("goal"), Text.class),
        Set.of((UUID[]) row.getArray("partners").getArray()),
        row.getObject("round", UUID.class));
  }
}
