package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.reminders.EventReminder.State;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `reminders.reminder` and `reminders.link`, which only the house sees.
@Component
class EventReminderRows {
  private final JdbcClient jdbc;

  EventReminderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when the recipient has the same already.
  boolean add(EventReminder it) {
    return jdbc.sql(
                """
                insert into reminders.reminder (id, recipient, ref, event, recurrence_id, lang,
                                                state, made_at, ends_at, look_at)
                values (:id, :recipient, :ref, :event, :time, :lang, :state, :made, :ends, :made)
                on conflict do nothing
                """)
            .param("id", it.id().value())
            .param("recipient", it.recipient() == null ? null : it.recipient().value(), Types.OTHER)
            .param("ref", it.ref(), Types.OTHER)
            .param("event", it.event().value())
            .param("time", it.time(), Types.TIMESTAMP)
            .param("lang", it.lang().code())
            .param("state", it.state().code())
            .param("made", Timestamp.from(it.madeAt()))
            .param("ends", Timestamp.from(it.endsAt()))
            .update()
        == 1;
  }

  /// Gives a reminder that was refused before its recipient was known one, and leaves it refused.
  void address(UUID ref, RecipientId recipient) {
    jdbc.sql("update reminders.reminder set recipient = :recipient where ref = :ref")
        .param("ref", ref)
        .param("recipient", recipient.value())
        .update();
  }

  void become(EventReminderId id, State state, Instant endsAt, Instant now) {
    jdbc.sql(
            """
            update reminders.reminder set state = :state, ends_at = :ends, look_at = :now
             where id = :id
            """)
        .param("id", id.value())
        .param("state", state.code())
        .param("ends", Timestamp.from(endsAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  void delete(EventReminderId id) {
    jdbc.sql("delete from reminders.reminder where id = :id").param("id", id.value()).update();
  }

  Optional<EventReminder> find(EventReminderId id) {
    return jdbc.sql("select * from reminders.reminder where id = :id")
        .param("id", id.value())
        .query(EventReminderRows::reminder)
        .optional();
  }

  Optional<EventReminder> byRef(UUID ref) {
    return jdbc.sql("select * from reminders.reminder where ref = :ref")
        .param("ref", ref)
        .query(EventReminderRows::reminder)
        .optional();
  }

  Optional<EventReminder> byLink(String token) {
    return jdbc.sql(
            """
            select r.* from reminders.reminder r join reminders.link l on l.reminder = r.id
             where l.digest = :digest
            """)
        .param("digest", Sha256.of(token))
        .query(EventReminderRows::reminder)
        .optional();
  }

  void link(EventReminderId id, String token) {
    jdbc.sql("insert into reminders.link (digest, reminder) values (:digest, :id)")
        .param("digest", Sha256.of(token))
        .param("id", id.value())
        .update();
  }

  List<EventReminder> of(Collection<RecipientId> recipients) {
    return jdbc.sql(
            """
            select * from reminders.reminder
             where recipient = any (:recipients) order by made_at desc, id
            """)
        .param("recipients", recipients.stream().map(RecipientId::value).toArray(UUID[]::new))
        .query(EventReminderRows::reminder)
        .list();
  }

  /// One that it's time to look at; held until the transaction ends, and nobody else sees it
  /// meanwhile.
  Optional<EventReminder> due(Instant now) {
    return jdbc.sql(
            """
            select * from reminders.reminder
             where state = 'on' and look_at <= :now
             order by look_at limit 1 for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .query(EventReminderRows::reminder)
        .optional();
  }

  void lookAgain(EventReminderId id, Instant at, Instant endsAt) {
    jdbc.sql("update reminders.reminder set look_at = :at, ends_at = :ends where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .param("ends", Timestamp.from(endsAt))
        .update();
  }

  /// Has those looked at that have told something: the calendar may say something else by now.
  /// Whatever is due later asks it then.
  void lookAtTold(Instant now) {
    jdbc.sql(
            """
            update reminders.reminder r set look_at = :now
             where state = 'on' and look_at > :now
               and exists (select from reminders.told t
                            where t.recipient = r.recipient and t.event = r.event
                              and t.starts_at > :now)
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forgetEnded(Instant before, Instant now) {
    jdbc.sql(
            """
            delete from reminders.reminder
             where ends_at < :before or state = 'asked' and ends_at < :now
            """)
        .param("before", Timestamp.from(before))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static EventReminder reminder(ResultSet row, int number) throws SQLException {
    return new EventReminder(
        new EventReminderId(row.getObject("id", UUID.class)),
        recipient(row.getObject("recipient", UUID.class)),
        row.getObject("ref", UUID.class),
        new EventId(row.getObject("event", UUID.class)),
        row.getObject("recurrence_id", LocalDateTime.class),
        Lang.valueOf(row.getString("lang").toUpperCase(Locale.ROOT)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("ends_at").toInstant());
  }

  private static @Nullable RecipientId recipient(@Nullable UUID id) {
    return id == null ? null : new RecipientId(id);
  }
}
