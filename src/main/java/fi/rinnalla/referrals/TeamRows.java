package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.team`.
@Component
class TeamRows {
  private final JdbcClient jdbc;
  private final Json json;

  TeamRows(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void put(Team team, Instant now) {
    jdbc.sql(
            """
            insert into referrals.team (organization, words, areas, is_open, changed_at)
            values (:organization, :words::jsonb, :areas, :open, :now)
            on conflict (organization) do update
               set words = excluded.words, areas = excluded.areas, is_open = excluded.is_open,
                   changed_at = excluded.changed_at
            """)
        .param("organization", team.organization().value())
        .param("words", json.write(team.words()))
        .param("areas", team.areas().stream().map(AreaCode::value).sorted().toArray(String[]::new))
        .param("open", team.isOpen())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Team> find(OrganizationId organization) {
    return jdbc.sql("select * from referrals.team where organization = :organization")
        .param("organization", organization.value())
        .query(this::team)
        .optional();
  }

  List<Team> open() {
    return jdbc.sql("select * from referrals.team where is_open order by organization")
        .query(this::team)
        .list();
  }

  private Team team(ResultSet row, int number) throws SQLException {
    return new Team(
        new OrganizationId(row.getObject("organization", UUID.class)),
        json.read(row.getString("words"), Text.class),
        Arrays.stream((String[]) row.getArray("areas").getArray())
            .map(AreaCode::new)
            .collect(Collectors.toSet()),
        row.getBoolean("is_open"));
  }
}
