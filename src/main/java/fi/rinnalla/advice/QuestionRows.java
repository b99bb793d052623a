package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.question`.
@Component
class QuestionRows {
  private final JdbcClient jdbc;

  QuestionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return false when it is here already
  boolean put(LeftQuestion it, byte[] digest, @Nullable String email) {
    return jdbc.sql(
                """
                insert into advice.question
                  (id, desk, digest, lang, topic, body, reply, email, asked_at, answer_by)
                values (:id, :desk, :digest, :lang, :topic, :body, :reply, :email, :asked, :by)
                on conflict (digest) do nothing
                """)
            .param("id", it.id())
            .param("desk", it.desk())
            .param("digest", digest)
            .param("lang", it.lang().code())
            .param("topic", Topic.code(it.topic()))
            .param("body", it.body())
            .param("reply", it.reply().code())
            .param("email", email)
            .param("asked", Timestamp.from(it.askedAt()))
            .param("by", Timestamp.from(it.answerBy()))
            .update()
        == 1;
  }

  Optional<LeftQuestion> find(byte[] digest) {
    return jdbc.sql("select * from advice.question where digest = :digest")
        .param("digest", digest)
        .query(QuestionRows::question)
        .optional();
  }

  Optional<LeftQuestion> find(UUID desk, UUID id) {
    return jdbc.sql("select * from advice.question where desk = :desk and id = :id")
        .param("desk", desk)
        .param("id", id)
        .query(QuestionRows::question)
        .optional();
  }

  Optional<LeftQuestion> hold(UUID desk, UUID id) {
    return jdbc.sql("select * from advice.question where desk = :desk and id = :id for update")
        .param("desk", desk)
        .param("id", id)
        .query(QuestionRows::question)
        .optional();
  }

  /// Those without an answer first, the oldest of them first.
  List<LeftQuestion> of(UUID desk) {
    return jdbc.sql(
            """
            select * from advice.question where desk = :desk
             order by answered_at is not null, answer_by, asked_at, id
            """)
        .param("desk", desk)
        .query(QuestionRows::question)
        .list();
  }

  Optional<String> email(UUID id) {
    return jdbc.sql("select email from advice.question where id = :id and email is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void assign(UUID id, @Nullable PersonId adviser) {
    jdbc.sql("update advice.question set adviser = :adviser where id = :id")
        .param("adviser", adviser == null ? null : adviser.value(), java.sql.Types.OTHER)
        .param("id", id)
        .update();
  }

  /// With the answer the address goes: the letter has it.
  void answer(UUID id, String answer, String by, byte @Nullable [] digest, Instant now) {
    jdbc.sql(
            """
            update advice.question
               set answer = :answer, answered_by = :by, answered_at = :now, email = null,
                   digest = coalesce(:digest, digest)
             where id = :id
            """)
        .param("answer", answer)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("digest", digest, java.sql.Types.BINARY)
        .param("id", id)
        .update();
  }

  /// Those whose time is over without an answer and were not counted yet; counted from now on.
  List<LeftQuestion> late(Instant now) {
    return jdbc.sql(
            """
            update advice.question set late = true
             where answered_at is null and answer_by < :now and not late
            returning *
            """)
        .param("now", Timestamp.from(now))
        .query(QuestionRows::question)
        .list();
  }

  void release(PersonId adviser) {
    jdbc.sql("update advice.question set adviser = null where adviser = :adviser")
        .param("adviser", adviser.value())
        .update();
  }

  int delete(byte[] digest) {
    return jdbc.sql("delete from advice.question where digest = :digest")
        .param("digest", digest)
        .update();
  }

  int forget(Instant answeredBefore, Instant askedBefore) {
    return jdbc.sql(
            """
            delete from advice.question
             where answered_at < :answered or answered_at is null and asked_at < :asked
            """)
        .param("answered", Timestamp.from(answeredBefore))
        .param("asked", Timestamp.from(askedBefore))
        .update();
  }

  private static LeftQuestion question(ResultSet row, int number) throws SQLException {
    UUID adviser = row.getObject("adviser", UUID.class);
    Timestamp answered = row.getTimestamp("answered_at");
    return new LeftQuestion(
        row.getObject("id", UUID.class),
        row.getObject("desk", UUID.class),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        Topic.find(row.getString("topic")),
        row.getString("body"),
        LeftQuestion.Reply.find(row.getString("reply")).orElseThrow(),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("answer_by").toInstant(),
        adviser == null ? null : new PersonId(adviser),
        row.getString("answer"),
        row.getString("answered_by"),
        answered == null ? null : answered.toInstant());
  }
}
