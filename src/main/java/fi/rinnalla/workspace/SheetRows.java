package fi.rinnalla.workspace;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `workspace.sheet` and `workspace.history`.
@Component
class SheetRows {
  private final JdbcClient jdbc;
  private final Json json;

  SheetRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Kept> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select *, fields::text as words from workspace.sheet
             where organization = :organization order by changed_at desc
            """)
        .param("organization", organization.value())
        .query(this::kept)
        .list();
  }

  /// What waits for a moderator, the longest first.
  List<Kept> awaiting() {
    return jdbc.sql(
            """
            select *, fields::text as words from workspace.sheet
             where state = 'awaiting' order by changed_at, id
            """)
        .query(this::kept)
        .list();
  }

  Optional<Kept> find(UUID id) {
    return jdbc.sql("select *, fields::text as words from workspace.sheet where id = :id")
        .param("id", id)
        .query(this::kept)
        .optional();
  }

  /// Held until the end of the transaction, so that two who save at once stand in a line.
  Optional<Kept> hold(UUID id) {
    return jdbc.sql(
            "select *, fields::text as words from workspace.sheet where id = :id for update")
        .param("id", id)
        .query(this::kept)
        .optional();
  }

  List<Kept> history(UUID id, String kind) {
    return jdbc.sql(
            """
            select sheet as id, organization, :kind as kind, state, version, changed_at, changed_by,
                   fields::text as words
              from workspace.history where sheet = :id order by version desc
            """)
        .param("id", id)
        .param("kind", kind)
        .query(this::kept)
        .list();
  }

  /// Writes the sheet's new version, and the same in its history.
  void put(Kept kept) {
    jdbc.sql(
            """
            insert into workspace.sheet
              (id, organization, kind, state, version, fields, changed_at, changed_by)
            values (:id, :organization, :kind, :state, :version, :fields::jsonb, :at, :by)
            on conflict (id) do update
               set state = excluded.state, version = excluded.version, fields = excluded.fields,
                   changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("id", kept.id())
        .param("organization", kept.organization().value())
        .param("kind", kept.kind().code())
        .param("state", kept.state().code())
        .param("version", kept.version())
        .param("fields", json.write(kept.sheet()))
        .param("at", Timestamp.from(kept.changedAt()))
        .param("by", kept.changedBy())
        .update();
    jdbc.sql(
            """
            insert into workspace.history
              (sheet, version, organization, state, fields, changed_at, changed_by)
            values (:id, :version, :organization, :state, :fields::jsonb, :at, :by)
            """)
        .param("id", kept.id())
        .param("version", kept.version())
        .param("organization", kept.organization().value())
        .param("state", kept.state().code())
        .param("fields", json.write(kept.sheet()))
        .param("at", Timestamp.from(kept.changedAt()))
        .param("by", kept.changedBy())
        .update();
  }

  private Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Kept.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Kept.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        json.read(row.getString("words"), Sheet.class),
        row.getTimestamp("changed_at").toInstant(),
        row.getObject("changed_by", UUID.class));
  }
}
