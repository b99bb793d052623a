package fi.rinnalla.merging;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `merging.pair`.
@Component
class PairRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Json json;

  PairRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  /// The two of a pair, the lesser id first.
  record Two(UUID one, UUID other) {
    static Two of(UUID one, UUID other) {
      // As PostgreSQL orders them; UUID.compareTo has signs.
      return one.toString().compareTo(other.toString()) < 0
          ? new Two(one, other)
          : new Two(other, one);
    }
  }

  /// Two rounds at once would both add what is new.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('merging.pair'))").query(row -> {});
  }

  Map<Two, Pair.State> states() {
    Map<Two, Pair.State> states = new HashMap<>();
    jdbc.sql("select one, other, state from merging.pair")
        .query(row -> {
          states.put(
              new Two(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
              Pair.State.of(row.getString(3)));
        });
    return states;
  }

  /// Adds the pairs, and tells the open ones among them how alike they are by now. What was decided
  /// meanwhile stays.
  void put(Collection<Pair> pairs) {
    List<Object[]> rows = new ArrayList<>();
    for (Pair it : pairs) {
      rows.add(
          new Object[] {
            it.id().value(),
            it.kind().code(),
            it.one(),
            it.other(),
            it.score(),
            json.write(it.reasons()),
            strings(it.areas()),
            it.state().code(),
            Timestamp.from(it.foundAt())
          });
    }
    template.batchUpdate(
        """
        insert into merging.pair as was
          (id, kind, one, other, score, reasons, areas, state, found_at)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (one, other) do update
           set score = excluded.score, reasons = excluded.reasons, areas = excluded.areas
         where was.state = 'open'
        """,
        rows);
  }

  /// Forgets open pairs; answers with how many there were.
  int forget(Collection<Two> pairs) {
    int gone = 0;
    for (Two two : pairs) {
      gone +=
          jdbc.sql(
                  """
                  delete from merging.pair
                   where one = :one and other = :other and state = 'open'
                  """)
              .param("one", two.one())
              .param("other", two.other())
              .update();
    }
    return gone;
  }

  /// Those of the areas in a state: open ones the surest first, decided ones the latest first.
  List<Pair> list(Set<AreaCode> areas, Pair.State state, int most, int offset) {
    return jdbc.sql(
            """
            select * from merging.pair
             where state = :state and areas && cast(:areas as text[])
             order by decided_at desc, score desc, id
             limit :most offset :offset
            """)
        .param("state", state.code())
        .param("areas", strings(areas))
        .param("most", most)
        .param("offset", offset)
        .query(this::pair)
        .list();
  }

  int count(Set<AreaCode> areas, Pair.State state) {
    return jdbc.sql(
            """
            select count(*) from merging.pair
             where state = :state and areas && cast(:areas as text[])
            """)
        .param("state", state.code())
        .param("areas", strings(areas))
        .query(Integer.class)
        .single();
  }

  Optional<Pair> find(PairId id) {
    return jdbc.sql("select * from merging.pair where id = :id")
        .param("id", id.value())
        .query(this::pair)
        .optional();
  }

  /// Held until the end of the transaction, so that two who decide at once stand in a line.
  Optional<Pair> hold(PairId id) {
    return jdbc.sql("select * from merging.pair where id = :id for update")
        .param("id", id.value())
        .query(this::pair)
        .optional();
  }

  void move(PairId id, Pair.State state, Pair.@Nullable Decided decided) {
    jdbc.sql(
            """
            update merging.pair set state = :state, decided_at = :at, decided_by = :by
             where id = :id
            """)
        .param("id", id.value())
        .param("state", state.code())
        .param("at", decided == null ? null : Timestamp.from(decided.at()))
        .param("by", decided == null ? null : decided.by())
        .update();
  }

  private static String[] strings(Set<AreaCode> areas) {
    return areas.stream().map(AreaCode::value).toArray(String[]::new);
  }

  private Pair pair(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    Timestamp at = row.getTimestamp("decided_at");
    Instant found = row.getTimestamp("found_at").toInstant();
    return new Pair(
        new PairId(row.getObject("id", UUID.class)),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("one", UUID.class),
        row.getObject("other", UUID.class),
        row.getDouble("score"),
        List.of(json.read(row.getString("reasons"), Likeness.Reason[].class)),
        Stream.of((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        Pair.State.of(row.getString("state")),
        found,
        by == null || at == null ? null : new Pair.Decided(by, at.toInstant()));
  }
}
