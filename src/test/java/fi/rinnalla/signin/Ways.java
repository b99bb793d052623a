package fi.rinnalla.signin;

import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ways of signing in, as rows; no device is behind them.
public final class Ways {
  private Ways() {}

  /// Answers with the passkey's id.
  public static String aPasskey(HouseWork house, JdbcClient jdbc, PersonId of) {
    String id = UUID.randomUUID().toString().replace("-", "");
    house.step(() ->
        jdbc.sql(
                """
                insert into signin.passkey
                  (credential, person, label, public_key, signature_count, verified_user,
                   backup_eligible, backed_up, transports, added_at)
                values (:id, :person, 'Työkone', '\\x00', 0, true, false, false, '', now())
                """)
            .param("id", id)
            .param("person", of.value())
            .update());
    return id;
  }

  public static void anAccount(HouseWork house, JdbcClient jdbc, PersonId of) {
    house.step(() ->
        jdbc.sql(
                """
                insert into signin.outside (issuer, subject, person, linked_at)
                values ('https://example.org', :subject, :person, now())
                """)
            .param("subject", of.toString().getBytes(StandardCharsets.UTF_8))
            .param("person", of.value())
            .update());
  }

  /// How many ways in a person has.
  public static long of(HouseWork house, JdbcClient jdbc, PersonId person) {
    return house.step(() ->
        jdbc.sql(
                """
                select (select count(*) from signin.passkey where person = :person)
                     + (select count(*) from signin.outside where person = :person)
                """)
            .param("person", person.value())
            .query(Long.class)
            .single());
  }

  /// The words of the letters that wait for an address.
  public static String letters(Outbox outbox, String email) {
    return String.join("\n", outbox.letters(email));
  }

  /// What the audit log has of a person's ways in.
  public static String log(HouseWork house, JdbcClient jdbc, PersonId person) {
    return house.step(() ->
        String.join(
            ", ",
            jdbc.sql(
                    """
                    select role || ' ' || action || ' ' || record || ' ' || basis
                      from audit.entry
                     where subject = :subject and record <> 'role'
                     order by seq
                    """)
                .param("subject", person.value())
                .query(String.class)
                .list()));
  }
}
