package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `networks.duty`.
@Component
class DutyRows {
  private final JdbcClient jdbc;

  DutyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(Duty it, Instant now) {
    jdbc.sql(
            """
            insert into networks.duty (id, organization, function, area, person, since)
            values (:id, :organization, :function, :area, :person, :now)
            on conflict (organization, function, area, person) do nothing
            """)
        .param("id", it.id())
        .param("organization", it.organization().value())
        .param("function", it.function().code())
        .param("area", it.area().value())
        .param("person", it.person().value())
        .param("now", Timestamp.from(now))
        .update();
  }

  List<Duty> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from networks.duty where organization = :organization
             order by function, area, since
            """)
        .param("organization", organization.value())
        .query((row, _) -> duty(row))
        .list();
  }

  List<Duty> of(PersonId person) {
    return jdbc.sql("select * from networks.duty where person = :person order by function")
        .param("person", person.value())
        .query((row, _) -> duty(row))
        .list();
  }

  /// Those on duty for a function where a family lives, whoever was asked longest ago first; held.
  List<Duty> on(Function function, Collection<AreaCode> areas) {
    return jdbc.sql(
            """
            select * from networks.duty where function = :function and area = any (:areas)
             order by invited_at nulls first, since, id for update
            """)
        .param("function", function.code())
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .query((row, _) -> duty(row))
        .list();
  }

  Optional<Duty> find(UUID id) {
    return jdbc.sql("select * from networks.duty where id = :id")
        .param("id", id)
        .query((row, _) -> duty(row))
        .optional();
  }

  void invited(Duty it, Instant now) {
    jdbc.sql("update networks.duty set invited_at = :now where id = :id")
        .param("now", Timestamp.from(now))
        .param("id", it.id())
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from networks.duty where id = :id").param("id", id).update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from networks.duty where person = :person")
        .param("person", person.value())
        .update();
  }

  private static Duty duty(ResultSet row) throws SQLException {
    return new Duty(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Function.valueOf(row.getString("function").toUpperCase(Locale.ROOT)),
        new AreaCode(row.getString("area")),
        new PersonId(row.getObject("person", UUID.class)));
  }
}
