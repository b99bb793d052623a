package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `signups.slot` and `signups.known_time`.
@Component
class SlotRows {
  private final JdbcClient jdbc;

  SlotRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A time as those who signed up know it.
  record KnownTime(LocalDateTime time, Instant start, Instant end, boolean cancelled) {
    static KnownTime of(Occurrence one) {
      return new KnownTime(one.recurrenceId(), one.start(), one.end(), one.cancelled());
    }
  }

  /// The slot, made when there is none yet, and held until the end of the transaction: who takes a
  /// place sees all that those before took.
  Slot hold(Slot slot) {
    int made =
        jdbc.sql(
                """
                insert into signups.slot
                  (id, event, organization, recurrence_id, starts_at, ends_at)
                values (:id, :event, :organization, :time, :start, :end)
                on conflict do nothing
                """)
            .param("id", slot.id().value())
            .param("event", slot.event().value())
            .param("organization", slot.organization().value())
            .param("time", slot.time(), Types.TIMESTAMP)
            .param("start", Timestamp.from(slot.startsAt()))
            .param("end", Timestamp.from(slot.endsAt()))
            .update();
    return made == 1
        ? slot
        : jdbc.sql(
                """
                select * from signups.slot
                 where event = :event and recurrence_id is not distinct from :time for update
                """)
            .param("event", slot.event().value())
            .param("time", slot.time(), Types.TIMESTAMP)
            .query(SlotRows::slot)
            .single();
  }

  /// As [#hold(Slot)], of one that is there.
  Slot hold(SlotId id) {
    return jdbc.sql("select * from signups.slot where id = :id for update")
        .param("id", id.value())
        .query(SlotRows::slot)
        .single();
  }

  Slot get(SlotId id) {
    return jdbc.sql("select * from signups.slot where id = :id")
        .param("id", id.value())
        .query(SlotRows::slot)
        .single();
  }

  Optional<Slot> find(EventId event, @Nullable LocalDateTime time) {
    return jdbc.sql(
            """
            select * from signups.slot
             where event = :event and recurrence_id is not distinct from :time
            """)
        .param("event", event.value())
        .param("time", time, Types.TIMESTAMP)
        .query(SlotRows::slot)
        .optional();
  }

  List<Slot> of(EventId event) {
    return jdbc.sql("select * from signups.slot where event = :event order by id")
        .param("event", event.value())
        .query(SlotRows::slot)
        .list();
  }

  /// Those not over yet for which somebody has signed up.
  List<Slot> alive(Instant now) {
    return jdbc.sql(
            """
            select * from signups.slot s
             where ends_at > :now
               and exists (select from signups.signup where slot = s.id)
             order by id
            """)
        .param("now", Timestamp.from(now))
        .query(SlotRows::slot)
        .list();
  }

  /// Those that ended before this and still have sign-ups.
  List<SlotId> endedBefore(Instant time) {
    return jdbc.sql(
            """
            select id from signups.slot s
             where ends_at < :time and exists (select from signups.signup where slot = s.id)
             order by id
            """)
        .param("time", Timestamp.from(time))
        .query((row, _) -> new SlotId(row.getObject(1, UUID.class)))
        .list();
  }

  void move(SlotId id, Instant start, Instant end) {
    jdbc.sql("update signups.slot set starts_at = :start, ends_at = :end where id = :id")
        .param("id", id.value())
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(end))
        .update();
  }

  Map<LocalDateTime, KnownTime> known(SlotId slot) {
    Map<LocalDateTime, KnownTime> known = new LinkedHashMap<>();
    jdbc.sql("select * from signups.known_time where slot = :slot order by starts_at")
        .param("slot", slot.value())
        .query((row, _) ->
            new KnownTime(
                row.getObject("recurrence_id", LocalDateTime.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("cancelled")))
        .list()
        .forEach(it -> known.put(it.time(), it));
    return known;
  }

  void know(SlotId slot, KnownTime time) {
    jdbc.sql(
            """
            insert into signups.known_time (slot, recurrence_id, starts_at, ends_at, cancelled)
            values (:slot, :time, :start, :end, :cancelled)
            on conflict (slot, recurrence_id) do update
              set starts_at = :start, ends_at = :end, cancelled = :cancelled
            """)
        .param("slot", slot.value())
        .param("time", time.time())
        .param("start", Timestamp.from(time.start()))
        .param("end", Timestamp.from(time.end()))
        .param("cancelled", time.cancelled())
        .update();
  }

  /// Lets go of all that is personal of a slot, and keeps how many there were.
  void forget(SlotId slot) {
    jdbc.sql(
            """
            update signups.slot s
               set families = t.families, adults = t.adults, children = t.children,
                   present = t.present, absent = t.absent
              from (select count(*) as families, coalesce(sum(adults), 0) as adults,
                           coalesce(sum(cardinality(children)), 0) as children,
                           coalesce(sum((select count(*) from signups.attendance a
                                where a.signup = p.id and mark = 'present')), 0) as present,
                           coalesce(sum((select count(*) from signups.attendance a
                                where a.signup = p.id and mark = 'absent')), 0) as absent
                      from signups.signup p where slot = :slot and state = 'confirmed') t
             where s.id = :slot
            """)
        .param("slot", slot.value())
        .update();
    jdbc.sql("delete from signups.signup where slot = :slot").param("slot", slot.value()).update();
  }

  private static Slot slot(ResultSet row, int number) throws SQLException {
    return new Slot(
        new SlotId(row.getObject("id", UUID.class)),
        new EventId(row.getObject("event", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getObject("recurrence_id", LocalDateTime.class),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant());
  }
}
