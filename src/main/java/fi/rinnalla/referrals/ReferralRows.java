package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.referral`.
@Component
class ReferralRows {
  private final JdbcClient jdbc;

  ReferralRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Referral it, String secret) {
    jdbc.sql(
            """
            insert into referrals.referral
              (id, help_case, option, organization, person, consent, state, requested_at, digest)
            values (:id, :case, :option, :organization, :person, :consent, :state, :requested,
                    :digest)
            """)
        .param("id", it.id().value())
        .param("case", it.helpCase().value())
        .param("option", it.option().value())
        .param("organization", it.organization().value())
        .param("person", it.person().value())
        .param("consent", it.consent().value())
        .param("state", it.state().code())
        .param("requested", Timestamp.from(it.requestedAt()))
        .param("digest", Sha256.of(secret))
        .update();
  }

  void put(Referral it) {
    Referral.Reason reason = it.reason();
    jdbc.sql(
            """
            update referrals.referral
               set state = :state, reason = :reason, answered_at = :answered, ended_at = :ended
             where id = :id
            """)
        .param("id", it.id().value())
        .param("state", it.state().code())
        .param("reason", reason == null ? null : reason.code())
        .param("answered", timestamp(it.answeredAt()))
        .param("ended", timestamp(it.endedAt()))
        .update();
  }

  /// Whether this reminder is news: each is sent once, whoever comes first.
  ///
  /// @param secret of the link in it; the former letter's is good no more. Null leaves it as it is
  boolean remind(ReferralId id, int workingDays, @Nullable String secret) {
    return jdbc.sql(
                """
                update referrals.referral
                   set reminded = :days, digest = coalesce(:digest, digest)
                 where id = :id and reminded < :days and state = 'requested'
                """)
            .param("id", id.value())
            .param("days", workingDays)
            .param("digest", secret == null ? null : Sha256.of(secret), Types.BINARY)
            .update()
        == 1;
  }

  Optional<Referral> find(ReferralId id) {
    return jdbc.sql("select * from referrals.referral where id = :id")
        .param("id", id.value())
        .query(ReferralRows::referral)
        .optional();
  }

  Optional<Referral> hold(ReferralId id) {
    return jdbc.sql("select * from referrals.referral where id = :id for update")
        .param("id", id.value())
        .query(ReferralRows::referral)
        .optional();
  }

  Optional<ReferralId> bySecret(String secret) {
    return jdbc.sql("select id from referrals.referral where digest = :digest")
        .param("digest", Sha256.of(secret))
        .query((row, _) -> new ReferralId(row.getObject(1, UUID.class)))
        .optional();
  }

  List<Referral> of(HelpCaseId helpCase) {
    return jdbc.sql(
            "select * from referrals.referral where help_case = :case order by requested_at, id")
        .param("case", helpCase.value())
        .query(ReferralRows::referral)
        .list();
  }

  List<Referral> by(ConsentId consent) {
    return jdbc.sql("select * from referrals.referral where consent = :consent order by id")
        .param("consent", consent.value())
        .query(ReferralRows::referral)
        .list();
  }

  /// An organization's, those that wait for an answer first. Those that ended long ago aren't its
  /// business any more, and those whose consent was taken back never are.
  List<Referral> received(OrganizationId organization, Instant endedAfter) {
    return jdbc.sql(
            """
            select * from referrals.referral
             where organization = :organization
               and (ended_at is null or ended_at > :after)
               and reason is distinct from 'consent_withdrawn'
             order by ended_at is not null, state <> 'requested', requested_at, id
            """)
        .param("organization", organization.value())
        .param("after", Timestamp.from(endedAfter))
        .query(ReferralRows::referral)
        .list();
  }

  List<Referral> unanswered() {
    return jdbc.sql(
            "select * from referrals.referral where state = 'requested' order by requested_at, id")
        .query(ReferralRows::referral)
        .list();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Referral referral(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    return new Referral(
        new ReferralId(row.getObject("id", UUID.class)),
        new HelpCaseId(row.getObject("help_case", UUID.class)),
        new OptionId(row.getObject("option", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new ConsentId(row.getObject("consent", UUID.class)),
        Referral.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        reason == null ? null : Referral.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
        row.getTimestamp("requested_at").toInstant(),
        instant(row.getTimestamp("answered_at")),
        instant(row.getTimestamp("ended_at")));
  }
}
