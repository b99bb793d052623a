package fi.rinnalla.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `exchange.source`.
@Component
class SourceRows {
  private final JdbcClient jdbc;

  SourceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What an import by hand doesn't say (interval, licence, owner) stays as it was.
  void put(Source source, Instant now) {
    jdbc.sql(
            """
            insert into exchange.source as was
                   (name, format, location, every_minutes, licence, owner, registered_at)
            values (:name, :format, :location, :every, :licence, :owner, :now)
                on conflict (name) do update
               set format = excluded.format, location = excluded.location,
                   every_minutes = coalesce(excluded.every_minutes, was.every_minutes),
                   licence = coalesce(excluded.licence, was.licence),
                   owner = coalesce(excluded.owner, was.owner)
            """)
        .param("name", source.name())
        .param("format", source.format().code())
        .param("location", source.location())
        .param("every", source.every() == null ? null : (int) source.every().toMinutes())
        .param("licence", source.licence())
        .param("owner", source.owner())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Source> find(String name) {
    return jdbc.sql("select * from exchange.source where name = :name")
        .param("name", name)
        .query((row, _) -> source(row))
        .optional();
  }

  List<Source> list() {
    return jdbc.sql("select * from exchange.source order by name")
        .query((row, _) -> source(row))
        .list();
  }

  /// Those whose time has come: none of their runs has begun within the interval.
  List<Source> due(Instant now) {
    return jdbc.sql(
            """
            select s.* from exchange.source s
             where s.every_minutes is not null
               and not exists (
                     select 1 from exchange.import_run r
                      where r.source = s.name
                        and r.started_at > cast(:now as timestamptz) - make_interval(mins => s.every_minutes))
             order by s.name
            """)
        .param("now", Timestamp.from(now))
        .query((row, _) -> source(row))
        .list();
  }

  private static Source source(ResultSet row) throws SQLException {
    int minutes = row.getInt("every_minutes");
    return new Source(
        row.getString("name"),
        new Format(row.getString("format")),
        row.getString("location"),
        minutes == 0 ? null : Duration.ofMinutes(minutes),
        row.getString("licence"),
        row.getString("owner"));
  }
}
