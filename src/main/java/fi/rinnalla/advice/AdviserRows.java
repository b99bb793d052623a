package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.adviser`.
@Component
class AdviserRows {
  private final JdbcClient jdbc;

  AdviserRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID desk, PersonId person, UUID organization, String name) {
    jdbc.sql(
            """
            insert into advice.adviser (desk, person, organization, name)
            values (:desk, :person, :organization, :name)
            on conflict (desk, person) do update set name = :name
            """)
        .param("desk", desk)
        .param("person", person.value())
        .param("organization", organization)
        .param("name", name)
        .update();
  }

  int remove(UUID desk, PersonId person, UUID organization) {
    return jdbc.sql(
            """
            delete from advice.adviser
             where desk = :desk and person = :person and organization = :organization
            """)
        .param("desk", desk)
        .param("person", person.value())
        .param("organization", organization)
        .update();
  }

  void forget(PersonId person) {
    jdbc.sql("delete from advice.adviser where person = :person")
        .param("person", person.value())
        .update();
  }

  List<Adviser> of(UUID desk) {
    return jdbc.sql("select * from advice.adviser where desk = :desk order by name, person")
        .param("desk", desk)
        .query(AdviserRows::adviser)
        .list();
  }

  List<Adviser> desksOf(PersonId person) {
    return jdbc.sql("select * from advice.adviser where person = :person order by desk")
        .param("person", person.value())
        .query(AdviserRows::adviser)
        .list();
  }

  Optional<Adviser> find(UUID desk, PersonId person) {
    return jdbc.sql("select * from advice.adviser where desk = :desk and person = :person")
        .param("desk", desk)
        .param("person", person.value())
        .query(AdviserRows::adviser)
        .optional();
  }

  /// Held until the end of the transaction: two of one's own presses don't take one seat too many.
  Optional<Adviser> hold(UUID desk, PersonId person) {
    return jdbc.sql(
            "select * from advice.adviser where desk = :desk and person = :person for update")
        .param("desk", desk)
        .param("person", person.value())
        .query(AdviserRows::adviser)
        .optional();
  }

  void shift(UUID desk, PersonId person, Adviser.Shift shift, int seats, Instant now) {
    jdbc.sql(
            """
            update advice.adviser set state = :state, seats = :seats, heartbeat_at = :now
             where desk = :desk and person = :person
            """)
        .param("state", shift.code())
        .param("seats", seats)
        .param("now", Timestamp.from(now))
        .param("desk", desk)
        .param("person", person.value())
        .update();
  }

  void beat(PersonId person, Instant now) {
    jdbc.sql(
            """
            update advice.adviser set heartbeat_at = :now
             where person = :person and state <> 'off'
            """)
        .param("now", Timestamp.from(now))
        .param("person", person.value())
        .update();
  }

  /// Those who should be there and of whom nothing was heard since; they are off by now.
  List<Adviser> lost(Instant silentSince) {
    return jdbc.sql(
            """
            update advice.adviser set state = 'off'
             where state <> 'off' and (heartbeat_at is null or heartbeat_at < :since)
            returning *
            """)
        .param("since", Timestamp.from(silentSince))
        .query(AdviserRows::adviser)
        .list();
  }

  private static Adviser adviser(ResultSet row, int number) throws SQLException {
    Timestamp heartbeat = row.getTimestamp("heartbeat_at");
    return new Adviser(
        row.getObject("desk", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("organization", UUID.class),
        row.getString("name"),
        Adviser.Shift.of(row.getString("state")),
        row.getInt("seats"),
        heartbeat == null ? null : heartbeat.toInstant());
  }
}
