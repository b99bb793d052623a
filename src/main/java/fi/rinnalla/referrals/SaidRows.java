package fi.rinnalla.referrals;

import fi.rinnalla.vault.SubjectKey;
import fi.rinnalla.vault.Vault;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `referrals.said`.
@Component
class SaidRows {
  private static final String WORDS = "referrals.said.words";

  private final JdbcClient jdbc;
  private final Vault vault;

  SaidRows(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(HelpCase its, Said it) {
    ReferralId referral = it.referral();
    jdbc.sql(
            """
            insert into referrals.said (id, help_case, referral, person, by, words, said_at)
            values (:id, :case, :referral, :person, :by, :words, :at)
            """)
        .param("id", it.id())
        .param("case", its.id().value())
        .param("referral", referral == null ? null : referral.value(), Types.OTHER)
        .param("person", its.person().value())
        .param("by", it.by().code())
        .param("words", vault.key(its.person().value()).seal(WORDS, it.id(), it.words()))
        .param("at", Timestamp.from(it.at()))
        .update();
  }

  /// All of a matter, by time.
  List<Said> of(HelpCase its) {
    SubjectKey key = vault.key(its.person().value());
    return jdbc.sql("select * from referrals.said where help_case = :case order by said_at, id")
        .param("case", its.id().value())
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          UUID referral = row.getObject("referral", UUID.class);
          return new Said(
              id,
              referral == null ? null : new ReferralId(referral),
              Said.By.valueOf(row.getString("by").toUpperCase(Locale.ROOT)),
              key.open(WORDS, id, row.getBytes("words")),
              row.getTimestamp("said_at").toInstant());
        })
        .list();
  }

  void forget(HelpCaseId its) {
    jdbc.sql("delete from referrals.said where help_case = :case")
        .param("case", its.value())
        .update();
  }

  void forget(ReferralId referral) {
    jdbc.sql("delete from referrals.said where referral = :referral")
        .param("referral", referral.value())
        .update();
  }
}
