package fi.rinnalla.advice;

import fi.rinnalla.storage.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.message`.
@Component
class MessageRows {
  private final JdbcClient jdbc;
  private final Json json;
  private final ChatSeal seal;

  MessageRows(JdbcClient jdbc, Json json, ChatSeal seal) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
  }

  /// The number of what came by this form already.
  Optional<Integer> find(UUID chat, UUID key) {
    return jdbc.sql("select number from advice.message where chat = :chat and key = :key")
        .param("chat", chat)
        .param("key", key)
        .query(Integer.class)
        .optional();
  }

  /// Gives the message the next number. The row of the chat is locked by it until the transaction
  /// is over, so whoever reads up to a number has read all before it (decision 0036).
  int add(UUID chat, UUID key, ChatMessage.Draft said, Instant now) {
    int number =
        jdbc.sql(
                """
                update advice.chat set numbered = numbered + 1 where id = :chat returning numbered
                """)
            .param("chat", chat)
            .query(Integer.class)
            .single();
    byte[] card = said.card() == null ? null : seal.card(chat, key, json.write(said.card()));
    jdbc.sql(
            """
            insert into advice.message (chat, number, sender, kind, name, body, card, key, said_at)
            values (:chat, :number, :sender, :kind, :name, :body, :card, :key, :now)
            """)
        .param("chat", chat)
        .param("number", number)
        .param("sender", said.sender().code())
        .param("kind", said.kind().code())
        .param("name", said.name())
        .param("body", seal.body(chat, key, said.body()))
        .param("card", card, Types.BINARY)
        .param("key", key)
        .param("now", Timestamp.from(now))
        .update();
    return number;
  }

  List<ChatMessage> after(UUID chat, int number) {
    return jdbc.sql(
            "select * from advice.message where chat = :chat and number > :number order by number")
        .param("chat", chat)
        .param("number", number)
        .query(this::message)
        .list();
  }

  private ChatMessage message(ResultSet row, int number) throws SQLException {
    UUID chat = row.getObject("chat", UUID.class);
    UUID key = row.getObject("key", UUID.class);
    byte[] sealed = row.getBytes("card");
    String card = sealed == null ? "" : seal.openCard(chat, key, sealed);
    return new ChatMessage(
        row.getInt("number"),
        ChatMessage.Sender.valueOf(row.getString("sender").toUpperCase(Locale.ROOT)),
        ChatMessage.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        seal.openBody(chat, key, row.getBytes("body")),
        card.isEmpty() ? null : json.read(card, SharedCard.class),
        row.getTimestamp("said_at").toInstant());
  }
}
