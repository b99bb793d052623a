package fi.rinnalla.merging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `merging.decision`.
@Component
class DecisionRows {
  private final JdbcClient jdbc;

  DecisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What was decided about a record and another.
  ///
  /// @param stays which of the two stands for both since; null when it isn't a merge
  record Decision(
      Kind kind,
      UUID other,
      Pair.State before,
      Pair.State state,
      @Nullable UUID stays,
      Instant at) {}

  void add(Pair pair, Pair.State next, @Nullable UUID stays, Pair.Decided decided) {
    jdbc.sql(
            """
            insert into merging.decision (kind, one, other, before, state, stays, decided_at, decided_by)
            values (:kind, :one, :other, :before, :state, :stays, :at, :by)
            """)
        .param("kind", pair.kind().code())
        .param("one", pair.one())
        .param("other", pair.other())
        .param("before", pair.state().code())
        .param("state", next.code())
        .param("stays", stays)
        .param("at", Timestamp.from(decided.at()))
        .param("by", decided.by())
        .update();
  }

  /// The latest first.
  List<Decision> of(UUID record) {
    return jdbc.sql(
            """
            select kind, case when one = :record then other else one end as other,
                   before, state, stays, decided_at
              from merging.decision where one = :record or other = :record
             order by id desc
            """)
        .param("record", record)
        .query((row, _) ->
            new Decision(
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("other", UUID.class),
                Pair.State.of(row.getString("before")),
                Pair.State.of(row.getString("state")),
                row.getObject("stays", UUID.class),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }
}
