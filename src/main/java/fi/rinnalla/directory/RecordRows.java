package fi.rinnalla.directory;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// The rows of the four tables of records, which are alike but for the columns that point at
/// others.
@Component
class RecordRows {
  private static final int FETCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;
  private final Map<RecordKind, ObjectReader> readers = new EnumMap<>(RecordKind.class);

  RecordRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    for (RecordKind kind : RecordKind.values()) {
      readers.put(kind, json.reader(kind.type()));
    }
  }

  /// Puts the records in, over what the same source said before. Answers with the ids that landed.
  Set<UUID> put(
      RecordKind kind, String source, List<? extends DirectoryRecord> records, Instant now) {
    Map<UUID, String> overrides =
        overrides(kind, records.stream().map(DirectoryRecord::uuid).toList());
    List<Object[]> rows =
        records.stream()
            .map(record -> row(record, source, overrides.get(record.uuid()), now))
            .toList();
    template.batchUpdate(putSql(kind), rows);
    return owned(kind, source, records.stream().map(DirectoryRecord::uuid).toList());
  }

  private Object[] row(
      DirectoryRecord record,
      String source,
      @org.jspecify.annotations.Nullable String overrides,
      Instant now) {
    String feed = json.write(record);
    String body =
        overrides == null ? feed : json.write(json.merge(json.tree(feed), json.tree(overrides)));
    // The address and the pointers follow what is in force, which an editor may have changed.
    DirectoryRecord inForce =
        overrides == null ? record : json.read(body, record.kind().type());
    UUID id = record.uuid();
    String slug = Slug.of(inForce.title(), id);
    Timestamp at = Timestamp.from(now);
    return switch (inForce) {
      case Organization _ -> new Object[] {id, slug, Slug.tail(id), source, feed, body, at};
      case Location it -> {
        UUID organization = it.organization() == null ? null : it.organization().value();
        yield new Object[] {id, slug, Slug.tail(id), source, feed, body, at, organization};
      }
      case Service it ->
          new Object[] {id, slug, Slug.tail(id), source, feed, body, at, it.organization().value()};
      case ServiceAtLocation it ->
          new Object[] {
            id,
            slug,
            Slug.tail(id),
            source,
            feed,
            body,
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
                 (id, slug, tail, source, feed, body, changed_at)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null
           where was.source = excluded.source
          """;
      case LOCATION ->
          """
          insert into directory.location as was
                 (id, slug, tail, source, feed, body, changed_at, organization_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 organization_id = excluded.organization_id
           where was.source = excluded.source
          """;
      case SERVICE ->
          """
          insert into directory.service as was
                 (id, slug, tail, source, feed, body, changed_at, organization_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 organization_id = excluded.organization_id
           where was.source = excluded.source
          """;
      case SERVICE_AT_LOCATION ->
          """
          insert into directory.service_at_location as was
                 (id, slug, tail, source, feed, body, changed_at, service_id, location_id)
          values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
              on conflict (id) do update
             set slug = excluded.slug, feed = excluded.feed, body = excluded.body,
                 changed_at = excluded.changed_at, withdrawn_at = null,
                 service_id = excluded.service_id, location_id = excluded.location_id
           where was.source = excluded.source
          """;
    };
  }

  /// Those of the ids that this source owns.
  Set<UUID> owned(RecordKind kind, String source, Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                "select id from directory.%s where source = :source and id = any(:ids)"
                    .formatted(kind.code()))
            .param("source", source)
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// Those of the ids that exist and are not withdrawn.
  Set<UUID> existing(RecordKind kind, Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                "select id from directory.%s where withdrawn_at is null and id = any(:ids)"
                    .formatted(kind.code()))
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  Set<UUID> withdraw(RecordKind kind, String source, Collection<UUID> ids, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                update directory.%s set withdrawn_at = :now, changed_at = :now
                 where source = :source and id = any(:ids) and withdrawn_at is null
                returning id
                """
                    .formatted(kind.code()))
            .param("source", source)
            .param("ids", ids.toArray(UUID[]::new))
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }

  /// Lays an editor's patch over the record. False when there is no such record.
  boolean override(RecordKind kind, UUID id, JsonNode patch, Instant now) {
    record Now(String feed, String overrides) {}
    Optional<Now> was =
        jdbc.sql(
                "select feed::text, overrides::text from directory.%s where id = :id for update"
                    .formatted(kind.code()))
            .param("id", id)
            .query((row, _) -> new Now(row.getString(1), row.getString(2)))
            .optional();
    if (was.isEmpty()) {
      return false;
    }
    JsonNode overrides = json.merge(json.tree(was.get().overrides()), patch);
    JsonNode body = json.merge(json.tree(was.get().feed()), overrides);
    // Reading it proves that the patched record still keeps its own rules.
    DirectoryRecord patched = json.read(json.write(body), kind.type());
    jdbc.sql(
            """
            update directory.%s
               set overrides = :overrides::jsonb, body = :body::jsonb, slug = :slug,
                   changed_at = :now
             where id = :id
            """
                .formatted(kind.code()))
        .param("overrides", json.write(overrides))
        .param("body", json.write(patched))
        .param("slug", Slug.of(patched.title(), id))
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
    return true;
  }

  <T extends DirectoryRecord> List<Listing<T>> byIds(
      RecordKind kind, Class<T> type, Collection<UUID> ids) {
    return select(kind, type, "id", ids);
  }

  /// Those whose column points at one of the ids and that are not withdrawn.
  <T extends DirectoryRecord> List<Listing<T>> pointingAt(
      RecordKind kind, Class<T> type, Pointer pointer, Collection<UUID> ids) {
    return select(kind, type, pointer.column, ids).stream()
        .filter(listing -> !listing.isWithdrawn())
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

  private <T extends DirectoryRecord> List<Listing<T>> select(
      RecordKind kind, Class<T> type, String column, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select id, slug, source, body::text as body, changed_at, withdrawn_at
              from directory.%s
             where %s = any(:ids)
             order by slug
            """
                .formatted(kind.code(), column))
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> listing(kind, type, row))
        .list();
  }

  <T extends DirectoryRecord> Optional<Listing<T>> bySlug(
      RecordKind kind, Class<T> type, String slug) {
    // The tail alone finds a record whose name has changed since somebody kept its address.
    List<Listing<T>> found =
        jdbc.sql(
                """
                select id, slug, source, body::text as body, changed_at, withdrawn_at
                  from directory.%s
                 where tail = :tail
                 order by slug = :slug desc
                 limit 2
                """
                    .formatted(kind.code()))
            .param("slug", slug)
            .param("tail", Slug.tailOf(slug))
            .query((row, _) -> listing(kind, type, row))
            .list();
    boolean sure = found.size() == 1 || (!found.isEmpty() && found.getFirst().slug().equals(slug));
    return sure ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// All that are not withdrawn, read as they stream by.
  <T extends DirectoryRecord> void forEach(
      RecordKind kind, Class<T> type, Consumer<Listing<T>> reader) {
    template.setFetchSize(FETCH);
    template.query(
        """
        select id, slug, source, body::text as body, changed_at, withdrawn_at
          from directory.%s
         where withdrawn_at is null
         order by id
        """
            .formatted(kind.code()),
        row -> {
          reader.accept(listing(kind, type, row));
        });
  }

  int count(RecordKind kind) {
    return jdbc.sql(
            "select count(*) from directory.%s where withdrawn_at is null".formatted(kind.code()))
        .query(Integer.class)
        .single();
  }

  void logChanges(RecordKind kind, Collection<UUID> ids, Instant now) {
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              insert into directory.change (kind, id, at)
              select :kind, id, :now from unnest(:ids) as id
              """)
          .param("kind", kind.code())
          .param("ids", ids.toArray(UUID[]::new))
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  private Map<UUID, String> overrides(RecordKind kind, Collection<UUID> ids) {
    Map<UUID, String> overrides = new HashMap<>();
    jdbc.sql(
            """
            select id, overrides::text from directory.%s
             where id = any(:ids) and overrides <> '{}'
            """
                .formatted(kind.code()))
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          overrides.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return overrides;
  }

  private <T extends DirectoryRecord> Listing<T> listing(
      RecordKind kind, Class<T> type, ResultSet row) throws SQLException {
    ObjectReader reader = readers.get(kind);
    if (reader == null) {
      throw new IllegalStateException("no reader for " + kind);
    }
    T record = type.cast(reader.<Object>readValue(row.getString("body")));
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Listing<>(
        record,
        row.getString("slug"),
        row.getString("source"),
        row.getTimestamp("changed_at").toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }
}
