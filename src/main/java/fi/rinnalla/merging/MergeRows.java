package fi.rinnalla.merging;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The rows of `merging.merge`.
@Component
class MergeRows {
  private final JdbcClient jdbc;
  private final Json json;

  MergeRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Merge merge) {
    jdbc.sql(
            """
            insert into merging.merge (pair, stays, goes, before, laid, followed)
            values (:pair, :stays, :goes, :before::jsonb, :laid::jsonb, :followed)
            """)
        .param("pair", merge.pair().value())
        .param("stays", merge.stays())
        .param("goes", merge.goes())
        .param("before", json.write(merge.before()))
        .param("laid", json.write(merge.laid()))
        .param("followed", merge.followed().toArray(UUID[]::new))
        .update();
  }

  /// Those where something was chosen from the one that went.
  List<PairId> withChosenFields() {
    return jdbc.sql("select pair from merging.merge where laid <> '{}' order by pair")
        .query((row, _) -> new PairId(row.getObject(1, UUID.class)))
        .list();
  }

  /// A merge of records of a kind.
  record OfKind(Kind kind, Merge merge) {}

  /// The merge, while nobody undoes it.
  Optional<OfKind> hold(PairId pair) {
    return jdbc.sql(
            """
            select merge.*, pair.kind
              from merging.merge join merging.pair on pair.id = merge.pair
             where merge.pair = :pair for update of pair, merge
            """)
        .param("pair", pair.value())
        .query((row, n) ->
            new OfKind(Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), merge(row, n)))
        .optional();
  }

  void lay(PairId pair, JsonNode laid) {
    jdbc.sql("update merging.merge set laid = :laid::jsonb where pair = :pair")
        .param("pair", pair.value())
        .param("laid", json.write(laid))
        .update();
  }

  Optional<Merge> find(PairId pair) {
    return jdbc.sql("select * from merging.merge where pair = :pair")
        .param("pair", pair.value())
        .query(this::merge)
        .optional();
  }

  void remove(PairId pair) {
    jdbc.sql("delete from merging.merge where pair = :pair").param("pair", pair.value()).update();
  }

  /// A record that stands for another, and its kind.
  record Stays(Kind kind, UUID id) {}

  /// Those that stand for another in the areas.
  List<Stays> staying(Set<AreaCode> areas) {
    return jdbc.sql(
            """
            select pair.kind, merge.stays
              from merging.merge join merging.pair on pair.id = merge.pair
             where pair.areas && cast(:areas as text[])
            """)
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .query((row, _) ->
            new Stays(
                Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getObject(2, UUID.class)))
        .list();
  }

  private Merge merge(ResultSet row, int number) throws SQLException {
    return new Merge(
        new PairId(row.getObject("pair", UUID.class)),
        row.getObject("stays", UUID.class),
        row.getObject("goes", UUID.class),
        json.tree(row.getString("before")),
        json.tree(row.getString("laid")),
        Set.of((UUID[]) row.getArray("followed").getArray()));
  }
}
