package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.upload` and `workspace.uploaded`.
@Component
class UploadRows {
  private final JdbcClient jdbc;

  UploadRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file as it was sent.
  record File(String name, byte[] content) {}

  void add(UUID id, OrganizationId organization, File file, UUID by, Instant now) {
    jdbc.sql(
            """
            insert into workspace.upload (id, organization, name, content, made_by, made_at)
            values (:id, :organization, :name, :content, :by, :now)
            """)
        .param("id", id)
        .param("organization", organization.value())
        .param("name", file.name())
        .param("content", file.content())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Held until the end of the transaction: of two who publish it at once, the later finds it gone.
  Optional<File> hold(UUID id, OrganizationId organization) {
    return jdbc.sql(
            """
            select name, content from workspace.upload
             where id = :id and organization = :organization for update
            """)
        .param("id", id)
        .param("organization", organization.value())
        .query((row, _) -> new File(row.getString(1), row.getBytes(2)))
        .optional();
  }

  void remove(UUID id) {
    jdbc.sql("delete from workspace.upload where id = :id").param("id", id).update();
  }

  void forgetBefore(Instant time) {
    jdbc.sql("delete from workspace.upload where made_at < :time")
        .param("time", Timestamp.from(time))
        .update();
  }

  /// What tables last said, by listing.
  Map<UUID, byte[]> said(OrganizationId organization) {
    Map<UUID, byte[]> said = new HashMap<>();
    jdbc.sql("select sheet, digest from workspace.uploaded where organization = :organization")
        .param("organization", organization.value())
        .query(row -> {
          said.put(row.getObject(1, UUID.class), row.getBytes(2));
        });
    return said;
  }

  void say(UUID sheet, OrganizationId organization, byte[] digest) {
    jdbc.sql(
            """
            insert into workspace.uploaded (sheet, organization, digest)
            values (:sheet, :organization, :digest)
            on conflict (sheet) do update set digest = excluded.digest
            """)
        .param("sheet", sheet)
        .param("organization", organization.value())
        .param("digest", digest)
        .update();
  }
}
