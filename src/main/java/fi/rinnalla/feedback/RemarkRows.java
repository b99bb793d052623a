package fi.rinnalla.feedback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback.remark`.
@Component
class RemarkRows {
  private final JdbcClient jdbc;

  RemarkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID round, UUID organization, String words) {
    jdbc.sql(
            """
            insert into feedback.remark (id, round, organization, words)
            values (:id, :round, :organization, :words)
            """)
        .param("id", UUID.randomUUID())
        .param("round", round)
        .param("organization", organization)
        .param("words", words)
        .update();
  }

  /// As the database lets the viewer see them: in the order of ids, which is none.
  List<Remark> of(UUID round) {
    return jdbc.sql("select * from feedback.remark where round = :round order by shown, id")
        .param("round", round)
        .query((row, _) ->
            new Remark(
                row.getObject("id", UUID.class),
                round,
                row.getString("words"),
                row.getBoolean("shown")))
        .list();
  }

  boolean show(UUID round, UUID id, String words) {
    return jdbc.sql(
                """
                update feedback.remark set words = :words, shown = true
                 where id = :id and round = :round
                """)
            .param("id", id)
            .param("round", round)
            .param("words", words)
            .update()
        > 0;
  }

  boolean drop(UUID round, UUID id) {
    return jdbc.sql("delete from feedback.remark where id = :id and round = :round")
            .param("id", id)
            .param("round", round)
            .update()
        > 0;
  }

  void dropAll(UUID round) {
    jdbc.sql("delete from feedback.remark where round = :round").param("round", round).update();
  }

  /// Deletes what was written in rounds whose first sitting was over before this.
  int forget(Instant before) {
    return jdbc.sql(
            """
            delete from feedback.remark m
             where (select min(s.ends_at) from feedback.sitting s where s.round = m.round) < :before
            """)
        .param("before", Timestamp.from(before))
        .update();
  }
}
