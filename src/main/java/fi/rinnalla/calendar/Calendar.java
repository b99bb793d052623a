package fi.rinnalla.calendar;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.storage.ChangeLog;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.vocabulary.ChangeMark;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The door of the calendar.
@Component
public class Calendar {
  private static final Logger LOG = LoggerFactory.getLogger(Calendar.class);

  private final EventRows rows;
  private final OccurrenceRows occurrences;
  private final EventReplacements replacements;
  private final ChangeLog changes;
  private final CalendarSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Calendar(
      EventRows rows,
      OccurrenceRows occurrences,
      EventReplacements replacements,
      JdbcClient jdbc,
      CalendarSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.occurrences = occurrences;
    this.replacements = replacements;
    this.changes = new ChangeLog(jdbc, "calendar");
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /// How many events landed, and which another source owns and so stay as they are.
  public record Landing(Set<EventId> landed, Set<EventId> ownedByAnother) {}

  @Transactional
  public Landing publish(String source, Event event) {
    return land(source, List.of(event));
  }

  /// Publishes many events in one transaction, each with its times.
  ///
  /// @throws RefusedRule when a rule is not one that may be followed; nothing has landed then
  @Transactional
  public Landing land(String source, List<Event> batch) {
    Instant now = clock.instant();
    LocalDate until = madeUntil();
    // In the order of ids, so that two feeds that land at once don't wait for each other; and each
    // once, the last word holding.
    Map<UUID, Event> told = new TreeMap<>();
    batch.forEach(event -> told.put(event.id().value(), event));
    // An override may have changed the rule, so the times come from what is in force.
    Map<UUID, Event> inForce = rows.put(source, List.copyOf(told.values()), until, now);
    Set<UUID> landed = inForce.keySet();
    Map<UUID, List<Occurrence>> times = new HashMap<>();
    inForce.forEach((id, event) -> times.put(id, Recurrence.of(event).between(firstKept(), until)));
    occurrences.replace(landed, times);
    changed(landed, now);
    replacements.cameOrWent(landed, now);
    Set<EventId> others = new HashSet<>();
    batch.stream().map(Event::id).filter(id -> !landed.contains(id.value())).forEach(others::add);
    return new Landing(new HashSet<>(landed.stream().map(EventId::new).toList()), others);
  }

  @Transactional
  public Set<EventId> withdraw(String source, Collection<EventId> ids) {
    Instant now = clock.instant();
    Set<UUID> gone = rows.withdraw(source, ids.stream().map(EventId::value).toList(), now);
    occurrences.replace(gone, Map.of());
    changed(gone, now);
    replacements.cameOrWent(gone, now);
    return new HashSet<>(gone.stream().map(EventId::new).toList());
  }

  /// Lays an editor's fields over the feed's, as [fi.rinnalla.directory.Directory#override] does. A
  /// withdrawn event has nothing to lay them over.
  @Transactional
  public boolean override(EventId id, JsonNode patch) {
    Instant now = clock.instant();
    Optional<Event> patched = rows.override(id.value(), patch, now);
    patched.ifPresent(event -> {
      List<Occurrence> times = Recurrence.of(event).between(firstKept(), madeUntil());
      occurrences.replace(Set.of(id.value()), Map.of(id.value(), times));
      changed(Set.of(id.value()), now);
    });
    return patched.isPresent();
  }

  /// What an event's feed says of it, and what was laid over.
  public Optional<RecordTable.Sides> sides(EventId id) {
    return rows.sides(id.value());
  }

  /// Makes the times that have come into view since an event was last looked at, and lets go of
  /// those long over. Only events whose times differ are said to have changed; answers with how
  /// many.
  @Transactional
  public int makeTimes() {
    LocalDate until = madeUntil();
    List<Event> behind = rows.madeBefore(until.minusDays(settings.remakeAfterDays()));
    List<EventId> ids = behind.stream().map(Event::id).toList();
    Map<EventId, List<Occurrence>> before = times(ids);
    Map<UUID, List<Occurrence>> differing = new HashMap<>();
    for (Event event : behind) {
      try {
        List<Occurrence> times = Recurrence.of(event).between(firstKept(), until);
        if (!times.equals(before.getOrDefault(event.id(), List.of()))) {
          differing.put(event.id().value(), times);
        }
      } catch (RefusedRule refused) {
        // A rule can grow too many times as the horizon slides; the other events must not wait.
        LOG.warn("Event {} keeps the times it had: its rule is refused now", event.id());
      }
    }
    occurrences.replace(differing.keySet(), differing);
    rows.markMade(ids.stream().map(EventId::value).toList(), until);
    changed(differing.keySet(), clock.instant());
    return differing.size();
  }

  public Optional<EventListing> find(EventId id) {
    return list(List.of(id)).stream().findFirst();
  }

  public Optional<EventListing> find(String slug) {
    return rows.bySlug(slug);
  }

  public List<EventListing> list(Collection<EventId> ids) {
    return rows.byIds(ids.stream().map(EventId::value).toList());
  }

  public List<EventListing> at(LocationId location) {
    return rows.pointingAt(EventRows.Pointer.LOCATION, location.value());
  }

  public List<EventListing> of(OrganizationId organizer) {
    return rows.pointingAt(EventRows.Pointer.ORGANIZATION, organizer.value());
  }

  public List<EventListing> of(ServiceId service) {
    return of(List.of(service));
  }

  public List<EventListing> of(Collection<ServiceId> services) {
    return rows.pointingAt(
        EventRows.Pointer.SERVICE, services.stream().map(ServiceId::value).toList());
  }

  /// The next times of an event that are not over yet, cancelled ones among them.
  public List<Occurrence> next(EventId id, int most) {
    return occurrences.next(id.value(), clock.instant(), most);
  }

  /// As [#next(EventId, int)], of each event.
  public Map<EventId, List<Occurrence>> next(Collection<EventId> ids, int most) {
    return byEvent(occurrences.next(uuids(ids), clock.instant(), most));
  }

  /// All made times of the events, in order of time.
  public Map<EventId, List<Occurrence>> times(Collection<EventId> ids) {
    return byEvent(occurrences.of(uuids(ids)));
  }

  private static List<UUID> uuids(Collection<EventId> ids) {
    return ids.stream().map(EventId::value).toList();
  }

  private static Map<EventId, List<Occurrence>> byEvent(List<Occurrence> times) {
    return times.stream().collect(Collectors.groupingBy(Occurrence::event));
  }

  /// Those of the ids that exist and are not withdrawn.
  public Set<EventId> existing(Collection<EventId> ids) {
    return new HashSet<>(
        list(ids).stream().filter(it -> !it.isWithdrawn()).map(it -> it.event().id()).toList());
  }

  @Transactional(readOnly = true)
  public void forEach(Consumer<EventListing> reader) {
    rows.forEach(reader);
  }

  public int count() {
    return rows.count();
  }

  public List<ChangeLog.Change> changesAfter(ChangeMark mark, int most) {
    return changes.after(mark, most);
  }

  public ChangeMark lastChange() {
    return changes.end();
  }

  private LocalDate firstKept() {
    return today().minusDays(settings.keepPastDays());
  }

  private LocalDate madeUntil() {
    return today().plusMonths(settings.monthsAhead());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  private void changed(Set<UUID> ids, Instant now) {
    changes.add("event", ids, now);
    if (!ids.isEmpty()) {
      events.publishEvent(new CalendarChanged(now));
    }
  }
}
