package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Lang;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `feedback.answer`, and of `feedback.form`, which knows that a form has come in.
@Component
class AnswerRows {
  private final JdbcClient jdbc;

  AnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID round, Answer answer) {
    jdbc.sql(
            """
            insert into feedback.answer (id, round, sitting, lang, useful, more, learnt)
            values (:id, :round, :sitting, :lang, :useful, :more, :learnt)
            """)
        // Of no order, so that even the house can't tell who came after whom.
        .param("id", UUID.randomUUID())
        .param("round", round)
        .param("sitting", answer.sitting())
        .param("lang", answer.lang().code())
        .param("useful", answer.useful())
        .param("more", answer.more())
        .param("learnt", FeedbackRows.codes(answer.learnt()))
        .update();
  }

  List<Answer> of(UUID round) {
    return jdbc.sql(
            """
            select sitting, lang, useful, more, learnt from feedback.answer where round = :round
            """)
        .param("round", round)
        .query((row, _) ->
            new Answer(
                row.getObject("sitting", UUID.class),
                Lang.find(row.getString("lang")).orElseThrow(),
                row.getInt("useful"),
                (Boolean) row.getObject("more"),
                FeedbackRows.learnt((String[]) row.getArray("learnt").getArray())))
        .list();
  }

  int count(UUID round) {
    return jdbc.sql("select count(*) from feedback.answer where round = :round")
        .param("round", round)
        .query(Integer.class)
        .single();
  }

  void delete(UUID round) {
    jdbc.sql("delete from feedback.answer where round = :round").param("round", round).update();
  }

  /// @return whether the form has not come in before
  boolean take(UUID form, UUID sitting) {
    return jdbc.sql(
                """
                insert into feedback.form (id, sitting) values (:form, :sitting)
                on conflict (id) do nothing
                """)
            .param("form", form)
            .param("sitting", sitting)
            .update()
        > 0;
  }

  int forgetForms(Instant endedBefore) {
    return jdbc.sql(
            """
            delete from feedback.form f using feedback.sitting s
             where s.id = f.sitting and s.ends_at < :before
            """)
        .param("before", Timestamp.from(endedBefore))
        .update();
  }
}
