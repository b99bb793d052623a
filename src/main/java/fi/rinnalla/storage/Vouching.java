package fi.rinnalla.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What keeps the rows of a [RecordTable] true: who vouched for them here and when, which have
/// ended although their feed still has them, and how fresh each was when the change log was last
/// told. All of it is beside what the feed says, so that no import undoes it.
public final class Vouching {
  private final String name;
  private final JdbcClient jdbc;

  /// @param name the table with its schema
  public Vouching(String name, JdbcClient jdbc) {
    this.name = name;
    this.jdbc = jdbc;
  }

  /// How a row stands to time.
  ///
  /// @param organization whose it is, as the column that was asked for has it
  /// @param since when somebody last vouched for it, or else the day it first landed
  /// @param told what the change log was last told
  public record Standing(UUID id, @Nullable UUID organization, LocalDate since, String told) {}

  /// The rows somebody vouches for. Of two who press at once, the second finds nothing to do.
  ///
  /// @return those for which this is news
  public Set<UUID> vouch(Collection<UUID> ids, LocalDate on, String method, Instant now) {
    return new HashSet<>(
        jdbc.sql(
                """
                update %s
                   set vouched_on = :on, vouched_method = :method, ended_at = null,
                       freshness = 'FRESH', changed_at = :now,
                       body = jsonb_set(body, '{verification}',
                         jsonb_build_object('on', :on::date::text, 'method', :method::text))
                 where id = any(:ids) and withdrawn_at is null
                   and (ended_at is not null
                        or coalesce((body #>> '{verification,on}')::date < :on, true))
                returning id
                """
                    .formatted(name))
            .param("ids", ids.toArray(UUID[]::new))
            .param("on", on)
            .param("method", method)
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .list());
  }

  /// Takes a row out of sight for good, whatever its feed goes on to say. False when it was.
  public boolean end(UUID id, Instant now) {
    return jdbc.sql(
                """
                update %s set ended_at = :now, changed_at = :now
                 where id = :id and ended_at is null and withdrawn_at is null
                """
                    .formatted(name))
            .param("id", id)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Those in sight.
  ///
  /// @param organization the column that names whose it is
  /// @param which a further condition
  public List<Standing> standings(String organization, String which) {
    return jdbc.sql(
            """
            select id, %s as organization, freshness,
                   coalesce((body #>> '{verification,on}')::date,
                            (landed_at at time zone 'Europe/Helsinki')::date) as since
              from %s
             where withdrawn_at is null and ended_at is null and replaced_at is null and %s
            """
                .formatted(organization, name, which))
        .query((row, _) ->
            new Standing(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getString("freshness")))
        .list();
  }

  /// Those that weren't fresh when the change log was last told.
  public Set<UUID> aged() {
    return new HashSet<>(
        jdbc.sql(
                """
                select id from %s
                 where freshness <> 'FRESH' and withdrawn_at is null and ended_at is null
                   and replaced_at is null
                """
                    .formatted(name))
            .query(UUID.class)
            .list());
  }

  /// Remembers what the change log is told.
  public void told(Collection<UUID> ids, String freshness) {
    jdbc.sql("update %s set freshness = :freshness where id = any(:ids)".formatted(name))
        .param("freshness", freshness)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /// The body with the later of the two words: the feed's own, and the one given here.
  static JsonNode later(
      Json json, JsonNode body, @Nullable LocalDate vouchedOn, @Nullable String method) {
    JsonNode on = body.path("verification").path("on");
    if (vouchedOn == null
        || method == null
        || (on.isString() && !LocalDate.parse(on.asString()).isBefore(vouchedOn))) {
      return body;
    }
    return json.merge(
        body,
        json.tree(
            java.util.Map.of(
                "verification", java.util.Map.of("on", vouchedOn.toString(), "method", method))));
  }
}
