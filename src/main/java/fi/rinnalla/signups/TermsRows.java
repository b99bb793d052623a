package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `signups.terms`.
@Component
class TermsRows {
  private final JdbcClient jdbc;

  TermsRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Terms> find(EventId event) {
    return of(event, "select * from signups.terms where event = :event");
  }

  /// The terms, which stay as they are until the end of the transaction: whoever takes a place
  /// takes it by what was told. Any number take places side by side.
  Optional<Terms> keep(EventId event) {
    return of(event, "select * from signups.terms where event = :event for share");
  }

  /// The terms, held for a change: those who are taking a place meanwhile come first.
  Optional<Terms> hold(EventId event) {
    return of(event, "select * from signups.terms where event = :event for update");
  }

  private Optional<Terms> of(EventId event, String select) {
    return jdbc.sql(select)
        .param("event", event.value())
        .query((row, _) ->
            new Terms(
                event,
                new OrganizationId(row.getObject("organization", UUID.class)),
                Terms.Scope.find(row.getString("scope")).orElseThrow(),
                Terms.Unit.find(row.getString("unit")).orElseThrow(),
                row.getInt("capacity"),
                row.getBoolean("queues"),
                row.getInt("closes_hours"),
                row.getBoolean("is_open")))
        .optional();
  }

  void put(Terms terms, Instant now) {
    jdbc.sql(
            """
            insert into signups.terms
              (event, organization, scope, unit, capacity, queues, closes_hours, is_open, changed_at)
            values (:event, :organization, :scope, :unit, :capacity, :queues, :closes, :open, :now)
            on conflict (event) do update
              set organization = :organization, scope = :scope, unit = :unit,
                  capacity = :capacity, queues = :queues, closes_hours = :closes, is_open = :open,
                  changed_at = :now
            """)
        .param("event", terms.event().value())
        .param("organization", terms.organization().value())
        .param("scope", terms.scope().code())
        .param("unit", terms.unit().code())
        .param("capacity", terms.capacity())
        .param("queues", terms.queues())
        .param("closes", terms.closesHours())
        .param("open", terms.open())
        .param("now", Timestamp.from(now))
        .update();
  }
}
