package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.returned`.
@Component
class ReturnedRows {
  private final JdbcClient jdbc;

  ReturnedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Kept kept, String reason, Instant now) {
    jdbc.sql(
            """
            insert into workspace.returned (sheet, organization, reason, returned_at)
            values (:sheet, :organization, :reason, :now)
            on conflict (sheet) do update
               set reason = excluded.reason, returned_at = excluded.returned_at
            """)
        .param("sheet", kept.id())
        .param("organization", kept.organization().value())
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forget(UUID sheet) {
    jdbc.sql("delete from workspace.returned where sheet = :sheet").param("sheet", sheet).update();
  }

  Map<UUID, String> of(OrganizationId organization) {
    Map<UUID, String> reasons = new HashMap<>();
    jdbc.sql("select sheet, reason from workspace.returned where organization = :organization")
        .param("organization", organization.value())
        .query(row -> {
          reasons.put(row.getObject("sheet", UUID.class), row.getString("reason"));
        });
    return reasons;
  }
}
