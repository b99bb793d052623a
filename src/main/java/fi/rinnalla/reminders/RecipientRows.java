package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.reminders.Recipient.Channel;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `reminders.recipient`, `reminders.told` and `reminders.browser`, which only the
/// house sees.
@Component
class RecipientRows {
  private final JdbcClient jdbc;

  RecipientRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What a recipient was told of a time last.
  record Told(Instant start, boolean off, int number) {}

  static String lower(EmailAddress email) {
    return email.value().toLowerCase(Locale.ROOT);
  }

  /// The recipient of an address, made when there is none yet.
  RecipientId of(Channel channel, String address, @Nullable PersonId person, Instant now) {
    UUID id =
        jdbc.sql(
                """
                insert into reminders.recipient (id, channel, address, person, made_at)
                values (:id, :channel, :address, :person, :now)
                on conflict (address) do update
                  set person = coalesce(excluded.person, recipient.person)
                returning id
                """)
            .param("id", UUID.randomUUID())
            .param("channel", channel.code())
            .param("address", address)
            .param("person", person == null ? null : person.value(), Types.OTHER)
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .single();
    return new RecipientId(id);
  }

  Recipient get(RecipientId id) {
    return jdbc.sql("select * from reminders.recipient where id = :id")
        .param("id", id.value())
        .query(RecipientRows::recipient)
        .single();
  }

  Optional<RecipientId> find(String address) {
    return jdbc.sql("select id from reminders.recipient where address = :address")
        .param("address", address)
        .query((row, _) -> new RecipientId(row.getObject(1, UUID.class)))
        .optional();
  }

  void delete(RecipientId id) {
    jdbc.sql("delete from reminders.recipient where id = :id").param("id", id.value()).update();
  }

  void deleteOf(PersonId person) {
    jdbc.sql("delete from reminders.recipient where person = :person")
        .param("person", person.value())
        .update();
  }

  void forgetIdle(RecipientId id) {
    jdbc.sql(
            """
            delete from reminders.recipient
             where id = :id and not exists (select from reminders.reminder where recipient = :id)
            """)
        .param("id", id.value())
        .update();
  }

  /// Those that nothing is left to remind of.
  void forgetIdle() {
    jdbc.sql(
            """
            delete from reminders.recipient r
             where not exists (select from reminders.reminder where recipient = r.id)
            """)
        .update();
  }

  Map<LocalDateTime, Told> told(RecipientId recipient, EventId event) {
    Map<LocalDateTime, Told> told = new LinkedHashMap<>();
    jdbc.sql("select * from reminders.told where recipient = :recipient and event = :event")
        .param("recipient", recipient.value())
        .param("event", event.value())
        .query((row, _) ->
            Map.entry(
                row.getObject("recurrence_id", LocalDateTime.class),
                new Told(
                    row.getTimestamp("starts_at").toInstant(),
                    row.getBoolean("off"),
                    row.getInt("number"))))
        .list()
        .forEach(it -> told.put(it.getKey(), it.getValue()));
    return told;
  }

  /// Marks that the recipient is told this of the time; answers with which telling it is, or with
  /// nothing when they were told just this already. Two who try at once wait for each other here.
  Optional<Integer> tell(
      RecipientId recipient, EventId event, LocalDateTime time, Instant start, boolean off) {
    return jdbc.sql(
            """
            insert into reminders.told as t (recipient, event, recurrence_id, starts_at, off)
            values (:recipient, :event, :time, :start, :off)
            on conflict (recipient, event, recurrence_id) do update
              set starts_at = :start, off = :off, number = t.number + 1
              where t.starts_at <> :start or t.off <> :off
            returning number
            """)
        .param("recipient", recipient.value())
        .param("event", event.value())
        .param("time", time)
        .param("start", Timestamp.from(start))
        .param("off", off)
        .query(Integer.class)
        .optional();
  }

  void untell(RecipientId recipient, EventId event, LocalDateTime time) {
    jdbc.sql(
            """
            delete from reminders.told
             where recipient = :recipient and event = :event and recurrence_id = :time
            """)
        .param("recipient", recipient.value())
        .param("event", event.value())
        .param("time", time)
        .update();
  }

  void forgetTold(Instant before) {
    jdbc.sql("delete from reminders.told where starts_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  void open(String browser, RecipientId recipient, Instant until) {
    jdbc.sql(
            """
            insert into reminders.browser (digest, recipient, until)
            values (:digest, :recipient, :until)
            on conflict (digest, recipient) do update set until = :until
            """)
        .param("digest", Sha256.of(browser))
        .param("recipient", recipient.value())
        .param("until", Timestamp.from(until))
        .update();
  }

  List<RecipientId> opened(String browser, Instant now) {
    return jdbc.sql(
            "select recipient from reminders.browser where digest = :digest and until > :now")
        .param("digest", Sha256.of(browser))
        .param("now", Timestamp.from(now))
        .query((row, _) -> new RecipientId(row.getObject(1, UUID.class)))
        .list();
  }

  void forgetOpened(Instant now) {
    jdbc.sql("delete from reminders.browser where until <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Recipient recipient(ResultSet row, int number) throws SQLException {
    return new Recipient(
        new RecipientId(row.getObject("id", UUID.class)),
        Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("address"));
  }
}
