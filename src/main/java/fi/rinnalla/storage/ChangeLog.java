package fi.rinnalla.storage;

import fi.rinnalla.vocabulary.ChangeMark;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A room's log of what changed: a table `change` in its schema. Each node follows it at its own
/// pace with a [ChangeMark], so that a node which slept, or lost its index, catches up.
public final class ChangeLog {

  /// Something of this kind and id was published, changed or withdrawn.
  public record Change(ChangeMark mark, String kind, UUID id) {}

  private final JdbcClient jdbc;
  private final String addSql;
  private final String readSql;
  private final String endSql;

  public ChangeLog(JdbcClient jdbc, String schema) {
    this.jdbc = jdbc;
    this.addSql =
        """
        insert into %s.change (kind, id, at)
        select :kind, id, :now from unnest(:ids) as id
        """
            .formatted(schema);
    this.readSql =
        """
        select tx::text::bigint as tx, seq, kind, id
          from %s.change
         where (tx, seq) > (:tx::text::xid8, :seq)
           and tx < pg_snapshot_xmin(pg_current_snapshot())
         order by tx, seq
         limit :most
        """
            .formatted(schema);
    this.endSql =
        """
        select tx::text::bigint as tx, seq
          from %s.change
         where tx < pg_snapshot_xmin(pg_current_snapshot())
         order by tx desc, seq desc
         limit 1
        """
            .formatted(schema);
  }

  /// Written down in the transaction that changes the records themselves.
  public void add(String kind, Collection<UUID> ids, Instant now) {
    if (!ids.isEmpty()) {
      jdbc.sql(addSql)
          .param("kind", kind)
          .param("ids", ids.toArray(UUID[]::new))
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  public List<Change> after(ChangeMark mark, int most) {
    return jdbc.sql(readSql)
        .param("tx", Long.toString(mark.tx()))
        .param("seq", mark.seq())
        .param("most", most)
        .query((row, _) ->
            new Change(
                new ChangeMark(row.getLong("tx"), row.getLong("seq")),
                row.getString("kind"),
                row.getObject("id", UUID.class)))
        .list();
  }

  /// The last change that is finished. Read before a rebuild, it is where to go on after it.
  public ChangeMark end() {
    return jdbc.sql(endSql)
        .query((row, _) -> new ChangeMark(row.getLong("tx"), row.getLong("seq")))
        .optional()
        .orElse(ChangeMark.START);
  }
}
