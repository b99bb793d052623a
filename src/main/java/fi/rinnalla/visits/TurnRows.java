package fi.rinnalla.visits;

import fi.rinnalla.directory.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `visits.turn`, who declined which, and who would like to change with whom.
@Component
class TurnRows {
  private final JdbcClient jdbc;

  TurnRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Turn turn, Rota rota) {
    jdbc.sql(
            """
            insert into visits.turn
              (id, rota, organization, location, starts_at, ends_at, presenter, state, offered,
               reminded, version)
            values (:id, :rota, :organization, :location, :starts, :ends, :presenter, :state,
                    :offered, :reminded, :version)
            on conflict (id) do update
              set presenter = excluded.presenter, state = excluded.state,
                  offered = excluded.offered, reminded = excluded.reminded,
                  version = excluded.version
            """)
        .param("id", turn.id())
        .param("rota", rota.id())
        .param("organization", rota.organization())
        .param("location", rota.location().value())
        .param("starts", Timestamp.from(turn.startsAt()))
        .param("ends", Timestamp.from(turn.endsAt()))
        .param("presenter", turn.presenter())
        .param("state", turn.state().code())
        .param("offered", turn.offered())
        .param("reminded", turn.reminded())
        .param("version", turn.version())
        .update();
  }

  Optional<Turn> find(UUID id) {
    return turns("id = :value", id).stream().findFirst();
  }

  List<Turn> of(UUID rota) {
    return turns("rota = :value", rota);
  }

  /// Those to come of a place that somebody said yes to.
  List<Turn> accepted(LocationId location, Instant now, int most) {
    return jdbc.sql(
            """
            select * from visits.turn
             where location = :location and state = 'accepted' and ends_at > :now
             order by starts_at, id limit :most
            """)
        .param("location", location.value())
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(TurnRows::turn)
        .list();
  }

  /// Those that somebody has, of rotas that were sent, which begin between the two.
  List<Turn> starting(Instant after, Instant until) {
    return jdbc.sql(
            """
            select t.* from visits.turn t
              join visits.rota r on r.id = t.rota
             where r.sent and t.presenter is not null
               and t.starts_at > :after and t.starts_at <= :until
             order by t.starts_at, t.id
            """)
        .param("after", Timestamp.from(after))
        .param("until", Timestamp.from(until))
        .query(TurnRows::turn)
        .list();
  }

  void decline(Decline decline, Rota rota) {
    jdbc.sql(
            """
            insert into visits.declined (turn, presenter, organization, reason)
            values (:turn, :presenter, :organization, :reason)
            on conflict (turn, presenter) do update set reason = excluded.reason
            """)
        .param("turn", decline.turn())
        .param("presenter", decline.presenter())
        .param("organization", rota.organization())
        .param("reason", decline.reason().code())
        .update();
  }

  /// Somebody who takes it after all hasn't declined it.
  void undecline(UUID turn, UUID presenter) {
    jdbc.sql("delete from visits.declined where turn = :turn and presenter = :presenter")
        .param("turn", turn)
        .param("presenter", presenter)
        .update();
  }

  List<Decline> declines(UUID rota) {
    return jdbc.sql(
            """
            select d.* from visits.declined d
              join visits.turn t on t.id = d.turn
             where t.rota = :rota
            """)
        .param("rota", rota)
        .query((row, _) ->
            new Decline(
                row.getObject("turn", UUID.class),
                row.getObject("presenter", UUID.class),
                Turn.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT))))
        .list();
  }

  void wish(Swap swap, Rota rota) {
    jdbc.sql(
            """
            insert into visits.swap (turn, wanted, organization)
            values (:turn, :wanted, :organization)
            on conflict do nothing
            """)
        .param("turn", swap.turn())
        .param("wanted", swap.wanted())
        .param("organization", rota.organization())
        .update();
  }

  /// @return whether it was there
  boolean unwish(Swap swap) {
    return jdbc.sql("delete from visits.swap where turn = :turn and wanted = :wanted")
            .param("turn", swap.turn())
            .param("wanted", swap.wanted())
            .update()
        > 0;
  }

  /// Nobody can change for a turn whose presenter is another now.
  void unwishAll(UUID turn) {
    jdbc.sql("delete from visits.swap where turn = :turn or wanted = :turn")
        .param("turn", turn)
        .update();
  }

  Set<Swap> swaps(UUID rota) {
    return new HashSet<>(
        jdbc.sql(
                """
                select s.* from visits.swap s
                  join visits.turn t on t.id = s.turn
                 where t.rota = :rota
                """)
            .param("rota", rota)
            .query((row, _) ->
                new Swap(row.getObject("turn", UUID.class), row.getObject("wanted", UUID.class)))
            .list());
  }

  private List<Turn> turns(String where, UUID value) {
    return jdbc.sql("select * from visits.turn where " + where + " order by starts_at, id")
        .param("value", value)
        .query(TurnRows::turn)
        .list();
  }

  private static Turn turn(ResultSet row, int number) throws SQLException {
    return new Turn(
        row.getObject("id", UUID.class),
        row.getObject("rota", UUID.class),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getObject("presenter", UUID.class),
        Turn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("offered"),
        row.getObject("reminded", Integer.class),
        row.getInt("version"));
  }
}
