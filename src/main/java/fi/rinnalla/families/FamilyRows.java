package fi.rinnalla.families;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Families as rows, their words sealed with the family's key.
@Component
class FamilyRows {
  private static final String NICKNAME = "families.family.nickname";
  private static final String CHILD = "families.child.nickname";

  private final JdbcClient jdbc;
  private final Vault vault;

  FamilyRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  Optional<FamilyId> of(PersonId person) {
    return jdbc.sql("select family from families.adult where person = :person")
        .param("person", person.value())
        .query((row, _) -> new FamilyId(row.getObject(1, UUID.class)))
        .optional();
  }

  Optional<Family> find(FamilyId id) {
    Optional<SubjectKey> key = vault.find(id.value());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<Child> children = children(id, key.get());
    return jdbc.sql(
            """
            select *, (select count(*) from families.adult where family = :id) as adults
              from families.family where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> {
          String municipality = row.getString("municipality");
          return new Family(
              id,
              key.get().open(NICKNAME, id.value(), row.getBytes("nickname")),
              municipality == null ? null : new AreaCode(municipality),
              row.getString("postcode"),
              row.getBoolean("is_protected"),
              children,
              row.getInt("adults"));
        })
        .optional();
  }

  private List<Child> children(FamilyId family, SubjectKey key) {
    return jdbc.sql("select * from families.child where family = :family order by place")
        .param("family", family.value())
        .query((row, _) ->
            new Child(
                key.open(CHILD, row.getObject("id", UUID.class), row.getBytes("nickname")),
                row.getInt("birth_year")))
        .list();
  }

  /// The family held until the end of the transaction: two adults who write at once stand in a
  /// line.
  boolean hold(FamilyId id) {
    return jdbc.sql("select 1 from families.family where id = :id for update")
        .param("id", id.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void put(Family family, Instant now) {
    SubjectKey key = vault.key(family.id().value());
    AreaCode municipality = family.municipality();
    jdbc.sql(
            """
            insert into families.family
              (id, nickname, municipality, postcode, is_protected, made_at)
            values (:id, :nickname, :municipality, :postcode, :protected, :now)
            on conflict (id) do update
               set nickname = excluded.nickname, municipality = excluded.municipality,
                   postcode = excluded.postcode, is_protected = excluded.is_protected
            """)
        .param("id", family.id().value())
        .param("nickname", key.seal(NICKNAME, family.id().value(), family.nickname()))
        .param("municipality", municipality == null ? null : municipality.value())
        .param("postcode", family.postcode())
        .param("protected", family.isProtected())
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql("delete from families.child where family = :family")
        .param("family", family.id().value())
        .update();
    for (int place = 0; place < family.children().size(); place++) {
      Child child = family.children().get(place);
      UUID id = UUID.randomUUID();
      jdbc.sql(
              """
              insert into families.child (id, family, nickname, birth_year, place)
              values (:id, :family, :nickname, :year, :place)
              """)
          .param("id", id)
          .param("family", family.id().value())
          .param("nickname", key.seal(CHILD, id, child.nickname()))
          .param("year", child.birthYear())
          .param("place", place)
          .update();
    }
  }

  /// @return whether they are in it now; not when they are in another by now
  boolean join(PersonId person, FamilyId family, Instant now) {
    return jdbc.sql(
                """
                insert into families.adult (person, family, joined_at)
                values (:person, :family, :now)
                on conflict do nothing
                """)
            .param("person", person.value())
            .param("family", family.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void leave(PersonId person) {
    jdbc.sql("delete from families.adult where person = :person")
        .param("person", person.value())
        .update();
  }

  int adults(FamilyId family) {
    return jdbc.sql("select count(*) from families.adult where family = :family")
        .param("family", family.value())
        .query(Integer.class)
        .single();
  }

  void delete(FamilyId family) {
    jdbc.sql("delete from families.family where id = :id").param("id", family.value()).update();
    vault.discard(family.value());
  }

  void invite(FamilyId family, String secret, Instant until) {
    jdbc.sql("insert into families.invitation values (:digest, :family, :until)")
        .param("digest", Sha256.of(secret))
        .param("family", family.value())
        .param("until", Timestamp.from(until))
        .update();
  }

  int invitations(FamilyId family, Instant now) {
    return jdbc.sql(
            "select count(*) from families.invitation where family = :family and until > :now")
        .param("family", family.value())
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  Optional<FamilyId> invited(String secret, Instant now) {
    return jdbc.sql(
            "select family from families.invitation where digest = :digest and until > :now")
        .param("digest", Sha256.of(secret))
        .param("now", Timestamp.from(now))
        .query((row, _) -> new FamilyId(row.getObject(1, UUID.class)))
        .optional();
  }

  void used(String secret) {
    jdbc.sql("delete from families.invitation where digest = :digest")
        .param("digest", Sha256.of(secret))
        .update();
  }

  void forgetInvitations(Instant now) {
    jdbc.sql("delete from families.invitation where until <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }
}
