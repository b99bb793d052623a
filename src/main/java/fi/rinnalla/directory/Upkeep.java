package fi.rinnalla.directory;

import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.Vouching;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The directory's door for those who keep it true: somebody vouches for a record, tells that it
/// has ended, or the calendar turns.
@Component
public class Upkeep {
  private final Map<RecordKind, Vouching> tables = new EnumMap<>(RecordKind.class);
  private final JdbcClient jdbc;
  private final ChangeLog changes;
  private final FreshnessRule rule;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Upkeep(JdbcClient jdbc, FreshnessRule rule, ApplicationEventPublisher events, Clock clock) {
    for (RecordKind kind : RecordKind.values()) {
      tables.put(kind, new Vouching("directory." + kind.code(), jdbc));
    }
    this.jdbc = jdbc;
    this.changes = new ChangeLog(jdbc, "directory");
    this.rule = rule;
    this.events = events;
    this.clock = clock;
  }

  /// Somebody says today that the records are still so; one that was told to have ended comes back.
  ///
  /// @return those for which this is news
  @Transactional
  public Set<UUID> vouch(RecordKind kind, Collection<UUID> ids, Verification.Method by) {
    Instant now = clock.instant();
    Set<UUID> vouched = table(kind).vouch(ids, today(now), by.name(), now);
    changed(kind, vouched, now);
    return vouched;
  }

  /// Takes a record that has ended out of sight, also when its feed goes on telling of it. False
  /// when it was already.
  @Transactional
  public boolean end(RecordKind kind, UUID id) {
    Instant now = clock.instant();
    boolean ended = table(kind).end(id, now);
    changed(kind, ended ? Set.of(id) : Set.of(), now);
    return ended;
  }

  /// Tells the change log of those that have grown older, or younger, than it was told. The public
  /// pages then have nothing to count. Answers with how many.
  @Transactional
  public int turn() {
    Instant now = clock.instant();
    Map<UUID, OrganizationKind> kinds = organizationKinds();
    int turned = 0;
    for (RecordKind kind :
        List.of(RecordKind.ORGANIZATION, RecordKind.LOCATION, RecordKind.SERVICE)) {
      String organization = kind == RecordKind.ORGANIZATION ? "id" : "organization_id";
      turned += turn(kind, table(kind).standings(organization, "true"), kinds, now);
    }
    return turned;
  }

  private int turn(
      RecordKind kind,
      List<Vouching.Standing> standings,
      Map<UUID, OrganizationKind> kinds,
      Instant now) {
    Map<Freshness, List<UUID>> turned = turned(standings, kinds);
    turned.forEach((freshness, ids) -> {
      table(kind).told(ids, freshness.name());
      changed(kind, Set.copyOf(ids), now);
    });
    return turned.values().stream().mapToInt(List::size).sum();
  }

  /// Those whose freshness is another than was told, by what it is now.
  public Map<Freshness, List<UUID>> turned(
      List<Vouching.Standing> standings, Map<UUID, OrganizationKind> kinds) {
    Map<Freshness, List<UUID>> turned = new EnumMap<>(Freshness.class);
    for (Vouching.Standing it : standings) {
      @Nullable OrganizationKind of =
          it.organization() == null ? null : kinds.get(it.organization());
      Freshness now = rule.now(of, it.since());
      if (!now.name().equals(it.told())) {
        turned.computeIfAbsent(now, _ -> new ArrayList<>()).add(it.id());
      }
    }
    return turned;
  }

  /// What sort of body each organization is.
  public Map<UUID, OrganizationKind> organizationKinds() {
    Map<UUID, OrganizationKind> kinds = new HashMap<>();
    jdbc.sql("select id, body ->> 'organizationKind' from directory.organization")
        .query(row -> {
          kinds.put(row.getObject(1, UUID.class), OrganizationKind.valueOf(row.getString(2)));
        });
    return kinds;
  }

  /// Those that weren't fresh when [#turn] last looked.
  public Set<UUID> aged(RecordKind kind) {
    return table(kind).aged();
  }

  private Vouching table(RecordKind kind) {
    return Objects.requireNonNull(tables.get(kind));
  }

  private void changed(RecordKind kind, Set<UUID> ids, Instant now) {
    changes.add(kind.code(), ids, now);
    if (!ids.isEmpty()) {
      events.publishEvent(new DirectoryChanged(now));
    }
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, Zone.HELSINKI);
  }
}
