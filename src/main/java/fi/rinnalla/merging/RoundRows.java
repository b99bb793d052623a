package fi.rinnalla.merging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `merging.round`.
@Component
class RoundRows {
  private final JdbcClient jdbc;

  RoundRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long begin(Instant now) {
    return jdbc.sql("insert into merging.round (started_at) values (:now) returning id")
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /// Only the last one is of interest.
  void end(long id, Pairs.Round round, Instant now) {
    jdbc.sql(
            """
            update merging.round
               set finished_at = :now, found = :found, added = :added, gone = :gone
             where id = :id
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("found", round.found())
        .param("added", round.added())
        .param("gone", round.gone())
        .update();
    jdbc.sql("delete from merging.round where id < :id").param("id", id).update();
  }

  Optional<DoublesRounds.Last> last() {
    return jdbc.sql(
            """
            select started_at, finished_at, added from merging.round
             order by id desc limit 1
            """)
        .query((row, _) -> {
          Timestamp finished = row.getTimestamp("finished_at");
          return new DoublesRounds.Last(
              row.getTimestamp("started_at").toInstant(),
              finished == null ? null : finished.toInstant(),
              row.getInt("added"));
        })
        .optional();
  }
}
