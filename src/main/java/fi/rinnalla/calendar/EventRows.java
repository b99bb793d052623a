package fi.rinnalla.calendar;

import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import tools.jackson.databind.ObjectReader;

/// The rows of `calendar.event`.
@Component
class EventRows {
  private static final int FETCH = 1000;
  private static final String COLUMNS =
      "select id, slug, source, body::text as body, changed_at, withdrawn_at from calendar.event ";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;
  private final ObjectReader reader;

  EventRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    this.reader = json.reader(Event.class);
  }

  /// Puts the events in, over what the same source said before. Answers with the ids that landed.
  Set<UUID> put(String source, List<Event> events, LocalDate madeUntil, Instant now) {
    List<UUID> ids = events.stream().map(event -> event.id().value()).toList();
    Map<UUID, String> overrides = overrides(ids);
    List<Object[]> rows = new ArrayList<>();
    for (Event event : events) {
      rows.add(row(event, source, overrides.get(event.id().value()), madeUntil, now));
    }
    template.batchUpdate(
        """
        insert into calendar.event as was
               (id, slug, tail, source, organization_id, location_id, service_id, feed, body,
                made_until, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            on conflict (id) do update
           set slug = excluded.slug, organization_id = excluded.organization_id,
               location_id = excluded.location_id, service_id = excluded.service_id,
               feed = excluded.feed, body = excluded.body, made_until = excluded.made_until,
               changed_at = excluded.changed_at, withdrawn_at = null
         where was.source = excluded.source
        """,
        rows);
    return new HashSet<>(
        jdbc.sql("select id from calendar.event where source = :source and id = any(:ids)")
            .param("source", source)
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  private Object[] row(
      Event event, String source, @Nullable String overrides, LocalDate madeUntil, Instant now) {
    String feed = json.write(event);
    String body =
        overrides == null ? feed : json.write(json.merge(json.tree(feed), json.tree(overrides)));
    Event inForce = overrides == null ? event : reader.readValue(body);
    UUID id = event.id().value();
    return new Object[] {
      id,
      Slug.of(inForce.title(), id),
      Slug.tail(id),
      source,
      pointer(inForce, Pointer.ORGANIZATION),
      pointer(inForce, Pointer.LOCATION),
      pointer(inForce, Pointer.SERVICE),
      feed,
      body,
      madeUntil,
      Timestamp.from(now)
    };
  }

  /// Of these, the events that an editor has changed, as they are in force.
  Map<UUID, Event> overridden(Collection<UUID> ids) {
    Map<UUID, Event> events = new HashMap<>();
    jdbc.sql(COLUMNS + "where id = any(:ids) and overrides <> '{}'")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> listing(row))
        .list()
        .forEach(listing -> events.put(listing.event().id().value(), listing.event()));
    return events;
  }

  Set<UUID> withdraw(String source, Collection<UUID> ids, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                update calendar.event set withdrawn_at = :now, changed_at = :now
                 where source = :source and id = any(:ids) and withdrawn_at is null
                returning id
                """)
            .param("source", source)
            .param("ids", ids.toArray(UUID[]::new))
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }

  Optional<Event> override(UUID id, JsonNode patch, Instant now) {
    record Now(String feed, String overrides) {}
    Optional<Now> was =
        jdbc.sql(
                """
                select feed::text, overrides::text from calendar.event
                 where id = :id and withdrawn_at is null
                   for update
                """)
            .param("id", id)
            .query((row, _) -> new Now(row.getString(1), row.getString(2)))
            .optional();
    if (was.isEmpty()) {
      return Optional.empty();
    }
    JsonNode overrides = json.merge(json.tree(was.get().overrides()), patch);
    JsonNode body = json.merge(json.tree(was.get().feed()), overrides);
    Event patched = json.read(json.write(body), Event.class);
    jdbc.sql(
            """
            update calendar.event
               set overrides = :overrides::jsonb, body = :body::jsonb, slug = :slug,
                   organization_id = :organization, location_id = :location,
                   service_id = :service, changed_at = :now
             where id = :id
            """)
        .param("overrides", json.write(overrides))
        .param("body", json.write(patched))
        .param("slug", Slug.of(patched.title(), id))
        .param("organization", pointer(patched, Pointer.ORGANIZATION), Types.OTHER)
        .param("location", pointer(patched, Pointer.LOCATION), Types.OTHER)
        .param("service", pointer(patched, Pointer.SERVICE), Types.OTHER)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
    return Optional.of(patched);
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
    return jdbc.sql(
            COLUMNS
                + "where %s = :id and withdrawn_at is null order by slug".formatted(pointer.column))
        .param("id", id)
        .query((row, _) -> listing(row))
        .list();
  }

  List<EventListing> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(COLUMNS + "where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> listing(row))
        .list();
  }

  Optional<EventListing> bySlug(String slug) {
    List<EventListing> found =
        jdbc.sql(COLUMNS + "where tail = :tail order by slug = :slug desc limit 2")
            .param("slug", slug)
            .param("tail", Slug.tailOf(slug))
            .query((row, _) -> listing(row))
            .list();
    boolean sure = found.size() == 1 || (!found.isEmpty() && found.getFirst().slug().equals(slug));
    return sure ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Those whose times reach no further than this, held for this transaction. Another node that
  /// asks at the same moment gets none of them, nor do those being published just now.
  List<Event> madeBefore(LocalDate date) {
    return jdbc.sql(
            COLUMNS
                + "where withdrawn_at is null and made_until < :date order by id"
                + " for update skip locked")
        .param("date", date)
        .query((row, _) -> listing(row).event())
        .list();
  }

  void markMade(Collection<UUID> ids, LocalDate until) {
    jdbc.sql("update calendar.event set made_until = :until where id = any(:ids)")
        .param("until", until)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  void forEach(Consumer<EventListing> consumer) {
    template.setFetchSize(FETCH);
    template.query(
        COLUMNS + "where withdrawn_at is null order by id",
        row -> {
          consumer.accept(listing(row));
        });
  }

  int count() {
    return jdbc.sql("select count(*) from calendar.event where withdrawn_at is null")
        .query(Integer.class)
        .single();
  }

  void logChanges(Collection<UUID> ids, Instant now) {
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              insert into calendar.change (kind, id, at)
              select 'event', id, :now from unnest(:ids) as id
              """)
          .param("ids", ids.toArray(UUID[]::new))
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  private Map<UUID, String> overrides(Collection<UUID> ids) {
    Map<UUID, String> overrides = new HashMap<>();
    jdbc.sql(
            """
            select id, overrides::text from calendar.event
             where id = any(:ids) and overrides <> '{}'
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          overrides.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return overrides;
  }

  private EventListing listing(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new EventListing(
        reader.<Event>readValue(row.getString("body")),
        row.getString("slug"),
        row.getString("source"),
        row.getTimestamp("changed_at").toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }
}
