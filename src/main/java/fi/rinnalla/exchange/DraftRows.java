package fi.rinnalla.exchange;

import fi.rinnalla.storage.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `exchange.draft`, on their way in, and of the ledger `exchange.source_record`.
@Component
class DraftRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;

  DraftRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  /// A draft as it waits: its record is JSON until it lands.
  record Staged(
      int seq,
      Draft.Kind kind,
      UUID recordId,
      String sourceId,
      @Nullable String sourceUrl,
      byte[] hash,
      String body,
      String raw) {

    Object record(Json json) {
      return json.read(body, kind.type());
    }
  }

  void stage(RunId run, Collection<Staged> drafts) {
    template.batchUpdate(
        """
        insert into exchange.draft
               (run, seq, kind, record_id, source_id, source_url, hash, body, raw)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (run, kind, record_id) do update
           set hash = excluded.hash, body = excluded.body, raw = excluded.raw,
               source_url = excluded.source_url
        """,
        drafts,
        drafts.size(),
        (row, draft) -> {
          row.setLong(1, run.value());
          row.setInt(2, draft.seq());
          row.setString(3, draft.kind().name());
          row.setObject(4, draft.recordId());
          row.setString(5, draft.sourceId());
          row.setString(6, draft.sourceUrl());
          row.setBytes(7, draft.hash());
          row.setString(8, draft.body());
          row.setString(9, draft.raw());
        });
  }

  void unstage(RunId run, Draft.Kind kind, Collection<UUID> ids) {
    jdbc.sql(
            "delete from exchange.draft where run = :run and kind = :kind and record_id = any(:ids)")
        .param("run", run.value())
        .param("kind", kind.name())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  void unstageAll(RunId run) {
    jdbc.sql("delete from exchange.draft where run = :run").param("run", run.value()).update();
  }

  int countStaged(RunId run) {
    return jdbc.sql("select count(*) from exchange.draft where run = :run")
        .param("run", run.value())
        .query(Integer.class)
        .single();
  }

  /// The next to land. Those before are deleted rows, which a scan from the start would wade
  /// through.
  List<Staged> next(RunId run, Draft.Kind kind, int afterSeq, int most) {
    return jdbc.sql(
            """
            select seq, record_id, source_id, source_url, hash, body, raw
              from exchange.draft
             where run = :run and kind = :kind and seq > :after
             order by seq
             limit :most
            """)
        .param("run", run.value())
        .param("kind", kind.name())
        .param("after", afterSeq)
        .param("most", most)
        .query((row, _) ->
            new Staged(
                row.getInt("seq"),
                kind,
                row.getObject("record_id", UUID.class),
                row.getString("source_id"),
                row.getString("source_url"),
                row.getBytes("hash"),
                row.getString("body"),
                row.getString("raw")))
        .list();
  }

  /// Those of the ids that still wait to land.
  Set<UUID> staged(RunId run, Draft.Kind kind, Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                """
                select record_id from exchange.draft
                 where run = :run and kind = :kind and record_id = any(:ids)
                """)
            .param("run", run.value())
            .param("kind", kind.name())
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /// What the source said before, by record; a withdrawn one counts as never said.
  Map<UUID, byte[]> hashes(String source, Draft.Kind kind, Collection<UUID> ids) {
    Map<UUID, byte[]> hashes = new HashMap<>();
    jdbc.sql(
            """
            select record_id, hash from exchange.source_record
             where source = :source and kind = :kind and record_id = any(:ids)
               and withdrawn_at is null
            """)
        .param("source", source)
        .param("kind", kind.name())
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          hashes.put(row.getObject(1, UUID.class), row.getBytes(2));
        });
    return hashes;
  }

  /// The feed still has these, whether or not they changed.
  void seen(String source, Draft.Kind kind, Collection<UUID> ids, RunId run) {
    jdbc.sql(
            """
            update exchange.source_record set seen_run = :run
             where source = :source and kind = :kind and record_id = any(:ids)
            """)
        .param("run", run.value())
        .param("source", source)
        .param("kind", kind.name())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  void enter(String source, Collection<Staged> landed, RunId run, Instant now) {
    template.batchUpdate(
        """
        insert into exchange.source_record
               (source, kind, record_id, source_id, hash, raw, source_url, fetched_at, seen_run)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, kind, record_id) do update
           set source_id = excluded.source_id, hash = excluded.hash, raw = excluded.raw,
               source_url = excluded.source_url, fetched_at = excluded.fetched_at,
               seen_run = excluded.seen_run, withdrawn_at = null
        """,
        landed,
        Math.max(1, landed.size()),
        (row, draft) -> {
          row.setString(1, source);
          row.setString(2, draft.kind().name());
          row.setObject(3, draft.recordId());
          row.setString(4, draft.sourceId());
          row.setBytes(5, draft.hash());
          row.setString(6, draft.raw());
          row.setString(7, draft.sourceUrl());
          row.setTimestamp(8, Timestamp.from(now));
          row.setLong(9, run.value());
        });
  }

  /// How many records of these kinds the source has in sight.
  int countInSight(String source, Set<Draft.Kind> kinds) {
    return jdbc.sql(
            """
            select count(*) from exchange.source_record
             where source = :source and kind = any(:kinds) and withdrawn_at is null
            """)
        .param("source", source)
        .param("kinds", names(kinds))
        .query(Integer.class)
        .single();
  }

  /// The feed of this run has said that these are no more.
  void gone(String source, Draft.Kind kind, Collection<UUID> ids, RunId run) {
    jdbc.sql(
            """
            update exchange.source_record set gone_run = :run
             where source = :source and kind = :kind and record_id = any(:ids)
            """)
        .param("run", run.value())
        .param("source", source)
        .param("kind", kind.name())
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /// Those in sight that the run's feed has said to be gone, and where it tells all of this kind,
  /// those that neither this run nor a later one has seen.
  List<UUID> missing(String source, Draft.Kind kind, RunId run, boolean covered) {
    return jdbc.sql(
            """
            select record_id from exchange.source_record
             where source = :source and kind = :kind and withdrawn_at is null
               and (:covered and seen_run < :run or gone_run = :run and seen_run <> :run)
            """)
        .param("covered", covered)
        .param("source", source)
        .param("kind", kind.name())
        .param("run", run.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  void withdrawn(String source, Draft.Kind kind, Collection<UUID> ids, Instant now) {
    jdbc.sql(
            """
            update exchange.source_record set withdrawn_at = :now
             where source = :source and kind = :kind and record_id = any(:ids)
            """)
        .param("source", source)
        .param("kind", kind.name())
        .param("ids", ids.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static String[] names(Set<Draft.Kind> kinds) {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> names.add(kind.name()));
    return names.toArray(String[]::new);
  }
}
