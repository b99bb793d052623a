package fi.rinnalla.calendar;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `calendar.occurrence`.
@Component
class OccurrenceRows {
  private static final String COLUMNS =
      "select event_id, recurrence_id, starts_at, ends_at, status, body::text as body"
          + " from calendar.occurrence ";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;

  OccurrenceRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  private record Words(Text title, Text note) {}

  void replace(Collection<UUID> events, Map<UUID, List<Occurrence>> times) {
    if (events.isEmpty()) {
      return;
    }
    jdbc.sql("delete from calendar.occurrence where event_id = any(:ids)")
        .param("ids", events.toArray(UUID[]::new))
        .update();
    List<Object[]> rows = new ArrayList<>();
    for (UUID event : events) {
      for (Occurrence one : times.getOrDefault(event, List.of())) {
        boolean plain = one.title().isEmpty() && one.note().isEmpty();
        rows.add(
            new Object[] {
              event,
              // Not by way of Timestamp: that would read it in the zone of this computer.
              one.recurrenceId(),
              Timestamp.from(one.start()),
              Timestamp.from(one.end()),
              one.cancelled() ? "cancelled" : "scheduled",
              plain ? null : json.write(new Words(one.title(), one.note()))
            });
      }
    }
    template.batchUpdate(
        """
        insert into calendar.occurrence (event_id, recurrence_id, starts_at, ends_at, status, body)
        values (?, ?, ?, ?, ?, ?::jsonb)
        """,
        rows);
  }

  List<Occurrence> next(UUID event, Instant now, int most) {
    return jdbc.sql(
            COLUMNS
                + "where event_id = :id and ends_at > :now"
                + " order by starts_at, recurrence_id limit :most")
        .param("id", event)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query((row, _) -> occurrence(row))
        .list();
  }

  /// The next of each event, in order of time.
  List<Occurrence> next(Collection<UUID> events, Instant now, int most) {
    return jdbc.sql(
            """
            select event_id, recurrence_id, starts_at, ends_at, status, body::text as body
              from (select *, row_number() over (partition by event_id
                                                 order by starts_at, recurrence_id) as nth
                      from calendar.occurrence
                     where event_id = any(:ids) and ends_at > :now) it
             where nth <= :most
             order by starts_at, recurrence_id
            """)
        .param("ids", events.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query((row, _) -> occurrence(row))
        .list();
  }

  List<Occurrence> of(Collection<UUID> events) {
    return jdbc.sql(COLUMNS + "where event_id = any(:ids) order by starts_at, recurrence_id")
        .param("ids", events.toArray(UUID[]::new))
        .query((row, _) -> occurrence(row))
        .list();
  }

  private Occurrence occurrence(ResultSet row) throws SQLException {
    String body = row.getString("body");
    Words words = body == null ? new Words(Text.none(), Text.none()) : json.read(body, Words.class);
    return new Occurrence(
        new EventId(row.getObject("event_id", UUID.class)),
        row.getObject("recurrence_id", LocalDateTime.class),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("status").equals("cancelled"),
        words.title(),
        words.note());
  }
}
