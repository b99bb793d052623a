package fi.rinnalla.upkeep;

import fi.rinnalla.vocabulary.AreaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `upkeep.moderator`.
@Component
class ModeratorRows {
  private final JdbcClient jdbc;

  ModeratorRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void seen(UUID person, AreaCode area, Instant now) {
    jdbc.sql(
            """
            insert into upkeep.moderator (person, area, seen_at) values (:person, :area, :now)
            on conflict (person, area) do update set seen_at = excluded.seen_at
            """)
        .param("person", person)
        .param("area", area.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Instant> last(Set<AreaCode> areas) {
    return jdbc.sql(
            """
            select seen_at from upkeep.moderator where area = any(:areas)
             order by seen_at desc limit 1
            """)
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  Optional<Instant> lastOf(UUID person) {
    return jdbc.sql(
            """
            select seen_at from upkeep.moderator where person = :person
             order by seen_at desc limit 1
            """)
        .param("person", person)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }
}
