package fi.rinnalla.identity;

import fi.rinnalla.storage.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes [Belongings] of rows that need no more than to be read.
@Component
public class OwnRows {
  private final JdbcClient jdbc;
  private final Json json;

  OwnRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @param queries by what they find: each gives one `jsonb` a row, for the person `:person`
  public Belongings belongings(String room, Map<String, String> queries) {
    return new Belongings() {
      @Override
      public String room() {
        return room;
      }

      @Override
      public Map<String, List<?>> of(PersonId person) {
        Map<String, List<?>> all = new LinkedHashMap<>();
        queries.forEach((what, sql) -> all.put(what, told(sql, person)));
        return all;
      }
    };
  }

  private List<?> told(String sql, PersonId person) {
    return jdbc.sql(sql)
        .param("person", person.value())
        .query((row, _) -> json.tree(row.getString(1)))
        .list();
  }
}
