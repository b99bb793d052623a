package fi.rinnalla.calendar;

import fi.rinnalla.directory.RecordsReplaced;
import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.Replacing;
import fi.rinnalla.storage.Succession;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// As [fi.rinnalla.directory.Replacements], for events. What an event points at follows, too.
@Component
public class EventReplacements {
  private static final String KIND = "event";

  private final EventRows rows;
  private final Replacing table;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EventReplacements(
      EventRows rows, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.table = new Replacing("calendar.event", jdbc);
    this.changes = new ChangeLog(jdbc, "calendar");
    this.events = events;
    this.clock = clock;
  }

  /// As [fi.rinnalla.directory.Replacements#replace].
  @Transactional
  public boolean replace(EventId goes, EventId stays) {
    Set<UUID> both = Set.of(goes.value(), stays.value());
    if (table.holdInSight(both).size() < both.size()) {
      return false;
    }
    Instant now = clock.instant();
    table.replace(goes.value(), stays.value(), now);
    changed(both, now);
    return true;
  }

  /// As [fi.rinnalla.directory.Replacements#restore].
  @Transactional
  public boolean restore(EventId goes, EventId stays) {
    Instant now = clock.instant();
    boolean restored = table.restore(goes.value(), stays.value(), now);
    if (restored) {
      changed(Set.of(goes.value(), stays.value()), now);
      cameOrWent(Set.of(goes.value()), now);
    }
    return restored;
  }

  /// The one that stands for an event at last; nothing when it stands for itself.
  public Optional<EventId> successor(EventId id) {
    UUID last = Succession.of(Map.of(KIND, table.inForce())).of(KIND, id.value());
    return last.equals(id.value()) ? Optional.empty() : Optional.of(new EventId(last));
  }

  /// As [fi.rinnalla.directory.Replacements#sources].
  public List<String> sources(EventId id) {
    return table.sources(id.value());
  }

  /// As [fi.rinnalla.directory.Replacements#withdrawn].
  public Set<UUID> withdrawn(Collection<UUID> ids) {
    return table.withdrawn(ids);
  }

  @EventListener
  void on(RecordsReplaced replaced) {
    Instant now = clock.instant();
    changed(rows.follow(replaced.kind(), replaced.ids(), now), now);
  }

  void cameOrWent(Set<UUID> ids, Instant now) {
    changed(ids.isEmpty() ? Set.of() : table.weigh(ids, now), now);
  }

  private void changed(Set<UUID> ids, Instant now) {
    changes.add(KIND, ids, now);
    if (!ids.isEmpty()) {
      events.publishEvent(new CalendarChanged(now));
    }
  }
}
