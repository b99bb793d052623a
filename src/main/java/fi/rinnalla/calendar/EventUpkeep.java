package fi.rinnalla.calendar;

import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.Vouching;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// As [Upkeep], for events. Only those that repeat grow old; what is held once goes by itself.
@Component
public class EventUpkeep {
  private static final String REPEATING =
      """
      (body #>> '{rule,rrule}' is not null or body #>> '{rule,extra}' <> '[]')
      """;

  private final Vouching table;
  private final ChangeLog changes;
  private final Upkeep directory;
  private final FreshnessRule rule;
  private final Showing showing;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EventUpkeep(
      JdbcClient jdbc,
      Upkeep directory,
      FreshnessRule rule,
      Showing showing,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = new Vouching("calendar.event", jdbc);
    this.changes = new ChangeLog(jdbc, "calendar");
    this.directory = directory;
    this.rule = rule;
    this.showing = showing;
    this.events = events;
    this.clock = clock;
  }

  /// How fresh the event is today.
  ///
  /// @param organizer what sort of body its organizer is; null when none is told
  public Freshness freshness(EventListing event, @Nullable OrganizationKind organizer) {
    return event.since().map(since -> rule.now(organizer, since)).orElse(Freshness.FRESH);
  }

  /// As [#freshness(EventListing, OrganizationKind)], by what sort of body its organizer is.
  public Freshness freshness(EventListing event) {
    return freshness(event, showing.kind(event.event().organizer()));
  }

  /// As [Showing#isShown].
  public boolean isShown(EventListing event) {
    return !event.isWithdrawn() && freshness(event).isFound();
  }

  /// As [Upkeep#vouch].
  @Transactional
  public Set<EventId> vouch(Collection<EventId> ids, Verification.Method by) {
    Instant now = clock.instant();
    Set<UUID> vouched =
        table.vouch(ids.stream().map(EventId::value).toList(), today(now), by.name(), now);
    changed(vouched, now);
    return vouched.stream().map(EventId::new).collect(Collectors.toSet());
  }

  /// As [Upkeep#end].
  @Transactional
  public boolean end(EventId id) {
    Instant now = clock.instant();
    boolean ended = table.end(id.value(), now);
    changed(ended ? Set.of(id.value()) : Set.of(), now);
    return ended;
  }

  /// As [Upkeep#turn].
  @Transactional
  public int turn() {
    Instant now = clock.instant();
    Map<Freshness, List<UUID>> turned =
        directory.turned(
            table.standings("organization_id", REPEATING), directory.organizationKinds());
    turned.forEach((freshness, ids) -> {
      table.told(ids, freshness.name());
      changed(Set.copyOf(ids), now);
    });
    return turned.values().stream().mapToInt(List::size).sum();
  }

  /// Those that weren't fresh when [#turn] last looked.
  public List<EventId> aged() {
    return table.aged().stream().map(EventId::new).toList();
  }

  private void changed(Set<UUID> ids, Instant now) {
    changes.add("event", ids, now);
    if (!ids.isEmpty()) {
      events.publishEvent(new CalendarChanged(now));
    }
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, Zone.HELSINKI);
  }
}
