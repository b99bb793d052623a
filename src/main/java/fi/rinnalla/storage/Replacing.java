package fi.rinnalla.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which rows of a [RecordTable] another stands for. It is beside what the feed says, so that no
/// import undoes it, and it rests while the other's source is without it.
public final class Replacing {
  private final String name;
  private final JdbcClient jdbc;

  /// @param name the table with its schema
  public Replacing(String name, JdbcClient jdbc) {
    this.name = name;
    this.jdbc = jdbc;
  }

  /// Those of the ids that are in sight, held for this transaction, always in the same order.
  public Set<UUID> holdInSight(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                """
                select id from %s
                 where id = any(:ids) and withdrawn_at is null and ended_at is null
                   and replaced_at is null
                 order by id for update
                """
                    .formatted(name))
            .param("ids", array(ids))
            .query(UUID.class)
            .list());
  }

  public void replace(UUID id, UUID by, Instant now) {
    jdbc.sql(
            """
            update %s set replaced_by = :by, replaced_at = :now, changed_at = :now where id = :id
            """
                .formatted(name))
        .param("id", id)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The record stands for itself again. False when another has come to stand for it meanwhile.
  public boolean restore(UUID id, UUID by, Instant now) {
    return jdbc.sql(
                """
                update %s set replaced_by = null, replaced_at = null, changed_at = :now
                 where id = :id and replaced_by = :by
                """
                    .formatted(name))
            .param("id", id)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Weighs anew all that leads to the ids, by however many steps, since these came or went. As
  /// long as anything further on is there, another stands for a row; when its source has taken away
  /// all of them, the row comes back. So nothing in sight is ever led on to what is in sight, and
  /// no circle can come about.
  ///
  /// @return those that went out of sight or came back
  public Set<UUID> weigh(Collection<UUID> ids, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                with recursive before(id) as (
                  select id from %1$s where replaced_by = any(:ids)
                  union
                  select t.id from %1$s t join before b on t.replaced_by = b.id
                ), further(id, next) as (
                  select t.id, t.replaced_by from %1$s t join before b on b.id = t.id
                  union
                  select f.id, t.replaced_by from further f join %1$s t on t.id = f.next
                   where t.replaced_by is not null
                ), weighed as (
                  select f.id, bool_or(t.withdrawn_at is null) as stood_for
                    from further f join %1$s t on t.id = f.next
                   group by f.id
                )
                update %1$s r set replaced_at = case when w.stood_for then cast(:now as timestamptz) end,
                       changed_at = :now
                  from weighed w
                 where r.id = w.id and (r.replaced_at is not null) <> w.stood_for
                returning r.id
                """
                    .formatted(name))
            .param("ids", array(ids))
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }

  /// Those of the ids whose sources have taken them away.
  public Set<UUID> withdrawn(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                "select id from %s where id = any(:ids) and withdrawn_at is not null"
                    .formatted(name))
            .param("ids", array(ids))
            .query(UUID.class)
            .list());
  }

  /// Whose words stand behind a row, by however many steps: the sources of all that it stands for.
  public List<String> sources(UUID id) {
    return jdbc.sql(
            """
            with recursive behind(id, source) as (
              select id, source from %1$s where replaced_by = :id and replaced_at is not null
              union
              select t.id, t.source from %1$s t join behind b on t.replaced_by = b.id
               where t.replaced_at is not null
            )
            select distinct source from behind order by source
            """
                .formatted(name))
        .param("id", id)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Every row that another stands for now, and which.
  public Map<UUID, UUID> inForce() {
    Map<UUID, UUID> steps = new HashMap<>();
    jdbc.sql(
            "select id, replaced_by from %s where replaced_by is not null and replaced_at is not null"
                .formatted(name))
        .query(row -> {
          steps.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
    return steps;
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
