package fi.rinnalla.directory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Services at locations that say the same since what they point at was made one: the one whose
/// feed said so itself stands for the one that was led there, or a service would be given twice at
/// one place.
@Component
class Twins {
  private final JdbcClient jdbc;

  Twins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Looks again at those that were led elsewhere, landed or went; answers with those that went out
  /// of sight or came back.
  Set<UUID> settle(Collection<UUID> ids, Instant now) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    // Each statement begins from these ids: with "it or its twin is among them" the database reads
    // the whole table for each batch of an import.
    Set<UUID> changed = new HashSet<>();
    changed.addAll(
        run(
            """
            update directory.service_at_location it
               set replaced_by = null, replaced_at = null, changed_at = :now
              from directory.service_at_location twin
             where twin.id = it.replaced_by
               and it.id in (select unnest(:ids)
                             union
                             select id from directory.service_at_location
                              where replaced_by = any(:ids))
               and (twin.withdrawn_at is not null
                    or (it.service_id, it.location_id) <> (twin.service_id, twin.location_id))
            returning it.id
            """,
            ids,
            now));
    changed.addAll(
        run(
            """
            with near as (
              select seen.id as one, other.id as two
                from directory.service_at_location seen
                join directory.service_at_location other
                  on other.service_id = seen.service_id and other.location_id = seen.location_id
                 and other.id <> seen.id
               where seen.id = any(:ids)),
            pair as (
              select one as it, two as twin from near union select two, one from near)
            update directory.service_at_location it
               set replaced_by = twin.id, replaced_at = :now, changed_at = :now
              from pair
              join directory.service_at_location twin on twin.id = pair.twin
             where it.id = pair.it
               and it.replaced_by is null and twin.replaced_by is null
               and it.withdrawn_at is null and twin.withdrawn_at is null
               and (it.feed ->> 'service' <> it.service_id::text
                    or it.feed ->> 'location' <> it.location_id::text)
               and twin.feed ->> 'service' = twin.service_id::text
               and twin.feed ->> 'location' = twin.location_id::text
            returning it.id
            """,
            ids,
            now));
    return changed;
  }

  private Set<UUID> run(String sql, Collection<UUID> ids, Instant now) {
    return new HashSet<>(
        jdbc.sql(sql)
            .param("ids", ids.toArray(UUID[]::new))
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }
}
