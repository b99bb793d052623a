package fi.rinnalla.signin;

import fi.rinnalla.identity.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People's accounts at the identity provider, as rows.
@Component
class OutsideRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  OutsideRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean has(PersonId person) {
    return jdbc.sql("select exists (select from signin.outside where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /// Whose account it is; remembers that they came by it now.
  Optional<PersonId> use(String issuer, byte[] subject) {
    return jdbc.sql(
            """
            update signin.outside set used_at = :now
             where issuer = :issuer and subject = :subject
            returning person
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("issuer", issuer)
        .param("subject", subject)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /// @throws IllegalStateException when the account became somebody's at the same moment
  void link(String issuer, byte[] subject, PersonId person) {
    int added =
        jdbc.sql(
                """
                insert into signin.outside (issuer, subject, person, linked_at, used_at)
                values (:issuer, :subject, :person, :now, :now)
                on conflict do nothing
                """)
            .param("issuer", issuer)
            .param("subject", subject)
            .param("person", person.value())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (added == 0) {
      // Two first returns at once; the other one made the person.
      throw new IllegalStateException("an account was linked at the same moment");
    }
  }

  boolean remove(PersonId person) {
    return jdbc.sql("delete from signin.outside where person = :person")
            .param("person", person.value())
            .update()
        > 0;
  }
}
