package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.question`. What was asked and answered, and the address, are sealed with a
/// key of the question alone, which goes when it goes.
@Component
class QuestionRows {
  private static final String BODY = "advice.question.body";
  private static final String ANSWER = "advice.question.answer";
  private static final String EMAIL = "advice.question.email";

  private final JdbcClient jdbc;
  private final Vault vault;

  QuestionRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /// @return false when it is here already
  boolean put(LeftQuestion it, byte[] digest, @Nullable String email) {
    if (find(digest).isPresent()) {
      return false;
    }
    SubjectKey key = vault.key(it.id());
    boolean first =
        jdbc.sql(
                    """
                    insert into advice.question
                      (id, desk, digest, lang, topic, sealed_body, reply, sealed_email, asked_at,
                       answer_by)
                    values (:id, :desk, :digest, :lang, :topic, :body, :reply, :email, :asked, :by)
                    on conflict (digest) do nothing
                    """)
                .param("id", it.id())
                .param("desk", it.desk())
                .param("digest", digest)
                .param("lang", it.lang().code())
                .param("topic", Topic.code(it.topic()))
                .param("body", key.seal(BODY, it.id(), it.body()))
                .param("reply", it.reply().code())
                .param(
                    "email", email == null ? null : key.seal(EMAIL, it.id(), email), Types.BINARY)
                .param("asked", Timestamp.from(it.askedAt()))
                .param("by", Timestamp.from(it.answerBy()))
                .update()
            == 1;
    if (!first) {
      vault.discard(it.id());
    }
    return first;
  }

  Optional<LeftQuestion> find(byte[] digest) {
    return jdbc.sql("select * from advice.question where digest = :digest")
        .param("digest", digest)
        .query(this::question)
        .optional();
  }

  Optional<LeftQuestion> find(UUID desk, UUID id) {
    return jdbc.sql("select * from advice.question where desk = :desk and id = :id")
        .param("desk", desk)
        .param("id", id)
        .query(this::question)
        .optional();
  }

  Optional<LeftQuestion> hold(UUID desk, UUID id) {
    return jdbc.sql("select * from advice.question where desk = :desk and id = :id for update")
        .param("desk", desk)
        .param("id", id)
        .query(this::question)
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
        .query(this::question)
        .list();
  }

  int waiting(UUID desk) {
    return jdbc.sql(
            "select count(*) from advice.question where desk = :desk and answered_at is null")
        .param("desk", desk)
        .query(Integer.class)
        .single();
  }

  Optional<String> email(UUID id) {
    return jdbc.sql(
            "select sealed_email from advice.question where id = :id and sealed_email is not null")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .flatMap(it -> vault.find(id).map(key -> key.open(EMAIL, id, it)));
  }

  void assign(UUID id, @Nullable PersonId adviser) {
    jdbc.sql("update advice.question set adviser = :adviser where id = :id")
        .param("adviser", adviser == null ? null : adviser.value(), Types.OTHER)
        .param("id", id)
        .update();
  }

  /// With the answer the address goes: the letter has it.
  void answer(UUID id, String answer, String by, byte @Nullable [] digest, Instant now) {
    jdbc.sql(
            """
            update advice.question
               set sealed_answer = :answer, answered_by = :by, answered_at = :now,
                   sealed_email = null,
                   digest = coalesce(:digest, digest)
             where id = :id
            """)
        .param("answer", vault.key(id).seal(ANSWER, id, answer))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .param("digest", digest, Types.BINARY)
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
        .query(this::question)
        .list();
  }

  void release(PersonId adviser) {
    jdbc.sql("update advice.question set adviser = null where adviser = :adviser")
        .param("adviser", adviser.value())
        .update();
  }

  int delete(byte[] digest) {
    return discarded(
        jdbc.sql("delete from advice.question where digest = :digest returning id")
            .param("digest", digest));
  }

  int forget(Instant answeredBefore, Instant askedBefore) {
    return discarded(
        jdbc.sql(
                """
                delete from advice.question
                 where answered_at < :answered or answered_at is null and asked_at < :asked
                returning id
                """)
            .param("answered", Timestamp.from(answeredBefore))
            .param("asked", Timestamp.from(askedBefore)));
  }

  /// The rows' keys go with them: what is left of the rows on the disk is noise.
  private int discarded(JdbcClient.StatementSpec deletes) {
    List<UUID> gone = deletes.query((row, _) -> row.getObject(1, UUID.class)).list();
    gone.forEach(vault::discard);
    return gone.size();
  }

  /// @return how many were sealed
  int sealThoseOfBefore() {
    List<Plain> plain =
        jdbc.sql("select id, body, answer, email from advice.question where body is not null")
            .query((row, _) ->
                new Plain(
                    row.getObject("id", UUID.class),
                    row.getString("body"),
                    row.getString("answer"),
                    row.getString("email")))
            .list();
    for (Plain it : plain) {
      SubjectKey key = vault.key(it.id());
      String email = it.email();
      jdbc.sql(
              """
              update advice.question
                 set sealed_body = :body, sealed_answer = :answer, sealed_email = :email,
                     body = null, answer = null, email = null
               where id = :id
              """)
          .param("id", it.id())
          .param("body", key.seal(BODY, it.id(), it.body()))
          .param("answer", key.seal(ANSWER, it.id(), it.answer()))
          .param("email", email == null ? null : key.seal(EMAIL, it.id(), email), Types.BINARY)
          .update();
    }
    return plain.size();
  }

  private record Plain(UUID id, String body, String answer, @Nullable String email) {}

  private LeftQuestion question(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Optional<SubjectKey> key = vault.find(id);
    UUID adviser = row.getObject("adviser", UUID.class);
    Timestamp answered = row.getTimestamp("answered_at");
    return new LeftQuestion(
        id,
        row.getObject("desk", UUID.class),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        Topic.find(row.getString("topic")),
        opened(key, BODY, id, row.getBytes("sealed_body")),
        LeftQuestion.Reply.find(row.getString("reply")).orElseThrow(),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("answer_by").toInstant(),
        adviser == null ? null : new PersonId(adviser),
        opened(key, ANSWER, id, row.getBytes("sealed_answer")),
        row.getString("answered_by"),
        answered == null ? null : answered.toInstant());
  }

  /// Nothing when the key is gone: what a copy of the database brought back stays shut.
  private static String opened(
      Optional<SubjectKey> key, String place, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? "" : key.map(it -> it.open(place, row, sealed)).orElse("");
  }
}
