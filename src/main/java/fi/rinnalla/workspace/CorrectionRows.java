package fi.rinnalla.workspace;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.correction`.
@Component
class CorrectionRows {
  private final JdbcClient jdbc;

  CorrectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who corrected a field, and when.
  record Made(UUID by, Instant at) {}

  Map<String, Made> of(UUID record) {
    Map<String, Made> made = new HashMap<>();
    jdbc.sql("select * from workspace.correction where record = :record")
        .param("record", record)
        .query(row -> {
          made.put(
              row.getString("field"),
              new Made(
                  row.getObject("corrected_by", UUID.class),
                  row.getTimestamp("corrected_at").toInstant()));
        });
    return made;
  }

  void put(UUID record, String field, @Nullable UUID organization, UUID by, Instant at) {
    jdbc.sql(
            """
            insert into workspace.correction
              (record, field, organization, corrected_at, corrected_by)
            values (:record, :field, :organization, :at, :by)
            on conflict (record, field) do update
               set corrected_at = excluded.corrected_at, corrected_by = excluded.corrected_by
            """)
        .param("record", record)
        .param("field", field)
        .param("organization", organization, Types.OTHER)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  void remove(UUID record, String field) {
    jdbc.sql("delete from workspace.correction where record = :record and field = :field")
        .param("record", record)
        .param("field", field)
        .update();
  }
}
