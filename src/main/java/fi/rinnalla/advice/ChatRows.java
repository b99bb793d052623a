package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.chat`.
@Component
class ChatRows {
  private final JdbcClient jdbc;
  private final ChatSeal seal;

  ChatRows(JdbcClient jdbc, ChatSeal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /// @param by the digest of the connection; sealed, it serves a bar and nothing else
  void open(
      UUID id, UUID desk, byte[] digest, Lang lang, Optional<Topic> topic, String by, Instant now) {
    jdbc.sql(
            """
            insert into advice.chat
              (id, desk, digest, lang, topic, begun_by, state, opened_at, queued_at, waits_since,
               seen_at)
            values (:id, :desk, :digest, :lang, :topic, :by, 'waiting', :now, :now, :now, :now)
            """)
        .param("id", id)
        .param("desk", desk)
        .param("digest", digest)
        .param("lang", lang.code())
        .param("topic", Topic.code(topic))
        .param("by", seal.begunBy(id, by))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The digest of the connection it was begun by.
  String begunBy(UUID id) {
    return jdbc.sql("select begun_by from advice.chat where id = :id")
        .param("id", id)
        .query((row, _) -> seal.openBegunBy(id, row.getBytes(1)))
        .optional()
        .orElse("");
  }

  Optional<Chat> find(UUID id) {
    return jdbc.sql("select * from advice.chat where id = :id")
        .param("id", id)
        .query(this::chat)
        .optional();
  }

  Optional<Chat> find(byte[] digest) {
    return jdbc.sql("select * from advice.chat where digest = :digest")
        .param("digest", digest)
        .query(this::chat)
        .optional();
  }

  /// Held until the end of the transaction: of two who take, close or say something, the second
  /// sees what the first did.
  Optional<Chat> hold(UUID id) {
    return jdbc.sql("select * from advice.chat where id = :id for update")
        .param("id", id)
        .query(this::chat)
        .optional();
  }

  /// Those in the queue, in its order.
  List<Chat> waiting(UUID desk) {
    return jdbc.sql(
            """
            select * from advice.chat where desk = :desk and state = 'waiting'
             order by queued_at, came
            """)
        .param("desk", desk)
        .query(this::chat)
        .list();
  }

  /// How many are in the queue.
  int inQueue(UUID desk) {
    return jdbc.sql("select count(*) from advice.chat where desk = :desk and state = 'waiting'")
        .param("desk", desk)
        .query(Integer.class)
        .single();
  }

  /// How many are in the queue before one who is in it.
  int before(Chat chat) {
    return jdbc.sql(
            """
            select count(*) from advice.chat c
              join advice.chat own on own.id = :id
             where c.desk = :desk and c.state = 'waiting'
               and (c.queued_at, c.came) < (own.queued_at, own.came)
            """)
        .param("desk", chat.desk())
        .param("id", chat.id())
        .query(Integer.class)
        .single();
  }

  /// Those that somebody has at a desk.
  List<Chat> with(PersonId adviser) {
    return jdbc.sql(
            """
            select * from advice.chat where adviser = :adviser and state = 'active'
             order by answered_at, id
            """)
        .param("adviser", adviser.value())
        .query(this::chat)
        .list();
  }

  List<Chat> closedWith(PersonId adviser, UUID desk) {
    return jdbc.sql(
            """
            select * from advice.chat
             where adviser = :adviser and desk = :desk and state = 'closed'
             order by closed_at desc, id
            """)
        .param("adviser", adviser.value())
        .param("desk", desk)
        .query(this::chat)
        .list();
  }

  List<Chat> going() {
    return jdbc.sql("select * from advice.chat where state <> 'closed' order by queued_at, id")
        .query(this::chat)
        .list();
  }

  int talking(UUID desk) {
    return jdbc.sql("select count(*) from advice.chat where desk = :desk and state = 'active'")
        .param("desk", desk)
        .query(Integer.class)
        .single();
  }

  void take(UUID id, Adviser adviser, Instant now) {
    jdbc.sql(
            """
            update advice.chat
               set state = 'active', adviser = :adviser, adviser_name = :name,
                   organization = :organization, answered_at = coalesce(answered_at, :now),
                   turn_since = null, told = ''
             where id = :id
            """)
        .param("adviser", adviser.person().value())
        .param("name", adviser.name())
        .param("organization", adviser.organization())
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// To the head of a desk's queue: before all who wait there, and in turn among those who came so.
  void returnToHead(UUID id, UUID desk, String note, Instant now) {
    jdbc.sql(
            """
            update advice.chat
               set state = 'waiting', desk = :desk, turn_since = null, told = '', note = :note,
                   waits_since = :now, seen_at = greatest(seen_at, :now), queued_at = least(opened_at,
                     (select min(queued_at) from advice.chat
                       where desk = :desk and state = 'waiting') - interval '1 millisecond')
             where id = :id
            """)
        .param("desk", desk)
        .param("note", seal.note(id, note))
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// That something was shown in the talk; true the first time.
  boolean led(UUID id) {
    return jdbc.sql("update advice.chat set led = true where id = :id and not led")
            .param("id", id)
            .update()
        == 1;
  }

  void note(UUID id, String note) {
    jdbc.sql("update advice.chat set note = :note where id = :id")
        .param("note", seal.note(id, note))
        .param("id", id)
        .update();
  }

  void turn(UUID id, @Nullable Instant since, String told) {
    jdbc.sql("update advice.chat set turn_since = :since, told = :told where id = :id")
        .param("since", since == null ? null : Timestamp.from(since), Types.TIMESTAMP)
        .param("told", told)
        .param("id", id)
        .update();
  }

  void close(UUID id, Chat.Outcome outcome, Optional<Topic> tag, Instant now) {
    jdbc.sql(
            """
            update advice.chat
               set state = 'closed', outcome = :outcome, tag = :tag, closed_at = :now, note = ''
             where id = :id
            """)
        .param("outcome", outcome.code())
        .param("tag", Topic.code(tag))
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  void seen(Collection<UUID> chats, Instant now) {
    jdbc.sql("update advice.chat set seen_at = :now where id = any (:ids) and state <> 'closed'")
        .param("now", Timestamp.from(now))
        .param("ids", chats.toArray(UUID[]::new))
        .update();
  }

  /// Those in a queue whose visitor showed no sign of life.
  List<UUID> unseen(Instant since) {
    return jdbc.sql("select id from advice.chat where state = 'waiting' and seen_at < :since")
        .param("since", Timestamp.from(since))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Takes away the talks with every word of them, and tells which.
  Set<UUID> forget(Instant closedBefore) {
    return new HashSet<>(
        jdbc.sql("delete from advice.chat where closed_at < :time returning id")
            .param("time", Timestamp.from(closedBefore))
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  /// Those of these that there are.
  Set<UUID> known(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql("select id from advice.chat where id = any (:ids)")
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  private Chat chat(ResultSet row, int number) throws SQLException {
    UUID adviser = row.getObject("adviser", UUID.class);
    String outcome = row.getString("outcome");
    return new Chat(
        row.getObject("id", UUID.class),
        row.getObject("desk", UUID.class),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        Topic.find(row.getString("topic")),
        Chat.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        adviser == null ? null : new PersonId(adviser),
        row.getString("adviser_name"),
        row.getObject("organization", UUID.class),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("queued_at").toInstant(),
        row.getTimestamp("waits_since").toInstant(),
        instant(row.getTimestamp("answered_at")),
        instant(row.getTimestamp("turn_since")),
        row.getString("told"),
        instant(row.getTimestamp("closed_at")),
        outcome == null ? null : Chat.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        Topic.find(row.getString("tag")),
        seal.openNote(row.getObject("id", UUID.class), row.getBytes("note")),
        row.getInt("numbered"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
