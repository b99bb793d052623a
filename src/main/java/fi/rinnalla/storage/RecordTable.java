package fi.rinnalla.storage;

import fi.rinnalla.storage.Layering.Laid;
import fi.rinnalla.vocabulary.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// A table where an aggregate is one row (decision 0003): what the feed said, what an editor laid
/// over it, and the body in force ([Layering]). Knows the columns that all such tables have; how a
/// row gets in, and what it points at, its room knows.
public final class RecordTable<T> {
  private static final int FETCH = 1000;
  private static final String IN_SIGHT =
      " where withdrawn_at is null and ended_at is null and replaced_at is null";

  private final String name;
  private final Class<? extends T> type;
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;
  private final ObjectReader reader;
  private final String select;
  private final Layering<T> layering;

  /// @param name with its schema, such as `calendar.event`
  /// @param pointers where its records point at others
  /// @param succession which records stand for which by now
  public RecordTable(
      String name,
      Class<? extends T> type,
      JdbcClient jdbc,
      JdbcTemplate template,
      Json json,
      List<Succession.Pointer> pointers,
      Supplier<Succession> succession) {
    this.name = name;
    this.type = type;
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    this.reader = json.reader(type);
    this.layering = new Layering<>(json, type, pointers, succession);
    this.select =
        """
        select id, slug, source, body::text as body, changed_at, landed_at,
               coalesce(withdrawn_at, ended_at, replaced_at) as withdrawn_at
          from %s
        """
            .formatted(name);
  }

  /// A record as its row has it.
  ///
  /// @param landedAt when it first came here
  /// @param withdrawnAt when its source took it away, somebody told that it has ended, or another
  ///   came to stand for it
  public record Row<T>(
      T record,
      String slug,
      String source,
      Instant changedAt,
      Instant landedAt,
      @Nullable Instant withdrawnAt) {

    public boolean isWithdrawn() {
      return withdrawnAt != null;
    }
  }

  /// A record as it's about to be written.
  ///
  /// @param body the record in force as JSON: the feed's with the overrides laid over it
  public record Layers<T>(String feed, String body, T inForce) {}

  /// The records with the overrides that their rows have by now, by id and in the same order.
  public Map<UUID, Layers<T>> layers(Collection<? extends T> records, Function<T, UUID> id) {
    Map<UUID, T> said = new LinkedHashMap<>();
    records.forEach(record -> said.put(id.apply(record), record));
    Map<UUID, Laid> laid = laid(said.keySet());
    Succession now = layering.now();
    Map<UUID, Layers<T>> layers = new LinkedHashMap<>();
    said.forEach((key, record) ->
        layers.put(key, layering.over(record, laid.getOrDefault(key, Laid.NOTHING), now)));
    return layers;
  }

  /// Leads the pointers of the rows to what stands for what they point at by now, and back to what
  /// stands for itself again. Answers with those that lead elsewhere than before.
  public Map<UUID, T> follow(Collection<UUID> ids, Instant at) {
    record Was(UUID id, String feed, Laid laid, String body) {}
    List<Was> rows =
        jdbc.sql(
                """
                select id, feed::text, overrides::text, vouched_on, vouched_method, body::text
                  from %s
                 where id = any(:ids)
                 order by id
                   for update
                """
                    .formatted(name))
            .param("ids", array(ids))
            .query((row, _) ->
                new Was(
                    row.getObject(1, UUID.class), row.getString(2), laid(row, 3), row.getString(6)))
            .list();
    Succession now = layering.now();
    Map<UUID, T> led = new LinkedHashMap<>();
    for (Was was : rows) {
      JsonNode body = layering.inForce(was.feed(), was.laid(), now);
      if (!layering.leadsAlike(body, was.body())) {
        String written = json.write(body);
        jdbc.sql(
                "update %s set body = :body::jsonb, changed_at = :at where id = :id"
                    .formatted(name))
            .param("body", written)
            .param("at", Timestamp.from(at))
            .param("id", was.id())
            .update();
        led.put(was.id(), json.read(written, type));
      }
    }
    return led;
  }

  /// Those that point at one of the ids, by any pointer at such a kind; withdrawn ones among them.
  public Set<UUID> pointingAt(Succession.Pointer pointer, Collection<UUID> ids) {
    String path = "'{" + String.join(",", pointer.path()) + "}'";
    return new HashSet<>(
        jdbc.sql(
                """
                select id from %1$s
                 where body #>> %2$s = any(:ids)
                    or (jsonb_typeof(body #> %2$s) = 'array'
                        and jsonb_exists_any(body #> %2$s, :ids))
                """
                    .formatted(name, path))
            .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
            .query(UUID.class)
            .list());
  }

  /// Held for this transaction, so that what is laid meanwhile isn't lost under the feed.
  private Map<UUID, Laid> laid(Collection<UUID> ids) {
    Map<UUID, Laid> laid = new HashMap<>();
    jdbc.sql(
            """
            select id, overrides::text, vouched_on, vouched_method from %s
             where id = any(:ids)
             order by id
               for update
            """
                .formatted(name))
        .param("ids", array(ids))
        .query(row -> {
          laid.put(row.getObject(1, UUID.class), laid(row, 2));
        });
    return laid;
  }

  private static Laid laid(ResultSet row, int first) throws SQLException {
    return new Laid(
        row.getString(first), row.getObject(first + 1, LocalDate.class), row.getString(first + 2));
  }

  /// Lays an editor's patch over the record, under what was laid before. Answers with what is in
  /// force now; with nothing when there is no such record.
  ///
  /// @throws tools.jackson.core.JacksonException when the patched record would break its own rules
  public Optional<T> override(UUID id, JsonNode patch, Function<T, String> slug, Instant now) {
    record Was(String feed, Laid laid) {}
    Optional<Was> was =
        jdbc.sql(
                """
                select feed::text, overrides::text, vouched_on, vouched_method from %s
                 where id = :id for update
                """
                    .formatted(name))
            .param("id", id)
            .query((row, _) -> new Was(row.getString(1), laid(row, 2)))
            .optional();
    if (was.isEmpty()) {
      return Optional.empty();
    }
    Laid laid = was.get().laid();
    String overrides = layering.patched(laid.overrides(), patch);
    String body =
        json.write(layering.inForce(was.get().feed(), laid.with(overrides), layering.now()));
    // Reading it proves that the patched record still keeps its own rules.
    T patched = json.read(body, type);
    jdbc.sql(
            """
            update %s
               set overrides = :overrides::jsonb, body = :body::jsonb, slug = :slug,
                   changed_at = :now
             where id = :id
            """
                .formatted(name))
        .param("overrides", overrides)
        .param("body", json.write(patched))
        .param("slug", slug.apply(patched))
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
    return Optional.of(patched);
  }

  /// What a record is made of: what its feed says, and what was laid over it.
  public record Sides(JsonNode feed, JsonNode overrides) {}

  public Optional<Sides> sides(UUID id) {
    return jdbc.sql("select feed::text, overrides::text from %s where id = :id".formatted(name))
        .param("id", id)
        .query((row, _) -> new Sides(json.tree(row.getString(1)), json.tree(row.getString(2))))
        .optional();
  }

  /// Those of the ids that this source owns.
  public Set<UUID> owned(String source, Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql("select id from %s where source = :source and id = any(:ids)".formatted(name))
            .param("source", source)
            .param("ids", array(ids))
            .query(UUID.class)
            .list());
  }

  /// Those of the ids that exist and are not withdrawn, or for which another stands.
  public Set<UUID> existing(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                """
                select id from %s
                 where (withdrawn_at is null or replaced_at is not null) and id = any(:ids)
                """
                    .formatted(name))
            .param("ids", array(ids))
            .query(UUID.class)
            .list());
  }

  /// Answers with those that were in sight until now.
  public Set<UUID> withdraw(String source, Collection<UUID> ids, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                update %s set withdrawn_at = :now, changed_at = :now
                 where source = :source and id = any(:ids) and withdrawn_at is null
                returning id
                """
                    .formatted(name))
            .param("source", source)
            .param("ids", array(ids))
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }

  /// The record, held for this transaction.
  public Optional<Row<T>> hold(UUID id) {
    return jdbc.sql(select + " where id = :id for update")
        .param("id", id)
        .query((row, _) -> row(row))
        .optional();
  }

  public List<Row<T>> byIds(Collection<UUID> ids) {
    return pointingAt("id", ids);
  }

  /// Those whose column has one of the ids, withdrawn ones among them.
  public List<Row<T>> pointingAt(String column, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(select + " where %s = any(:ids) order by slug".formatted(column))
        .param("ids", array(ids))
        .query((row, _) -> row(row))
        .list();
  }

  /// Those in sight for which a condition of the room's own SQL holds, in its order.
  public List<Row<T>> inSight(String condition, Map<String, ?> params, String order, int most) {
    return jdbc.sql(
            select
                + " where withdrawn_at is null and replaced_at is null and (%s) order by %s limit :most"
                    .formatted(condition, order))
        .params(params)
        .param("most", most)
        .query((row, _) -> row(row))
        .list();
  }

  public Optional<Row<T>> bySlug(String slug) {
    // The tail alone finds a record whose name has changed since somebody kept its address.
    List<Row<T>> found =
        jdbc.sql(select + " where tail = :tail order by slug = :slug desc limit 2")
            .param("slug", slug)
            .param("tail", Slug.tailOf(slug))
            .query((row, _) -> row(row))
            .list();
    boolean sure = found.size() == 1 || (!found.isEmpty() && found.getFirst().slug().equals(slug));
    return sure ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// All that are not withdrawn, read as they stream by.
  public void forEach(Consumer<Row<T>> consumer) {
    template.setFetchSize(FETCH);
    template.query(
        select + IN_SIGHT + " order by id",
        row -> {
          consumer.accept(row(row));
        });
  }

  public int count() {
    return jdbc.sql("select count(*) from " + name + IN_SIGHT).query(Integer.class).single();
  }

  private Row<T> row(ResultSet row) throws SQLException {
    Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Row<>(
        type.cast(reader.<Object>readValue(row.getString("body"))),
        row.getString("slug"),
        row.getString("source"),
        row.getTimestamp("changed_at").toInstant(),
        row.getTimestamp("landed_at").toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
