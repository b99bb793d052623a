package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is counted of a team's work, by the month. A count knows nothing of whom it came from, and
/// stays when they are forgotten.
@Component
class CaseTally {
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseTally(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @param what such as `asked`
  /// @param detail such as the source; may be empty
  void count(OrganizationId team, String what, String detail) {
    jdbc.sql(
            """
            insert into referrals.tally (month, team, what, detail, n)
            values (:month, :team, :what, :detail, 1)
            on conflict (month, team, what, detail) do update set n = tally.n + 1
            """)
        .param("month", LocalDate.ofInstant(clock.instant(), Zone.HELSINKI).withDayOfMonth(1))
        .param("team", team.value())
        .param("what", what)
        .param("detail", detail)
        .update();
  }
}
