package fi.rinnalla.identity;

import fi.rinnalla.vault.HouseKey;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People and their roles as rows. What people are called and their addresses are sealed with their
/// own keys; an address is found by its digest.
@Component
class PeopleRows {
  private static final String NAME = "identity.person.sealed_name";
  private static final String EMAIL = "identity.person.sealed_email";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final HouseKey houseKey;

  PeopleRows(JdbcClient jdbc, Vault vault, HouseKey houseKey) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.houseKey = houseKey;
  }

  Optional<Person> find(PersonId id) {
    return people(
            jdbc.sql("select * from identity.person where id = :id")
                .param("id", id.value())
                .query(PeopleRows::row)
                .list())
        .stream()
        .findFirst();
  }

  List<Person> all(Collection<PersonId> ids) {
    return people(
        jdbc.sql("select * from identity.person where id = any(:ids)")
            .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
            .query(PeopleRows::row)
            .list());
  }

  Optional<Person> find(String email) {
    return people(
            jdbc.sql("select * from identity.person where email_digest = :digest or email = :email")
                .param("digest", digest(email))
                .param("email", email)
                .query(PeopleRows::row)
                .list())
        .stream()
        .findFirst();
  }

  /// Those of the demonstration, in the order they were made.
  List<Person> demo() {
    record Made(Person person, Instant at) {}
    List<Row> rows =
        jdbc.sql("select * from identity.person where demo").query(PeopleRows::row).list();
    Map<UUID, Instant> at = rows.stream().collect(Collectors.toMap(Row::id, Row::madeAt));
    return people(rows).stream()
        .map(it -> new Made(it, at.getOrDefault(it.id().value(), Instant.EPOCH)))
        .sorted(Comparator.comparing(Made::at).thenComparing(it -> it.person().name()))
        .map(Made::person)
        .toList();
  }

  /// Two first sign-ins of one address at once make one person.
  Person add(Person person, Instant now) {
    UUID id = person.id().value();
    String email = person.email();
    SubjectKey key = vault.key(id);
    int added =
        jdbc.sql(
                """
                insert into identity.person
                  (id, sealed_name, sealed_email, email_digest, lang, demo, made_at)
                values (:id, :name, :email, :digest, :lang, :demo, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("name", key.seal(NAME, id, person.name()))
            .param("email", email == null ? null : key.seal(EMAIL, id, email), Types.BINARY)
            .param("digest", email == null ? null : digest(email), Types.BINARY)
            .param("lang", person.lang().code())
            .param("demo", person.demo())
            .param("now", Timestamp.from(now))
            .update();
    Optional<Person> there = email == null ? find(person.id()) : find(email);
    if (added == 0 && there.filter(it -> it.id().equals(person.id())).isEmpty()) {
      vault.discard(id);
    }
    return there.orElseThrow();
  }

  void rename(PersonId person, String name, Lang lang) {
    UUID id = person.value();
    jdbc.sql(
            """
            update identity.person set sealed_name = :name, name = null, lang = :lang where id = :id
            """)
        .param("id", id)
        .param("name", vault.key(id).seal(NAME, id, name))
        .param("lang", lang.code())
        .update();
  }

  /// Seals some of those who are still as they were written before.
  ///
  /// @return how many
  int sealSome(int most) {
    List<Row> rows =
        jdbc.sql(
                """
                select * from identity.person where name is not null or email is not null
                 order by id limit :most for update
                """)
            .param("most", most)
            .query(PeopleRows::row)
            .list();
    for (Row row : rows) {
      SubjectKey key = vault.key(row.id());
      String name = row.name();
      String email = row.email();
      jdbc.sql(
              """
              update identity.person
                 set sealed_name = coalesce(sealed_name, :name), name = null,
                     sealed_email = coalesce(sealed_email, :email), email = null,
                     email_digest = coalesce(email_digest, :digest)
               where id = :id
              """)
          .param("name", key.seal(NAME, row.id(), name == null ? "" : name))
          .param("email", email == null ? null : key.seal(EMAIL, row.id(), email), Types.BINARY)
          .param("digest", email == null ? null : digest(email), Types.BINARY)
          .param("id", row.id())
          .update();
    }
    return rows.size();
  }

  private byte[] digest(String email) {
    return houseKey.digest(EMAIL, email);
  }

  /// When somebody was made; for what is told to themself.
  Optional<Instant> since(PersonId person) {
    return jdbc.sql("select made_at from identity.person where id = :id")
        .param("id", person.value())
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
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
    return people(
        jdbc.sql(
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
            .query(PeopleRows::row)
            .list());
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

  /// A person as a row has them, sealed or of before.
  private record Row(
      UUID id,
      @Nullable String name,
      @Nullable String email,
      byte @Nullable [] sealedName,
      byte @Nullable [] sealedEmail,
      Lang lang,
      boolean demo,
      Instant madeAt) {

    boolean isSealed() {
      return sealedName != null || sealedEmail != null;
    }
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getBytes("sealed_name"),
        row.getBytes("sealed_email"),
        Lang.find(row.getString("lang")).orElse(Lang.FI),
        row.getBoolean("demo"),
        row.getTimestamp("made_at").toInstant());
  }

  /// With all their keys in one look. Whoever has no key any more is nobody.
  private List<Person> people(List<Row> rows) {
    Map<UUID, SubjectKey> keys =
        vault.all(rows.stream().filter(Row::isSealed).map(Row::id).collect(Collectors.toSet()));
    return rows.stream()
        .filter(it -> !it.isSealed() || keys.containsKey(it.id()))
        .map(it -> person(it, keys.get(it.id())))
        .toList();
  }

  private static Person person(Row row, @Nullable SubjectKey key) {
    String name = row.name();
    String email = row.email();
    if (key != null) {
      byte[] sealedName = row.sealedName();
      byte[] sealedEmail = row.sealedEmail();
      name = sealedName == null ? name : key.open(NAME, row.id(), sealedName);
      email = sealedEmail == null ? email : key.open(EMAIL, row.id(), sealedEmail);
    }
    return new Person(
        new PersonId(row.id()), name == null ? "" : name, email, row.lang(), row.demo());
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
