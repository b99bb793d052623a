package fi.rinnalla.advice;

import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `advice.canned`.
@Component
class CannedRows {
  private final JdbcClient jdbc;
  private final Json json;

  CannedRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(UUID desk, CannedAnswer it) {
    jdbc.sql(
            """
            insert into advice.canned (id, desk, lang, title, body, cards)
            values (:id, :desk, :lang, :title, :body, cast(:cards as jsonb))
            """)
        .param("id", it.id())
        .param("desk", desk)
        .param("lang", it.lang().code())
        .param("title", it.title())
        .param("body", it.body())
        .param("cards", json.write(it.cards().toArray(CannedAnswer.Shows[]::new)))
        .update();
  }

  List<CannedAnswer> of(UUID desk) {
    return jdbc.sql("select * from advice.canned where desk = :desk order by lang, title, id")
        .param("desk", desk)
        .query(this::canned)
        .list();
  }

  Optional<CannedAnswer> find(UUID desk, UUID id) {
    return jdbc.sql("select * from advice.canned where desk = :desk and id = :id")
        .param("desk", desk)
        .param("id", id)
        .query(this::canned)
        .optional();
  }

  void delete(UUID desk, UUID id) {
    jdbc.sql("delete from advice.canned where desk = :desk and id = :id")
        .param("desk", desk)
        .param("id", id)
        .update();
  }

  private CannedAnswer canned(ResultSet row, int number) throws SQLException {
    return new CannedAnswer(
        row.getObject("id", UUID.class),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        row.getString("title"),
        row.getString("body"),
        List.of(json.read(row.getString("cards"), CannedAnswer.Shows[].class)));
  }
}
