package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.introduction`.
@Component
class IntroductionRows {
  private final JdbcClient jdbc;

  IntroductionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(HelpCase its, PersonId professional) {
    jdbc.sql(
            """
            insert into referrals.introduction (help_case, professional, team, asked_at)
            values (:case, :professional, :team, :asked)
            """)
        .param("case", its.id().value())
        .param("professional", professional.value())
        .param("team", its.team().value())
        .param("asked", Timestamp.from(its.askedAt()))
        .update();
  }

  /// Whether the same professional has asked the same team about the same adult, and it waits: a
  /// second press of one button. Held, so that two presses at once stand in a line.
  boolean waits(PersonId professional, PersonId person, OrganizationId team) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", professional + "/" + person)
        .query((row, _) -> true)
        .list();
    return jdbc.sql(
            """
            select exists (
              select from referrals.introduction i join referrals.help_case c on c.id = i.help_case
               where i.professional = :professional and i.team = :team and i.taken_at is null
                 and c.person = :person and c.state <> 'closed')
            """)
        .param("professional", professional.value())
        .param("person", person.value())
        .param("team", team.value())
        .query(Boolean.class)
        .single();
  }

  /// The latest first.
  List<Introduction> by(PersonId professional, Instant since) {
    return jdbc.sql(
            """
            select team, asked_at, taken_at from referrals.introduction
             where professional = :professional and asked_at > :since order by asked_at desc
            """)
        .param("professional", professional.value())
        .param("since", Timestamp.from(since))
        .query((row, _) -> {
          Timestamp taken = row.getTimestamp("taken_at");
          return new Introduction(
              new OrganizationId(row.getObject("team", UUID.class)),
              row.getTimestamp("asked_at").toInstant(),
              taken == null ? null : taken.toInstant());
        })
        .list();
  }

  /// The first time stays, however often a matter is begun again.
  void taken(HelpCaseId id, Instant at) {
    jdbc.sql(
            """
            update referrals.introduction set taken_at = :at
             where help_case = :case and taken_at is null
            """)
        .param("at", Timestamp.from(at))
        .param("case", id.value())
        .update();
  }

  void delete(PersonId professional) {
    jdbc.sql("delete from referrals.introduction where professional = :professional")
        .param("professional", professional.value())
        .update();
  }
}
