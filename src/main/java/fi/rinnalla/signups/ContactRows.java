package fi.rinnalla.signups;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.vocabulary.Sha256;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `signups.contact`, `signups.link` and `signups.browser`, which only the house sees.
@Component
class ContactRows {
  private final JdbcClient jdbc;

  ContactRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String lower(EmailAddress email) {
    return email.value().toLowerCase(Locale.ROOT);
  }

  void add(SignupId signup, SlotId slot, EmailAddress email, boolean word) {
    jdbc.sql(
            """
            insert into signups.contact (signup, slot, email, word)
            values (:signup, :slot, :email, :word)
            """)
        .param("signup", signup.value())
        .param("slot", slot.value())
        .param("email", lower(email))
        .param("word", word)
        .update();
  }

  Optional<EmailAddress> find(SignupId signup) {
    return jdbc.sql("select email from signups.contact where signup = :signup")
        .param("signup", signup.value())
        .query(String.class)
        .optional()
        .flatMap(EmailAddress::find);
  }

  /// The sign-up of this address for the slot that it has confirmed.
  Optional<SignupId> known(SlotId slot, EmailAddress email, boolean word) {
    return jdbc.sql(
            """
            select c.signup from signups.contact c join signups.signup s on s.id = c.signup
             where c.slot = :slot and c.email = :email and c.word = :word
               and s.state <> 'unconfirmed'
            """)
        .param("slot", slot.value())
        .param("email", lower(email))
        .param("word", word)
        .query((row, _) -> new SignupId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// The forms with this address for the slot that wait for their letters' links: one's own, and
  /// any that somebody else filled in with it.
  List<SignupId> waiting(SlotId slot, EmailAddress email, boolean word) {
    return jdbc.sql(
            """
            select c.signup from signups.contact c join signups.signup s on s.id = c.signup
             where c.slot = :slot and c.email = :email and c.word = :word
               and s.state = 'unconfirmed'
            """)
        .param("slot", slot.value())
        .param("email", lower(email))
        .param("word", word)
        .query((row, _) -> new SignupId(row.getObject(1, UUID.class)))
        .list();
  }

  /// All sign-ups that this address is written to about.
  List<SignupId> of(EmailAddress email) {
    return jdbc.sql("select signup from signups.contact where email = :email")
        .param("email", lower(email))
        .query((row, _) -> new SignupId(row.getObject(1, UUID.class)))
        .list();
  }

  /// How many sign-ups of this address have a link that waits.
  int unconfirmed(EmailAddress email) {
    return jdbc.sql(
            """
            select count(*) from signups.contact c join signups.signup s on s.id = c.signup
             where c.email = :email and s.state = 'unconfirmed'
            """)
        .param("email", lower(email))
        .query(Integer.class)
        .single();
  }

  /// Nothing more is written to them of this one.
  void delete(SignupId signup) {
    jdbc.sql("delete from signups.contact where signup = :signup")
        .param("signup", signup.value())
        .update();
  }

  void link(SignupId signup, String token) {
    jdbc.sql("insert into signups.link (digest, signup) values (:digest, :signup)")
        .param("digest", Sha256.of(token))
        .param("signup", signup.value())
        .update();
  }

  /// Old links lead nowhere from now on.
  void unlink(SignupId signup) {
    jdbc.sql("delete from signups.link where signup = :signup")
        .param("signup", signup.value())
        .update();
  }

  int links(SignupId signup) {
    return jdbc.sql("select count(*) from signups.link where signup = :signup")
        .param("signup", signup.value())
        .query(Integer.class)
        .single();
  }

  Optional<SignupId> byLink(String token) {
    return jdbc.sql("select signup from signups.link where digest = :digest")
        .param("digest", Sha256.of(token))
        .query((row, _) -> new SignupId(row.getObject(1, UUID.class)))
        .optional();
  }

  void open(String browser, SignupId signup, Instant until) {
    jdbc.sql(
            """
            insert into signups.browser (digest, signup, until) values (:digest, :signup, :until)
            on conflict (digest, signup) do update set until = :until
            """)
        .param("digest", Sha256.of(browser))
        .param("signup", signup.value())
        .param("until", Timestamp.from(until))
        .update();
  }

  /// The sign-ups whose links were used in this browser lately.
  List<SignupId> opened(String browser, Instant now) {
    return jdbc.sql("select signup from signups.browser where digest = :digest and until > :now")
        .param("digest", Sha256.of(browser))
        .param("now", Timestamp.from(now))
        .query((row, _) -> new SignupId(row.getObject(1, UUID.class)))
        .list();
  }

  void forgetOpened(Instant now) {
    jdbc.sql("delete from signups.browser where until <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }
}
