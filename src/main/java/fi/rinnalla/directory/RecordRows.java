package fi.rinnalla.directory;

import fi.rinnalla.storage.Json;
import fi.rinnalla.storage.RecordTable;
import fi.rinnalla.storage.Succession;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Slug;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The rows of the four tables of records, which are alike but for the columns that point at
/// others.
@Component
class RecordRows {
  /// Where the records of each kind point at others.
  private static final Map<RecordKind, List<Succession.Pointer>> POINTERS =
      Map.of(
          RecordKind.ORGANIZATION, List.of(pointer(RecordKind.ORGANIZATION, "parent")),
          RecordKind.LOCATION, List.of(pointer(RecordKind.ORGANIZATION, "organization")),
          RecordKind.SERVICE, List.of(pointer(RecordKind.ORGANIZATION, "organization")),
          RecordKind.SERVICE_AT_LOCATION,
              List.of(
                  pointer(RecordKind.SERVICE, "service"),
                  pointer(RecordKind.LOCATION, "location")));

  private static Succession.Pointer pointer(RecordKind kind, String field) {
    return Succession.Pointer.at(kind.code(), field);
  }

  private final JdbcTemplate template;
  private final Map<RecordKind, RecordTable<DirectoryRecord>> tables =
      new EnumMap<>(RecordKind.class);

  RecordRows(JdbcClient jdbc, JdbcTemplate template, Json json, Successors successors) {
    this.template = template;
    for (RecordKind kind : RecordKind.values()) {
      tables.put(
          kind,
          new RecordTable<>(
              "directory." + kind.code(),
              kind.type(),
              jdbc,
              template,
              json,
              POINTERS.getOrDefault(kind, List.of()),
              successors::inForce));
    }
  }

  /// Puts the records in, over what the same source said before. Answers with the ids that landed.
  Set<UUID> put(
      RecordKind kind, String source, List<? extends DirectoryRecord> records, Instant now) {
    Map<UUID, RecordTable.Layers<DirectoryRecord>> layers =
        table(kind).layers(records, DirectoryRecord::uuid);
    List<Object[]> rows = new ArrayList<>();
    layers.forEach((id, it) -> rows.add(row(id, it, source, now)));
    template.batchUpdate(putSql(kind), rows);
    return table(kind).owned(source, layers.keySet());
  }

  private static Object[] row(
      UUID id, RecordTable.Layers<DirectoryRecord> layers, String source, Instant now) {
    String feed = layers.feed();
    String body = layers.body();
    // The address and the pointers follow what is in force, which an editor may have changed.
    String slug = Slug.of(layers.inForce().title(), id);
    Timestamp at = Timestamp.from(now);
    return switch (layers.inForce()) {
      case Organization _ -> new Object[] {id, slug, Slug.tail(id), source, feed, body, at, at};
      case Location it -> {
        UUID organization = it.organization() == null ? null : it.organization().value();
        yield new Object[] {id, slug, Slug.tail(id), source, feed, body, at, at, organization};
      }
      case Service it ->
          new Object[] {
            id, slug, Slug.tail(id), source, feed, body, at, at, it.organization().value()
          };
      case ServiceAtLocation it ->
          new Object[] {
            id,
            slug,
            Slug.tail(id),
            source,
            feed,
            body,
            at,
            at,
            it.service().value(),
            it.location().value()
          };
    };
  }

  private static String putSql(RecordKind kind) {
    return switch (kind) {
      case ORGANIZATION ->
          """
          insert into directory.organization as was
                 (id, slug, tail, source, feed, body, changed_at, landed_at)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null
           where was.source = excluded.source
          """;
      case LOCATION ->
          """
          insert into directory.location as was
                 (id, slug, tail, source, feed, body, changed_at, landed_at,
                  organization_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 organization_id = excluded.organization_id
           where was.source = excluded.source
          """;
      case SERVICE ->
          """
          insert into directory.service as was
                 (id, slug, tail, source, feed, body, changed_at, landed_at,
                  organization_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 organization_id = excluded.organization_id
           where was.source = excluded.source
          """;
      case SERVICE_AT_LOCATION ->
          """
          insert into directory.service_at_location as was
                 (id, slug, tail, source, feed, body, changed_at, landed_at,
                  service_id, location_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 service_id = excluded.service_id, location_id = excluded.location_id
           where was.source = excluded.source
          """;
    };
  }

  /// Those of the ids that exist and are not withdrawn.
  Set<UUID> existing(RecordKind kind, Collection<UUID> ids) {
    return table(kind).existing(ids);
  }

  Set<UUID> withdraw(RecordKind kind, String source, Collection<UUID> ids, Instant now) {
    return table(kind).withdraw(source, ids, now);
  }

  /// Leads on, or back, what points at one of the records; answers with what leads elsewhere now.
  Map<RecordKind, Set<UUID>> follow(RecordKind kind, Collection<UUID> ids, Instant now) {
    Map<RecordKind, Set<UUID>> led = new EnumMap<>(RecordKind.class);
    POINTERS.forEach((from, pointers) -> {
      Set<UUID> pointing = new HashSet<>();
      pointers.stream()
          .filter(it -> it.kind().equals(kind.code()))
          .forEach(it -> pointing.addAll(table(from).pointingAt(it, ids)));
      Map<UUID, DirectoryRecord> changed = table(from).follow(pointing, now);
      changed.values().forEach(this::point);
      led.put(from, Set.copyOf(changed.keySet()));
    });
    return led;
  }

  /// Lays an editor's patch over the record. False when there is no such record.
  boolean override(RecordKind kind, UUID id, JsonNode patch, Instant now) {
    Optional<DirectoryRecord> patched =
        table(kind).override(id, patch, it -> Slug.of(it.title(), id), now);
    patched.ifPresent(this::point);
    return patched.isPresent();
  }

  Optional<RecordTable.Sides> sides(RecordKind kind, UUID id) {
    return table(kind).sides(id);
  }

  private void point(DirectoryRecord record) {
    switch (record) {
      case Organization _ -> {}
      case Location it ->
          template.update(
              "update directory.location set organization_id = ? where id = ?",
              it.organization() == null ? null : it.organization().value(),
              it.uuid());
      case Service it ->
          template.update(
              "update directory.service set organization_id = ? where id = ?",
              it.organization().value(),
              it.uuid());
      case ServiceAtLocation it ->
          template.update(
              """
              update directory.service_at_location set service_id = ?, location_id = ?
               where id = ?
              """,
              it.service().value(),
              it.location().value(),
              it.uuid());
    }
  }

  <T extends DirectoryRecord> List<Listing<T>> byIds(
      RecordKind kind, Class<T> type, Collection<UUID> ids) {
    return table(kind).byIds(ids).stream().map(row -> listing(type, row)).toList();
  }

  /// Those whose column points at one of the ids and that are not withdrawn.
  <T extends DirectoryRecord> List<Listing<T>> pointingAt(
      RecordKind kind, Class<T> type, Pointer pointer, Collection<UUID> ids) {
    return table(kind).pointingAt(pointer.column, ids).stream()
        .filter(row -> !row.isWithdrawn())
        .map(row -> listing(type, row))
        .toList();
  }

  /// Public places in sight that have all the words in their names or addresses.
  List<Listing<Location>> publicNamed(List<String> words, @Nullable AreaCode near, int most) {
    String[] patterns =
        words.stream()
            .map(it -> it.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1"))
            .map(it -> "%" + it + "%")
            .toArray(String[]::new);
    return table(RecordKind.LOCATION)
        .inSight(
            """
            body ->> 'visibility' = 'PUBLIC' and body ->> 'type' = 'PHYSICAL'
              and directory.place_words(body) like all(:patterns)
            """,
            Map.of("patterns", patterns, "near", near == null ? "" : near.value()),
            "body ->> 'area' = :near desc nulls last, slug",
            most)
        .stream()
        .map(row -> listing(Location.class, row))
        .toList();
  }

  /// A column that points at another record.
  enum Pointer {
    ORGANIZATION("organization_id"),
    SERVICE("service_id"),
    LOCATION("location_id");

    private final String column;

    Pointer(String column) {
      this.column = column;
    }
  }

  <T extends DirectoryRecord> Optional<Listing<T>> bySlug(
      RecordKind kind, Class<T> type, String slug) {
    return table(kind).bySlug(slug).map(row -> listing(type, row));
  }

  /// All that are not withdrawn, read as they stream by.
  <T extends DirectoryRecord> void forEach(
      RecordKind kind, Class<T> type, Consumer<Listing<T>> reader) {
    table(kind).forEach(row -> reader.accept(listing(type, row)));
  }

  int count(RecordKind kind) {
    return table(kind).count();
  }

  private RecordTable<DirectoryRecord> table(RecordKind kind) {
    return Objects.requireNonNull(tables.get(kind));
  }

  private static <T extends DirectoryRecord> Listing<T> listing(
      Class<T> type, RecordTable.Row<DirectoryRecord> row) {
    return new Listing<>(
        type.cast(row.record()),
        row.slug(),
        row.source(),
        row.changedAt(),
        row.landedAt(),
        row.withdrawnAt());
  }
}
