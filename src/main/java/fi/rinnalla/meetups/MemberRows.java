package fi.rinnalla.meetups;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `meetups.member` and `meetups.way_out`.
@Component
class MemberRows {
  private final JdbcClient jdbc;

  MemberRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Said twice, somebody is a member once.
  void put(Member it) {
    jdbc.sql(
            """
            insert into meetups.member
              (id, family_group, person, name, host, joined_at, asked_until, instead_of)
            values (:id, :group, :person, :name, :host, :joined, :asked, :instead)
            on conflict (family_group, person) do update
              set host = :host, asked_until = :asked, instead_of = :instead
            """)
        .param("id", it.id())
        .param("group", it.group().value())
        .param("person", it.person().value())
        .param("name", it.name())
        .param("host", it.host())
        .param("joined", Timestamp.from(it.joinedAt()))
        .param(
            "asked",
            it.askedUntil() == null ? null : Timestamp.from(it.askedUntil()),
            Types.TIMESTAMP)
        .param("instead", it.insteadOf() == null ? null : it.insteadOf().value(), Types.OTHER)
        .update();
  }

  void remove(Member it) {
    jdbc.sql("delete from meetups.member where family_group = :group and person = :person")
        .param("group", it.group().value())
        .param("person", it.person().value())
        .update();
  }

  /// Whom a host takes out doesn't come back by themselves.
  void takeOut(Member it) {
    remove(it);
    jdbc.sql("insert into meetups.taken_out values (:group, :person) on conflict do nothing")
        .param("group", it.group().value())
        .param("person", it.person().value())
        .update();
  }

  boolean isTakenOut(GroupId group, PersonId person) {
    return jdbc.sql(
            """
            select exists (select from meetups.taken_out
                            where family_group = :group and person = :person)
            """)
        .param("group", group.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  void forgetTakenOut(PersonId person) {
    jdbc.sql("delete from meetups.taken_out where person = :person")
        .param("person", person.value())
        .update();
  }

  Optional<Member> find(GroupId group, PersonId person) {
    return jdbc.sql("select * from meetups.member where family_group = :group and person = :person")
        .param("group", group.value())
        .param("person", person.value())
        .query(MemberRows::member)
        .optional();
  }

  boolean isHost(GroupId group, PersonId person) {
    return find(group, person).filter(Member::host).isPresent();
  }

  /// Hosts first, then in the order of joining.
  List<Member> of(GroupId group) {
    return jdbc.sql(
            """
            select * from meetups.member where family_group = :group
             order by host desc, joined_at, person
            """)
        .param("group", group.value())
        .query(MemberRows::member)
        .list();
  }

  List<Member> of(PersonId person) {
    return jdbc.sql("select * from meetups.member where person = :person order by joined_at")
        .param("person", person.value())
        .query(MemberRows::member)
        .list();
  }

  int count(GroupId group) {
    return jdbc.sql("select count(*) from meetups.member where family_group = :group")
        .param("group", group.value())
        .query(Integer.class)
        .single();
  }

  /// Lets a letter's link lead its reader out; what earlier letters' links do stays.
  void link(Member it, String secret) {
    jdbc.sql(
            """
            insert into meetups.way_out (digest, family_group, person)
            values (:digest, :group, :person)
            """)
        .param("digest", Sha256.of(secret))
        .param("group", it.group().value())
        .param("person", it.person().value())
        .update();
  }

  /// Whose way out a link is.
  Optional<Member> byLink(String secret) {
    return jdbc.sql(
            """
            select m.* from meetups.member m
              join meetups.way_out w on w.family_group = m.family_group and w.person = m.person
             where w.digest = :digest
            """)
        .param("digest", Sha256.of(secret))
        .query(MemberRows::member)
        .optional();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    Timestamp asked = row.getTimestamp("asked_until");
    @Nullable UUID instead = row.getObject("instead_of", UUID.class);
    @Nullable Instant until = asked == null ? null : asked.toInstant();
    return new Member(
        row.getObject("id", UUID.class),
        new GroupId(row.getObject("family_group", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getString("name"),
        row.getBoolean("host"),
        row.getTimestamp("joined_at").toInstant(),
        until,
        instead == null ? null : new PersonId(instead));
  }
}
