package fi.rinnalla.meetups;

import fi.rinnalla.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `meetups.message` and `meetups.alert`.
@Component
class BoardRows {
  private final JdbcClient jdbc;

  BoardRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Message it) {
    jdbc.sql(
            """
            insert into meetups.message
              (id, gathering, author, author_name, by_host, words, state, written_at)
            values (:id, :gathering, :author, :name, :host, :words, :state, :at)
            on conflict (id) do update set words = :words, state = :state
            """)
        .param("id", it.id())
        .param("gathering", it.gathering())
        .param("author", it.author() == null ? null : it.author().value(), Types.OTHER)
        .param("name", it.authorName())
        .param("host", it.byHost())
        .param("words", it.words())
        .param("state", it.state().code())
        .param("at", Timestamp.from(it.writtenAt()))
        .update();
  }

  Optional<Message> find(UUID gathering, UUID id) {
    return jdbc.sql("select * from meetups.message where gathering = :gathering and id = :id")
        .param("gathering", gathering)
        .param("id", id)
        .query(BoardRows::message)
        .optional();
  }

  /// The oldest first, without those that were taken away.
  List<Message> of(UUID gathering) {
    return jdbc.sql(
            """
            select * from meetups.message where gathering = :gathering and state <> 'removed'
             order by written_at, id
            """)
        .param("gathering", gathering)
        .query(BoardRows::message)
        .list();
  }

  int writtenSince(UUID gathering, PersonId author, Instant time) {
    return jdbc.sql(
            """
            select count(*) from meetups.message
             where gathering = :gathering and author = :author and written_at > :time
            """)
        .param("gathering", gathering)
        .param("author", author.value())
        .param("time", Timestamp.from(time))
        .query(Integer.class)
        .single();
  }

  /// What was told of one thing and nobody has looked at.
  record Told(int people, boolean trusted) {}

  /// Somebody's word; said twice it's one, and the second time false.
  boolean alert(
      UUID gathering,
      @Nullable UUID message,
      PersonId reporter,
      boolean trusted,
      Alerts.Why why,
      Instant now) {
    return jdbc.sql(
                """
                insert into meetups.alert (id, gathering, message, reporter, trusted, why, told_at)
                values (gen_random_uuid(), :gathering, :message, :reporter, :trusted, :why, :now)
                on conflict do nothing
                """)
            .param("gathering", gathering)
            .param("message", message, Types.OTHER)
            .param("reporter", reporter.value())
            .param("trusted", trusted)
            .param("why", why.code())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Visitors count by the day on which most of them told: one who comes back on three days isn't
  /// three.
  Told told(UUID gathering, @Nullable UUID message) {
    return jdbc.sql(
            """
            with open as (
              select * from meetups.alert
               where gathering = :gathering and message is not distinct from :message
                 and settled_at is null
            ), days as (
              select count(*) as visitors from open where visitor
               group by (told_at at time zone 'Europe/Helsinki')::date
            )
            select (select count(*) from open where not visitor)
                   + coalesce((select max(visitors) from days), 0),
                   coalesce((select bool_or(trusted) from open), false)
            """)
        .param("gathering", gathering)
        .param("message", message, Types.OTHER)
        .query((row, _) -> new Told(row.getInt(1), row.getBoolean(2)))
        .single();
  }

  /// The word of somebody who isn't signed in.
  void alert(UUID gathering, Alerts.Why why, Instant now) {
    jdbc.sql(
            """
            insert into meetups.alert
              (id, gathering, reporter, trusted, visitor, why, told_at)
            values (gen_random_uuid(), :gathering, gen_random_uuid(), false, true, :why, :now)
            """)
        .param("gathering", gathering)
        .param("why", why.code())
        .param("now", Timestamp.from(now))
        .update();
  }

  /// A thing that people have told of.
  record Open(UUID gathering, @Nullable UUID message, int people, List<String> why) {}

  List<Open> open() {
    return jdbc.sql(
            """
            select gathering, message, count(*) as people, array_agg(distinct why) as why
              from meetups.alert where settled_at is null
             group by gathering, message order by min(told_at), gathering, message
            """)
        .query((row, _) ->
            new Open(
                row.getObject("gathering", UUID.class),
                row.getObject("message", UUID.class),
                row.getInt("people"),
                List.of((String[]) row.getArray("why").getArray())))
        .list();
  }

  int settle(UUID gathering, @Nullable UUID message, Instant now) {
    return jdbc.sql(
            """
            update meetups.alert set settled_at = :now
             where gathering = :gathering and message is not distinct from :message
               and settled_at is null
            """)
        .param("gathering", gathering)
        .param("message", message, Types.OTHER)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The board goes on elsewhere, with what was told of its messages.
  void move(UUID from, UUID to) {
    for (String sql :
        List.of(
            "update meetups.message set gathering = :to where gathering = :from",
            "update meetups.alert set gathering = :to"
                + " where gathering = :from and message is not null")) {
      jdbc.sql(sql).param("from", from).param("to", to).update();
    }
  }

  void forget(PersonId person) {
    jdbc.sql("delete from meetups.message where author = :person")
        .param("person", person.value())
        .update();
    // Their word still counts, under an id that leads nowhere.
    jdbc.sql("update meetups.alert set reporter = gen_random_uuid() where reporter = :person")
        .param("person", person.value())
        .update();
  }

  private static Message message(ResultSet row, int number) throws SQLException {
    UUID author = row.getObject("author", UUID.class);
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("gathering", UUID.class),
        author == null ? null : new PersonId(author),
        row.getString("author_name"),
        row.getBoolean("by_host"),
        row.getString("words"),
        Message.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getTimestamp("written_at").toInstant());
  }
}
