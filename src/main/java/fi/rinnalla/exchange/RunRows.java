package fi.rinnalla.exchange;

import fi.rinnalla.storage.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The rows of `exchange.import_run` and `exchange.notice`.
@Component
class RunRows {
  private static final Map<String, Class<? extends Notice>> NOTICES = noticeTypes();

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;

  RunRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  ImportRun start(Source source, String location, Instant now) {
    long id =
        jdbc.sql(
                """
                insert into exchange.import_run (source, location, state, started_at)
                values (:source, :location, 'READING', :now)
                returning id
                """)
            .param("source", source.name())
            .param("location", location)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    return get(new RunId(id));
  }

  ImportRun save(ImportRun run) {
    ImportRun.Counts counts = run.counts();
    Instant finished = run.finishedAt();
    jdbc.sql(
            """
            update exchange.import_run
               set state = :state, complete = :complete, covers = :covers, finished_at = :finished,
                   read = :read, landed = :landed, unchanged = :unchanged, withdrawn = :withdrawn,
                   faulty = :faulty, staged = :staged, missing = :missing, notices = :notices::jsonb
             where id = :id
            """)
        .param("id", run.id().value())
        .param("state", run.state().name())
        .param("complete", run.complete())
        .param("covers", run.covers().stream().map(Enum::name).toArray(String[]::new))
        .param("finished", finished == null ? null : Timestamp.from(finished))
        .param("read", counts.read())
        .param("landed", counts.landed())
        .param("unchanged", counts.unchanged())
        .param("withdrawn", counts.withdrawn())
        .param("faulty", counts.faulty())
        .param("staged", counts.staged())
        .param("missing", run.missing())
        .param("notices", json.write(run.notices()))
        .update();
    return run;
  }

  ImportRun get(RunId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no run " + id));
  }

  Optional<ImportRun> find(RunId id) {
    return jdbc.sql("select * from exchange.import_run where id = :id")
        .param("id", id.value())
        .query((row, _) -> run(row))
        .optional();
  }

  List<ImportRun> latest(int most) {
    return jdbc.sql("select * from exchange.import_run order by id desc limit :most")
        .param("most", most)
        .query((row, _) -> run(row))
        .list();
  }

  Map<String, ImportRun> lastOfEach() {
    Map<String, ImportRun> last = new LinkedHashMap<>();
    jdbc.sql("select distinct on (source) * from exchange.import_run order by source, id desc")
        .query((row, _) -> run(row))
        .list()
        .forEach(run -> last.put(run.source(), run));
    return last;
  }

  Optional<ImportRun> lastOf(String source) {
    return jdbc.sql(
            "select * from exchange.import_run where source = :source order by id desc limit 1")
        .param("source", source)
        .query((row, _) -> run(row))
        .optional();
  }

  /// The last that was read to its end and has landed.
  Optional<ImportRun> lastWhole(String source) {
    return jdbc.sql(
            """
            select * from exchange.import_run
             where source = :source and complete and state = 'DONE'
             order by id desc
             limit 1
            """)
        .param("source", source)
        .query((row, _) -> run(row))
        .optional();
  }

  boolean hasFinished(String source) {
    return jdbc.sql(
            """
            select exists (select 1 from exchange.import_run
                            where source = :source
                              and state in ('DONE', 'AWAITING_CONFIRMATION'))
            """)
        .param("source", source)
        .query(Boolean.class)
        .single();
  }

  /// Those that were killed on their way, or are still on it.
  List<ImportRun> unfinished() {
    return jdbc.sql(
            "select * from exchange.import_run where state in ('READING', 'LANDING') order by id")
        .query((row, _) -> run(row))
        .list();
  }

  void addNotices(RunId run, int firstSeq, List<Notice> notices) {
    int seq = firstSeq;
    List<@Nullable Object[]> rows = new java.util.ArrayList<>();
    for (Notice notice : notices) {
      rows.add(
          new @Nullable Object[] {
            run.value(),
            seq++,
            notice.type(),
            notice.severity().name(),
            clean(notice.record()),
            notice.field(),
            clean(Notice.excerpt(notice.value())),
            json.write(notice)
          });
    }
    template.batchUpdate(
        """
        insert into exchange.notice (run, seq, type, severity, record, field, value, body)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (run, seq) do nothing
        """,
        (List) rows);
  }

  int countNotices(RunId run) {
    return jdbc.sql("select count(*) from exchange.notice where run = :run")
        .param("run", run.value())
        .query(Integer.class)
        .single();
  }

  /// The kept notices, by type, the gravest first.
  Map<String, List<Notice>> notices(RunId run) {
    record Row(String type, String body) {}
    Map<String, List<Notice>> byType = new LinkedHashMap<>();
    jdbc.sql(
            """
            select type, body::text from exchange.notice
             where run = :run
             order by array_position(array['ERROR', 'WARNING', 'INFO'], severity), type, seq
            """)
        .param("run", run.value())
        .query((row, _) -> new Row(row.getString(1), row.getString(2)))
        .list()
        .forEach(row -> {
          Class<? extends Notice> type = NOTICES.get(row.type());
          // A type of an older release that is no more.
          if (type != null) {
            byType
                .computeIfAbsent(row.type(), _ -> new java.util.ArrayList<>())
                .add(json.read(row.body(), type));
          }
        });
    return byType;
  }

  private ImportRun run(ResultSet row) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    Map<String, Integer> notices = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : json.tree(row.getString("notices")).properties()) {
      notices.put(one.getKey(), one.getValue().asInt());
    }
    Set<Draft.Kind> covers =
        Stream.of((String[]) row.getArray("covers").getArray())
            .map(Draft.Kind::valueOf)
            .collect(Collectors.toSet());
    return new ImportRun(
        new RunId(row.getLong("id")),
        row.getString("source"),
        row.getString("location"),
        ImportRun.State.valueOf(row.getString("state")),
        row.getBoolean("complete"),
        covers,
        row.getTimestamp("started_at").toInstant(),
        finished == null ? null : finished.toInstant(),
        new ImportRun.Counts(
            row.getInt("read"),
            row.getInt("landed"),
            row.getInt("unchanged"),
            row.getInt("withdrawn"),
            row.getInt("faulty"),
            row.getInt("staged")),
        row.getInt("missing"),
        notices);
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : text.replace("\u0000", "");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Class<? extends Notice>> noticeTypes() {
    Map<String, Class<? extends Notice>> types = new LinkedHashMap<>();
    for (Class<?> family : Notice.class.getPermittedSubclasses()) {
      for (Class<?> type : family.getPermittedSubclasses()) {
        types.put(type.getSimpleName(), (Class<? extends Notice>) type);
      }
    }
    return types;
  }
}
