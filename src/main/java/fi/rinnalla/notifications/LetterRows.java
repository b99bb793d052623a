package fi.rinnalla.notifications;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vault.HouseKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `notifications.letter` and `notifications.demo_letter`, which only the house sees.
@Component
class LetterRows {
  static final String LETTER = "notifications.letter.sealed";
  private static final String SHOWN = "notifications.demo_letter.sealed";

  private final JdbcClient jdbc;
  private final HouseWork house;
  private final Json json;
  private final HouseKey houseKey;

  LetterRows(JdbcClient jdbc, HouseWork house, Json json, HouseKey houseKey) {
    this.jdbc = jdbc;
    this.house = house;
    this.json = json;
    this.houseKey = houseKey;
  }

  /// What became of a letter.
  enum Outcome {
    SENT,
    FAILED
  }

  /// Which way it goes.
  enum Channel {
    EMAIL,
    PUSH;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A letter held for sending, its words still unread: whether they can be is known when they are.
  record Claimed(LetterId id, Channel channel, Supplier<String> body, int tries) {}

  /// A letter as the demonstration shows it.
  record Shown(Letter letter, Instant at) {}

  /// False when a letter of this key has been handed in before.
  boolean put(LetterId id, byte[] key, Letter letter, Instant now, Instant due, Instant giveUp) {
    return put(
        id,
        key,
        Channel.EMAIL,
        letter.urgency(),
        json.write(letter),
        recipient(letter.to()),
        now,
        due,
        giveUp);
  }

  boolean put(LetterId id, byte[] key, Push push, Instant now, Instant giveUp) {
    return put(
        id, key, Channel.PUSH, Letter.Urgency.CALM, json.write(push), null, now, now, giveUp);
  }

  private boolean put(
      LetterId id,
      byte[] key,
      Channel channel,
      Letter.Urgency urgency,
      String body,
      byte @Nullable [] recipient,
      Instant now,
      Instant due,
      Instant giveUp) {
    return house.step(() ->
        jdbc.sql(
                    """
                    insert into notifications.letter
                           (id, key_hash, channel, urgency, sealed, recipient, written_at, due_at,
                            give_up_at)
                    values (:id, :key, :channel, :urgency, :sealed, :recipient, :now, :due, :giveUp)
                        on conflict (key_hash) do nothing
                    """)
                .param("id", id.value())
                .param("key", key)
                .param("channel", channel.code())
                .param("urgency", urgency.name())
                .param("sealed", houseKey.seal(LETTER, id.value(), body))
                .param("recipient", recipient, Types.BINARY)
                .param("now", Timestamp.from(now))
                .param("due", Timestamp.from(due))
                .param("giveUp", Timestamp.from(giveUp))
                .update()
            == 1);
  }

  /// Notes that an address is asked, unless it has been so often since then. Two at once stand in a
  /// line.
  boolean ask(EmailAddress to, Instant since, int most, Instant now) {
    byte[] recipient = recipient(to);
    return house.step(() -> {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:recipient, 'hex'), 7))")
          .param("recipient", recipient)
          .query(row -> {});
      return jdbc.sql(
                  """
                  insert into notifications.asked (recipient, at)
                  select :recipient, :now
                   where (select count(*) from notifications.asked
                           where recipient = :recipient and at > :since) < :most
                  """)
              .param("recipient", recipient)
              .param("now", Timestamp.from(now))
              .param("since", Timestamp.from(since))
              .param("most", most)
              .update()
          == 1;
    });
  }

  void forgetAsked(Instant before) {
    house.step(() ->
        jdbc.sql("delete from notifications.asked where at < :before")
            .param("before", Timestamp.from(before))
            .update());
  }

  boolean withdraw(byte[] key) {
    return house.step(() ->
        jdbc.sql("delete from notifications.letter where key_hash = :key and outcome = 'WAITING'")
                .param("key", key)
                .update()
            == 1);
  }

  /// Addresses are compared as those who sign in write them: in any case of letters.
  void forget(EmailAddress to) {
    house.step(() -> {
      String address = to.value().toLowerCase(Locale.ROOT);
      jdbc.sql(
              """
              delete from notifications.letter
               where outcome = 'WAITING'
                 and (recipient = :recipient or lower(body -> 'to' ->> 'value') = :address)
              """)
          .param("recipient", recipient(to))
          .param("address", address)
          .update();
      return jdbc.sql(
              """
              delete from notifications.demo_letter
               where recipient = :recipient or lower(body -> 'to' ->> 'value') = :address
              """)
          .param("recipient", recipient(to))
          .param("address", address)
          .update();
    });
  }

  /// The next letter that is due, urgent ones first. It's held until the transaction ends, and no
  /// other sender sees it meanwhile.
  ///
  /// @param heldAtMost while its process says nothing
  /// @param mailToo whether letters leave, or only what goes to browsers
  Optional<Claimed> claim(Instant now, boolean calmToo, boolean mailToo, Duration heldAtMost) {
    house.holdAtMost(heldAtMost);
    return house.step(() ->
        jdbc.sql(
                """
                select id, channel, sealed, body::text as body, tries
                  from notifications.letter
                 where outcome = 'WAITING'
                   and due_at <= :now
                   and give_up_at > :now
                   and (:calmToo or urgency = 'NOW')
                   and (:mailToo or channel <> 'email')
                 order by urgency = 'NOW' desc, due_at
                 limit 1
                   for update skip locked
                """)
            .param("now", Timestamp.from(now))
            .param("calmToo", calmToo)
            .param("mailToo", mailToo)
            .query((row, _) ->
                new Claimed(
                    new LetterId(row.getObject("id", UUID.class)),
                    Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                    words(LETTER, row),
                    row.getInt("tries")))
            .optional());
  }

  /// Whether the letter is still held. The lock goes with the connection, so it's enough that this
  /// one answers: a session that PostgreSQL has ended doesn't.
  boolean isHeld(LetterId id) {
    try {
      return house.step(() ->
          jdbc.sql("select exists (select from notifications.letter where id = :id)")
              .param("id", id.value())
              .query(Boolean.class)
              .single());
    } catch (DataAccessException gone) {
      return false;
    }
  }

  /// Keeps that it was so, and nothing of what the letter was.
  void finish(LetterId id, Outcome outcome, Instant now) {
    house.step(() ->
        jdbc.sql(
                """
                update notifications.letter
                   set outcome = :outcome, finished_at = :now, body = null, sealed = null,
                       recipient = null, tries = tries + 1
                 where id = :id
                """)
            .param("id", id.value())
            .param("outcome", outcome.name())
            .param("now", Timestamp.from(now))
            .update());
  }

  void postpone(LetterId id, Instant due) {
    house.step(() ->
        jdbc.sql(
                """
                update notifications.letter
                   set tries = tries + 1, due_at = :due
                 where id = :id
                """)
            .param("id", id.value())
            .param("due", Timestamp.from(due))
            .update());
  }

  /// Gives up those whose time has run out; answers with their number.
  int giveUp(Instant now) {
    return house.step(() ->
        jdbc.sql(
                """
                update notifications.letter
                   set outcome = 'FAILED', finished_at = :now, body = null, sealed = null,
                       recipient = null
                 where id in (select id
                                from notifications.letter
                               where outcome = 'WAITING' and give_up_at <= :now
                                 for update skip locked)
                """)
            .param("now", Timestamp.from(now))
            .update());
  }

  int waiting() {
    return house.step(() ->
        jdbc.sql("select count(*) from notifications.letter where outcome = 'WAITING'")
            .query(Integer.class)
            .single());
  }

  void forgetFinished(Instant before) {
    house.step(() ->
        jdbc.sql(
                "delete from notifications.letter where outcome <> 'WAITING' and finished_at < :before")
            .param("before", Timestamp.from(before))
            .update());
  }

  void show(LetterId id, Letter letter, Instant now) {
    house.step(() ->
        jdbc.sql(
                """
                insert into notifications.demo_letter (id, sealed, recipient, shown_at)
                values (:id, :sealed, :recipient, :now)
                    on conflict (id) do nothing
                """)
            .param("id", id.value())
            .param("sealed", houseKey.seal(SHOWN, id.value(), json.write(letter)))
            .param("recipient", recipient(letter.to()))
            .param("now", Timestamp.from(now))
            .update());
  }

  List<Shown> shown(Instant after, int most) {
    return house.step(() ->
        jdbc.sql(
                """
                select id, sealed, body::text as body, shown_at
                  from notifications.demo_letter
                 where shown_at > :after
                 order by shown_at desc, id
                 limit :most
                """)
            .param("after", Timestamp.from(after))
            .param("most", most)
            .query((row, _) ->
                new Shown(letter(body(SHOWN, row)), row.getTimestamp("shown_at").toInstant()))
            .list());
  }

  void forgetShown(Instant before) {
    house.step(() ->
        jdbc.sql("delete from notifications.demo_letter where shown_at <= :before")
            .param("before", Timestamp.from(before))
            .update());
  }

  String body(String place, ResultSet row) throws SQLException {
    return words(place, row).get();
  }

  /// A letter of before it was sealed is as it was written.
  private Supplier<String> words(String place, ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    String body = row.getString("body");
    UUID id = row.getObject("id", UUID.class);
    return () -> sealed == null ? body : houseKey.open(place, id, sealed);
  }

  private byte[] recipient(EmailAddress to) {
    return houseKey.digest(LETTER, to.value().toLowerCase(Locale.ROOT));
  }

  Push push(String body) {
    return json.read(body, Push.class);
  }

  Letter letter(String body) {
    return json.read(body, Letter.class);
  }
}
