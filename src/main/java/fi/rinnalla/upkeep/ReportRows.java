package fi.rinnalla.upkeep;

import fi.rinnalla.vocabulary.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `upkeep.report`.
@Component
class ReportRows {
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  ReportRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Report report) {
    jdbc.sql(
            """
            insert into upkeep.report
              (id, kind, record, organization, areas, what, words, reported_at, state)
            values (:id, :kind, :record, :organization, :areas, :what, :words, :at, :state)
            """)
        .param("id", report.id())
        .param("kind", report.subject().kind().code())
        .param("record", report.subject().record())
        .param("organization", report.organization())
        .param("areas", strings(report.areas()))
        .param("what", report.what().code())
        .param("words", report.words())
        .param("at", Timestamp.from(report.reportedAt()))
        .param("state", report.state().code())
        .update();
  }

  /// Those of an organization, or of areas, in these states.
  ///
  /// @param organization null for those of areas
  List<Report> list(
      @Nullable UUID organization,
      Set<AreaCode> areas,
      Set<Report.State> states,
      boolean newestFirst) {
    String order = newestFirst ? "desc" : "asc";
    return jdbc.sql(
            """
            select * from upkeep.report
             where (organization = cast(:organization as uuid)
                    or areas && cast(:areas as text[]))
               and state = any(:states)
             order by reported_at %s, id
             limit :most
            """
                .formatted(order))
        .param("organization", organization)
        .param("areas", strings(areas))
        .param("states", codes(states))
        .param("most", MOST)
        .query(ReportRows::report)
        .list();
  }

  boolean any() {
    return jdbc.sql("select exists (select 1 from upkeep.report)").query(Boolean.class).single();
  }

  int count(@Nullable UUID organization, Set<AreaCode> areas, Set<Report.State> states) {
    return jdbc.sql(
            """
            select count(*) from upkeep.report
             where (organization = cast(:organization as uuid)
                    or areas && cast(:areas as text[]))
               and state = any(:states)
            """)
        .param("organization", organization)
        .param("areas", strings(areas))
        .param("states", codes(states))
        .query(Integer.class)
        .single();
  }

  Optional<Instant> oldest(Set<AreaCode> areas, Set<Report.State> states) {
    return jdbc.sql(
            """
            select reported_at from upkeep.report
             where areas && cast(:areas as text[]) and state = any(:states)
             order by reported_at limit 1
            """)
        .param("areas", strings(areas))
        .param("states", codes(states))
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  Optional<Report> find(UUID id) {
    return jdbc.sql("select * from upkeep.report where id = :id")
        .param("id", id)
        .query(ReportRows::report)
        .optional();
  }

  /// All that was told of the same record, the oldest first.
  List<Report> about(Subject subject) {
    return jdbc.sql(
            """
            select * from upkeep.report where kind = :kind and record = :record
             order by reported_at, id
            """)
        .param("kind", subject.kind().code())
        .param("record", subject.record())
        .query(ReportRows::report)
        .list();
  }

  /// Held until the end of the transaction, so that two who settle at once stand in a line.
  List<Report> hold(Collection<UUID> ids) {
    return jdbc.sql("select * from upkeep.report where id = any(:ids) order by id for update")
        .param("ids", ids.toArray(UUID[]::new))
        .query(ReportRows::report)
        .list();
  }

  void move(UUID id, Report.State state, Report.@Nullable Settled settled) {
    jdbc.sql(
            """
            update upkeep.report
               set state = :state, settled_at = :at, settled_by = :by, settled_in_region = :region
             where id = :id
            """)
        .param("id", id)
        .param("state", state.code())
        .param("at", settled == null ? null : Timestamp.from(settled.at()))
        .param("by", settled == null ? null : settled.by())
        .param("region", settled == null ? null : settled.region())
        .update();
  }

  /// Erases the words of what was settled before this.
  int erase(Instant before) {
    return jdbc.sql(
            """
            update upkeep.report set words = null
             where words is not null and settled_at < :before
            """)
        .param("before", Timestamp.from(before))
        .update();
  }

  private static String[] strings(Set<AreaCode> areas) {
    return areas.stream().map(AreaCode::value).toArray(String[]::new);
  }

  private static String[] codes(Set<Report.State> states) {
    return states.stream().map(Report.State::code).toArray(String[]::new);
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("settled_by", UUID.class);
    Timestamp settledAt = row.getTimestamp("settled_at");
    return new Report(
        row.getObject("id", UUID.class),
        new Subject(
            Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getObject("record", UUID.class)),
        row.getObject("organization", UUID.class),
        Stream.of((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getString("words"),
        row.getTimestamp("reported_at").toInstant(),
        Report.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        by == null || settledAt == null
            ? null
            : new Report.Settled(by, row.getBoolean("settled_in_region"), settledAt.toInstant()));
  }
}
