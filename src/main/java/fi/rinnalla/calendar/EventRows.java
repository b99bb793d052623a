package fi.rinnalla.calendar;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.Successors;
import fi.rinnalla.storage.Json;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.storage.Succession;
import fi.rinnalla.vocabulary.Slug;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The rows of `calendar.event`.
@Component
class EventRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final RecordTable<Event> table;

  /// Where an event points at records of the directory.
  private static final List<Succession.Pointer> POINTERS =
      List.of(
          Succession.Pointer.at(RecordKind.ORGANIZATION.code(), "organizer"),
          Succession.Pointer.at(RecordKind.ORGANIZATION.code(), "coHosts"),
          Succession.Pointer.at(RecordKind.SERVICE.code(), "service"),
          Succession.Pointer.at(RecordKind.LOCATION.code(), "venue", "location"));

  EventRows(JdbcClient jdbc, JdbcTemplate template, Json json, Successors successors) {
    this.jdbc = jdbc;
    this.template = template;
    this.table =
        new RecordTable<>(
            "calendar.event", Event.class, jdbc, template, json, POINTERS, successors::inForce);
  }

  /// Puts the events in, over what the same source said before. Answers with those that landed, as
  /// they are in force.
  Map<UUID, Event> put(String source, List<Event> events, LocalDate madeUntil, Instant now) {
    Map<UUID, RecordTable.Layers<Event>> layers = table.layers(events, it -> it.id().value());
    List<Object[]> rows = new ArrayList<>();
    layers.forEach((id, it) -> rows.add(row(id, it, source, madeUntil, now)));
    template.batchUpdate(
        """
        insert into calendar.event as was
               (id, slug, tail, source, organization_id, location_id, service_id, feed, body,
                made_until, changed_at, landed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            on conflict (id) do update
           set slug = excluded.slug, organization_id = excluded.organization_id,
               location_id = excluded.location_id, service_id = excluded.service_id,
               feed = excluded.feed, body = excluded.body, made_until = excluded.made_until,
               changed_at = excluded.changed_at, withdrawn_at = null
         where was.source = excluded.source
        """,
        rows);
    Map<UUID, Event> landed = new LinkedHashMap<>();
    layers.forEach((id, it) -> landed.put(id, it.inForce()));
    landed.keySet().retainAll(table.owned(source, layers.keySet()));
    return landed;
  }

  private static Object[] row(
      UUID id, RecordTable.Layers<Event> layers, String source, LocalDate madeUntil, Instant now) {
    Event inForce = layers.inForce();
    return new Object[] {
      id,
      Slug.of(inForce.title(), id),
      Slug.tail(id),
      source,
      pointer(inForce, Pointer.ORGANIZATION),
      pointer(inForce, Pointer.LOCATION),
      pointer(inForce, Pointer.SERVICE),
      layers.feed(),
      layers.body(),
      madeUntil,
      Timestamp.from(now),
      Timestamp.from(now)
    };
  }

  Set<UUID> withdraw(String source, Collection<UUID> ids, Instant now) {
    return table.withdraw(source, ids, now);
  }

  /// Answers with what is in force now; a withdrawn event is left as it is.
  Optional<Event> override(UUID id, JsonNode patch, Instant now) {
    Optional<Event> patched =
        table
            .hold(id)
            .filter(row -> !row.isWithdrawn())
            .flatMap(_ -> table.override(id, patch, it -> Slug.of(it.title(), id), now));
    patched.ifPresent(event -> point(id, event));
    return patched;
  }

  /// Leads on, or back, the events that point at one of the records; answers with those that lead
  /// elsewhere now.
  Set<UUID> follow(RecordKind kind, Collection<UUID> ids, Instant now) {
    Set<UUID> pointing = new HashSet<>();
    POINTERS.stream()
        .filter(it -> it.kind().equals(kind.code()))
        .forEach(it -> pointing.addAll(table.pointingAt(it, ids)));
    Map<UUID, Event> led = table.follow(pointing, now);
    led.forEach(this::point);
    return Set.copyOf(led.keySet());
  }

  Optional<RecordTable.Sides> sides(UUID id) {
    return table.sides(id);
  }

  private void point(UUID id, Event event) {
    jdbc.sql(
            """
            update calendar.event
               set organization_id = :organization, location_id = :location, service_id = :service
             where id = :id
            """)
        .param("organization", pointer(event, Pointer.ORGANIZATION), Types.OTHER)
        .param("location", pointer(event, Pointer.LOCATION), Types.OTHER)
        .param("service", pointer(event, Pointer.SERVICE), Types.OTHER)
        .param("id", id)
        .update();
  }

  /// A column that points at a record of the directory.
  enum Pointer {
    ORGANIZATION("organization_id"),
    LOCATION("location_id"),
    SERVICE("service_id");

    private final String column;

    Pointer(String column) {
      this.column = column;
    }
  }

  private static @Nullable UUID pointer(Event event, Pointer pointer) {
    OrganizationId organizer = event.organizer();
    LocationId location = event.venue().location();
    ServiceId service = event.service();
    return switch (pointer) {
      case ORGANIZATION -> organizer == null ? null : organizer.value();
      case LOCATION -> location == null ? null : location.value();
      case SERVICE -> service == null ? null : service.value();
    };
  }

  List<EventListing> pointingAt(Pointer pointer, UUID id) {
    return pointingAt(pointer, List.of(id));
  }

  List<EventListing> pointingAt(Pointer pointer, Collection<UUID> ids) {
    return table.pointingAt(pointer.column, ids).stream()
        .filter(row -> !row.isWithdrawn())
        .map(EventRows::listing)
        .toList();
  }

  List<EventListing> byIds(Collection<UUID> ids) {
    return table.byIds(ids).stream().map(EventRows::listing).toList();
  }

  Optional<EventListing> bySlug(String slug) {
    return table.bySlug(slug).map(EventRows::listing);
  }

  /// Those whose times reach no further than this, held for this transaction. Another node that
  /// asks at the same moment gets none of them, nor do those being published just now.
  List<Event> madeBefore(LocalDate date) {
    Set<UUID> ids =
        new HashSet<>(
            jdbc.sql(
                    """
                    select id from calendar.event
                     where withdrawn_at is null and made_until < :date
                     order by id
                       for update skip locked
                    """)
                .param("date", date)
                .query(UUID.class)
                .list());
    return table.byIds(ids).stream().map(RecordTable.Row::record).toList();
  }

  void markMade(Collection<UUID> ids, LocalDate until) {
    jdbc.sql("update calendar.event set made_until = :until where id = any(:ids)")
        .param("until", until)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  void forEach(Consumer<EventListing> consumer) {
    table.forEach(row -> consumer.accept(listing(row)));
  }

  int count() {
    return table.count();
  }

  private static EventListing listing(RecordTable.Row<Event> row) {
    return new EventListing(
        row.record(), row.slug(), row.source(), row.changedAt(), row.landedAt(), row.withdrawnAt());
  }
}
