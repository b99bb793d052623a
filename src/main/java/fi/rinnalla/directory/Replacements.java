package fi.rinnalla.directory;

import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.Replacing;
import fi.rinnalla.storage.Succession;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The directory's door for those who make two records one. The one that goes is out of sight, and
/// what points at it leads to the one that stays, whatever the feeds go on to say (decision 0026).
@Component
public class Replacements {
  private final Map<RecordKind, Replacing> tables = new EnumMap<>(RecordKind.class);
  private final RecordRows rows;
  private final Successors successors;
  private final Twins twins;
  private final ChangeLog changes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Replacements(
      RecordRows rows,
      Successors successors,
      Twins twins,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    for (RecordKind kind : RecordKind.values()) {
      tables.put(kind, new Replacing("directory." + kind.code(), jdbc));
    }
    this.rows = rows;
    this.successors = successors;
    this.twins = twins;
    this.changes = new ChangeLog(jdbc, "directory");
    this.events = events;
    this.clock = clock;
  }

  /// From now on one stands for the other. False, and nothing has changed, when one of the two
  /// isn't in sight any more; so no circle can come about.
  @Transactional
  public boolean replace(RecordKind kind, UUID goes, UUID stays) {
    Set<UUID> both = Set.of(goes, stays);
    if (table(kind).holdInSight(both).size() < both.size()) {
      return false;
    }
    Instant now = clock.instant();
    table(kind).replace(goes, stays, now);
    follow(kind, both, now);
    return true;
  }

  /// The one that went stands for itself again. False when it doesn't stand there any more.
  @Transactional
  public boolean restore(RecordKind kind, UUID goes, UUID stays) {
    Instant now = clock.instant();
    boolean restored = table(kind).restore(goes, stays, now);
    if (restored) {
      // What leads here by more steps may have nobody left to stand for it.
      Set<UUID> turned = table(kind).weigh(Set.of(goes), now);
      follow(kind, both(Set.of(goes, stays), turned), now);
    }
    return restored;
  }

  /// The one that stands for a record at last; nothing when it stands for itself.
  public Optional<UUID> successor(RecordKind kind, UUID id) {
    UUID last = successors.inForce().of(kind.code(), id);
    return last.equals(id) ? Optional.empty() : Optional.of(last);
  }

  /// Leads on once more whatever still points at what another stands for: it may have landed in the
  /// very moment of a merge.
  @Transactional
  public void leadOn() {
    Instant now = clock.instant();
    tables.forEach((kind, table) -> {
      Set<UUID> replaced = table.inForce().keySet();
      if (!replaced.isEmpty()) {
        lead(kind, replaced, now);
      }
    });
  }

  /// The sources of all that a record stands for.
  public List<String> sources(RecordKind kind, UUID id) {
    return table(kind).sources(id);
  }

  /// Those of the records whose sources have taken them away.
  public Set<UUID> withdrawn(RecordKind kind, Collection<UUID> ids) {
    return table(kind).withdrawn(ids);
  }

  /// Records landed or were withdrawn: those they stand for go out of sight, or come back when
  /// nothing is left that stands for them.
  void cameOrWent(RecordKind kind, Set<UUID> ids, Instant now) {
    Set<UUID> turned = ids.isEmpty() ? Set.of() : table(kind).weigh(ids, now);
    if (!turned.isEmpty()) {
      follow(kind, both(ids, turned), now);
    }
    settle(kind, ids, now);
  }

  private void settle(RecordKind kind, Set<UUID> ids, Instant now) {
    if (kind == RecordKind.SERVICE_AT_LOCATION) {
      changed(kind, twins.settle(ids, now), now);
    }
  }

  /// Leads on, or back, all that points at the records.
  private void follow(RecordKind kind, Set<UUID> touched, Instant now) {
    changed(kind, touched, now);
    // What points at them by more than one step leads to the last.
    Succession inForce = successors.inForce();
    Set<UUID> ids = new HashSet<>(touched);
    touched.forEach(it -> ids.add(inForce.of(kind.code(), it)));
    lead(kind, ids, now);
  }

  private void lead(RecordKind kind, Set<UUID> ids, Instant now) {
    Map<RecordKind, Set<UUID>> led = rows.follow(kind, ids, now);
    led.forEach((from, changed) -> changed(from, changed, now));
    settle(
        RecordKind.SERVICE_AT_LOCATION,
        led.getOrDefault(RecordKind.SERVICE_AT_LOCATION, Set.of()),
        now);
    events.publishEvent(new RecordsReplaced(kind, ids));
  }

  private static Set<UUID> both(Collection<UUID> some, Collection<UUID> others) {
    Set<UUID> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  private Replacing table(RecordKind kind) {
    return Objects.requireNonNull(tables.get(kind));
  }

  private void changed(RecordKind kind, Set<UUID> ids, Instant now) {
    changes.add(kind.code(), List.copyOf(ids), now);
    if (!ids.isEmpty()) {
      events.publishEvent(new DirectoryChanged(now));
    }
  }
}
