package fi.rinnalla.advice;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of the desks and their hours.
@Component
class DeskRows {
  private final JdbcClient jdbc;
  private final Json json;

  DeskRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(AdviceDesk desk, Instant now) {
    jdbc.sql(
            """
            insert into advice.desk
              (id, name, organizations, areas, languages, most_waiting, answer_hours, opened_at)
            values (:id, cast(:name as jsonb), :organizations, :areas, :languages, :most, :hours,
                    :now)
            on conflict (id) do update
              set name = excluded.name, organizations = excluded.organizations,
                  areas = excluded.areas, languages = excluded.languages,
                  most_waiting = excluded.most_waiting, answer_hours = excluded.answer_hours
            """)
        .param("id", desk.id())
        .param("name", json.write(desk.name()))
        .param("organizations", desk.organizations().toArray(UUID[]::new))
        .param("areas", desk.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new))
        .param("languages", desk.languages().stream().map(Lang::code).toArray(String[]::new))
        .param("most", desk.mostWaiting())
        .param("hours", desk.answerHours())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<AdviceDesk> find(UUID id) {
    return jdbc.sql("select * from advice.desk where id = :id")
        .param("id", id)
        .query(this::desk)
        .optional();
  }

  /// Held until the end of the transaction: who counts and then adds does it one after another.
  Optional<AdviceDesk> hold(UUID id) {
    return jdbc.sql("select * from advice.desk where id = :id for update")
        .param("id", id)
        .query(this::desk)
        .optional();
  }

  List<AdviceDesk> all() {
    return jdbc.sql("select * from advice.desk order by opened_at, id").query(this::desk).list();
  }

  List<AdviceDesk> of(UUID organization) {
    return jdbc.sql(
            """
            select * from advice.desk where :organization = any (organizations)
             order by opened_at, id
            """)
        .param("organization", organization)
        .query(this::desk)
        .list();
  }

  void delete(UUID id) {
    jdbc.sql("delete from advice.desk where id = :id").param("id", id).update();
  }

  DutyHours hours(UUID desk) {
    List<DutyWindow> week =
        jdbc.sql(
                """
                select weekday, opens, closes from advice.duty_window where desk = :desk
                 order by weekday, opens
                """)
            .param("desk", desk)
            .query((row, _) ->
                new DutyWindow(
                    DayOfWeek.of(row.getInt(1)),
                    row.getObject(2, LocalTime.class),
                    row.getObject(3, LocalTime.class)))
            .list();
    List<DutyException> exceptions =
        jdbc.sql("select * from advice.duty_exception where desk = :desk order by first, last, id")
            .param("desk", desk)
            .query((row, _) ->
                new DutyException(
                    row.getObject("id", UUID.class),
                    row.getObject("first", LocalDate.class),
                    row.getObject("last", LocalDate.class),
                    List.of(json.read(row.getString("windows"), DutyException.Times[].class)),
                    json.read(row.getString("reason"), Text.class)))
            .list();
    return new DutyHours(week, exceptions);
  }

  void putWeek(UUID desk, List<DutyWindow> week) {
    jdbc.sql("delete from advice.duty_window where desk = :desk").param("desk", desk).update();
    for (DutyWindow window : week) {
      jdbc.sql(
              """
              insert into advice.duty_window (desk, weekday, opens, closes)
              values (:desk, :weekday, :opens, :closes)
              """)
          .param("desk", desk)
          .param("weekday", window.weekday().getValue())
          .param("opens", window.opens())
          .param("closes", window.closes())
          .update();
    }
  }

  void put(UUID desk, DutyException exception) {
    jdbc.sql(
            """
            insert into advice.duty_exception (id, desk, first, last, windows, reason)
            values (:id, :desk, :first, :last, cast(:windows as jsonb), cast(:reason as jsonb))
            """)
        .param("id", exception.id())
        .param("desk", desk)
        .param("first", exception.first())
        .param("last", exception.last())
        .param("windows", json.write(exception.windows().toArray(DutyException.Times[]::new)))
        .param("reason", json.write(exception.reason()))
        .update();
  }

  void deleteException(UUID desk, UUID exception) {
    jdbc.sql("delete from advice.duty_exception where desk = :desk and id = :id")
        .param("desk", desk)
        .param("id", exception)
        .update();
  }

  private AdviceDesk desk(ResultSet row, int number) throws SQLException {
    return new AdviceDesk(
        row.getObject("id", UUID.class),
        json.read(row.getString("name"), Text.class),
        Set.of((UUID[]) row.getArray("organizations").getArray()),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        Arrays.stream((String[]) row.getArray("languages").getArray())
            .flatMap(it -> Lang.find(it).stream())
            .toList(),
        row.getInt("most_waiting"),
        row.getInt("answer_hours"));
  }
}
