package fi.rinnalla.identity;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People and their roles as rows.
@Component
class PeopleRows {
  private final JdbcClient jdbc;

  PeopleRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Person> find(PersonId id) {
    return jdbc.sql("select * from identity.person where id = :id")
        .param("id", id.value())
        .query(PeopleRows::person)
        .optional();
  }

  List<Person> all(Collection<PersonId> ids) {
    return jdbc.sql("select * from identity.person where id = any(:ids)")
        .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(PeopleRows::person)
        .list();
  }

  Optional<Person> find(String email) {
    return jdbc.sql("select * from identity.person where email = :email")
        .param("email", email)
        .query(PeopleRows::person)
        .optional();
  }

  List<Person> demo() {
    return jdbc.sql("select * from identity.person where demo order by made_at, name")
        .query(PeopleRows::person)
        .list();
  }

  /// Two first sign-ins of one address at once make one person.
  Person add(Person person, Instant now) {
    jdbc.sql(
            """
            insert into identity.person (id, name, email, lang, demo, made_at)
            values (:id, :name, :email, :lang, :demo, :now)
            on conflict do nothing
            """)
        .param("id", person.id().value())
        .param("name", person.name())
        .param("email", person.email())
        .param("lang", person.lang().code())
        .param("demo", person.demo())
        .param("now", Timestamp.from(now))
        .update();
    String email = person.email();
    return (email == null ? find(person.id()) : find(email)).orElseThrow();
  }

  void rename(PersonId person, String name, Lang lang) {
    jdbc.sql("update identity.person set name = :name, lang = :lang where id = :id")
        .param("id", person.value())
        .param("name", name)
        .param("lang", lang.code())
        .update();
  }

  void delete(PersonId person) {
    jdbc.sql("delete from identity.person where id = :id").param("id", person.value()).update();
  }

  List<RoleHeld> roles(PersonId person) {
    return jdbc.sql(
            "select * from identity.role_held where person = :person and ended_at is null"
                + " order by given_at, role")
        .param("person", person.value())
        .query(PeopleRows::role)
        .list();
  }

  List<RoleHeld> rolesFor(UUID organization) {
    return jdbc.sql(
            "select * from identity.role_held where organization = :organization"
                + " and ended_at is null order by given_at, role")
        .param("organization", organization)
        .query(PeopleRows::role)
        .list();
  }

  List<Person> keepers(UUID organization) {
    return jdbc.sql(
            """
            select person.* from identity.person
              join (select person, min(given_at) as since from identity.role_held
                     where organization = :organization and role = any(:roles)
                       and ended_at is null
                     group by person) as kept on kept.person = person.id
             order by kept.since, person.id
            """)
        .param("organization", organization)
        .param("roles", new String[] {Role.ORG_EDITOR.name(), Role.ORG_OWNER.name()})
        .query(PeopleRows::person)
        .list();
  }

  List<RoleHeld> holders(Role role, Collection<AreaCode> areas) {
    return jdbc.sql(
            """
            select * from identity.role_held
             where role = :role and area = any(:areas) and ended_at is null
             order by given_at, id
            """)
        .param("role", role.name())
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .query(PeopleRows::role)
        .list();
  }

  List<RoleHeld> hold(UUID organization) {
    return jdbc.sql(
            "select * from identity.role_held where organization = :organization"
                + " and ended_at is null order by given_at, role, id for update")
        .param("organization", organization)
        .query(PeopleRows::role)
        .list();
  }

  Optional<Instant> lastGiven(Role role, Collection<AreaCode> areas) {
    return jdbc.sql(
            """
            select given_at from identity.role_held where role = :role and area = any(:areas)
             order by given_at desc limit 1
            """)
        .param("role", role.name())
        .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  boolean give(RoleHeld held, @Nullable PersonId by, Instant now) {
    AreaCode area = held.area();
    return jdbc.sql(
                """
                insert into identity.role_held
                  (id, person, role, organization, area, given_by, given_at)
                values (:id, :person, :role, :organization, :area, :by, :now)
                on conflict do nothing
                """)
            .param("id", held.id())
            .param("person", held.person().value())
            .param("role", held.role().name())
            .param("organization", held.organization())
            .param("area", area == null ? null : area.value())
            .param("by", by == null ? null : by.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean end(UUID role, Instant now) {
    return jdbc.sql(
                "update identity.role_held set ended_at = :now where id = :id and ended_at is null")
            .param("id", role)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        row.getBoolean("demo"));
  }

  private static RoleHeld role(ResultSet row, int number) throws SQLException {
    String area = row.getString("area");
    return new RoleHeld(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("organization", UUID.class),
        area == null ? null : new AreaCode(area));
  }
}
