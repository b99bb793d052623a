package fi.rinnalla.referrals;

import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is arranged beside the referrals: going along, and asking afterwards.
@Component
class BesideRows {
  private static final String PLACE = "referrals.accompaniment.place";

  private final JdbcClient jdbc;
  private final Vault vault;

  BesideRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(HelpCase its, Accompaniment it) {
    jdbc.sql(
            """
            insert into referrals.accompaniment
              (id, help_case, person, kind, starts_at, place, state)
            values (:id, :case, :person, :kind, :starts, :place, :state)
            """)
        .param("id", it.id())
        .param("case", its.id().value())
        .param("person", its.person().value())
        .param("kind", it.kind().code())
        .param("starts", Timestamp.from(it.startsAt()))
        .param("place", vault.key(its.person().value()).seal(PLACE, it.id(), it.place()))
        .param("state", it.state().code())
        .update();
  }

  /// @return whether it stood so that this could follow
  boolean end(HelpCaseId its, UUID id, Accompaniment.State state) {
    return jdbc.sql(
                """
                update referrals.accompaniment set state = :state
                 where id = :id and help_case = :case and state = 'planned'
                """)
            .param("id", id)
            .param("case", its.value())
            .param("state", state.code())
            .update()
        == 1;
  }

  /// By time.
  List<Accompaniment> of(HelpCase its) {
    SubjectKey key = vault.key(its.person().value());
    return jdbc.sql(
            "select * from referrals.accompaniment where help_case = :case order by starts_at, id")
        .param("case", its.id().value())
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          return new Accompaniment(
              id,
              its.id(),
              Accompaniment.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
              row.getTimestamp("starts_at").toInstant(),
              key.open(PLACE, id, row.getBytes("place")),
              Accompaniment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
        })
        .list();
  }

  /// Marks those that begin before a moment as reminded of, and tells whose they are: each once.
  List<HelpCaseId> remind(Instant now, Instant before) {
    return jdbc.sql(
            """
            update referrals.accompaniment set reminded = true
             where state = 'planned' and not reminded and starts_at > :now and starts_at <= :before
            returning help_case
            """)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(before))
        .query((row, _) -> new HelpCaseId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Plans to ask; what is planned already stays.
  void follow(HelpCase its, int weeks, LocalDate dueOn) {
    jdbc.sql(
            """
            insert into referrals.follow_up (id, help_case, person, weeks, due_on)
            values (:id, :case, :person, :weeks, :due)
            on conflict (help_case, weeks) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("case", its.id().value())
        .param("person", its.person().value())
        .param("weeks", weeks)
        .param("due", dueOn)
        .update();
  }

  /// When a matter is opened again it is followed anew.
  void forgetFollowing(HelpCaseId its) {
    jdbc.sql("delete from referrals.follow_up where help_case = :case")
        .param("case", its.value())
        .update();
  }

  List<FollowUp> following(HelpCaseId its) {
    return jdbc.sql("select * from referrals.follow_up where help_case = :case order by weeks")
        .param("case", its.value())
        .query(BesideRows::followUp)
        .list();
  }

  /// @return whether nobody had answered yet
  boolean answer(HelpCaseId its, UUID id, FollowUp.Outcome outcome, LocalDate today) {
    return jdbc.sql(
                """
                update referrals.follow_up set outcome = :outcome
                 where id = :id and help_case = :case and outcome is null and due_on <= :today
                """)
            .param("id", id)
            .param("case", its.value())
            .param("outcome", outcome.code())
            .param("today", today)
            .update()
        == 1;
  }

  /// Marks those that are due as asked, and tells whose they are: each once.
  List<HelpCaseId> ask(LocalDate today) {
    return jdbc.sql(
            """
            update referrals.follow_up set asked = true
             where outcome is null and not asked and due_on <= :today
            returning help_case
            """)
        .param("today", today)
        .query((row, _) -> new HelpCaseId(row.getObject(1, UUID.class)))
        .list();
  }

  private static FollowUp followUp(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new FollowUp(
        row.getObject("id", UUID.class),
        new HelpCaseId(row.getObject("help_case", UUID.class)),
        row.getInt("weeks"),
        row.getObject("due_on", LocalDate.class),
        outcome == null ? null : FollowUp.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
  }
}
