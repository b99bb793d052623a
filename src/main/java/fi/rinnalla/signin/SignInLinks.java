package fi.rinnalla.signin;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links that sign in whoever reads the mail of an address: good for a quarter of an hour, once,
/// and only in the browser that asked for it. What is kept is a digest, so the table opens no door.
@Component
public class SignInLinks {
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final People people;
  private final SignInSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(JdbcClient jdbc, People people, SignInSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  /// What became of a link.
  public sealed interface Outcome {
    /// @param backTo the path where the person was going
    record Welcome(Person person, String backTo) implements Outcome {}

    /// Used, too old, or asked for in another browser: which of them isn't told.
    record NotGood() implements Outcome {}
  }

  /// A secret for a cookie, or for an address: in small letters, as all of our addresses are.
  public String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Makes a link's secret; nothing when too many are waiting for this address already, which only
  /// somebody who pesters its owner would notice.
  ///
  /// @param browser the secret of the browser that asks
  /// @param backTo a path of ours
  @Transactional
  public Optional<String> make(String email, String browser, String backTo) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    jdbc.sql("delete from signin.link where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    int waiting =
        jdbc.sql(
                // Invitations don't count: whoever invites must not shut the door on somebody.
                "select count(*) from signin.link where email = :email and browser is not null")
            .param("email", address)
            .query(Integer.class)
            .single();
    if (waiting >= settings.linksWaiting()) {
      return Optional.empty();
    }
    return Optional.of(put(address, Sha256.of(browser), backTo, now.plus(settings.linkLasts())));
  }

  /// An invitation's secret: it opens in any browser, for the one who invites isn't the one who
  /// comes. So it is longer-lived and worth more, and whoever isn't an operator never sees it.
  @Transactional
  public String invite(String email, String backTo) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return put(address, null, backTo, clock.instant().plus(settings.invitationLasts()));
  }

  /// How many invitations wait for an address.
  int invited(String email) {
    return jdbc.sql(
            """
            select count(*) from signin.link
             where email = :email and browser is null and expires_at > :now
            """)
        .param("email", email.strip().toLowerCase(Locale.ROOT))
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /// Makes the links that wait for an address useless.
  @Transactional
  public void forget(String email) {
    jdbc.sql("delete from signin.link where email = :email")
        .param("email", email.strip().toLowerCase(Locale.ROOT))
        .update();
  }

  private String put(String address, byte @Nullable [] browser, String backTo, Instant expiresAt) {
    String token = secret();
    jdbc.sql(
            """
            insert into signin.link (digest, email, browser, back_to, expires_at)
            values (:digest, :email, :browser, :backTo, :expiresAt)
            """)
        .param("digest", Sha256.of(token))
        .param("email", address)
        .param("browser", browser)
        .param("backTo", backTo)
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
    return token;
  }

  /// Uses a link up. However many try at once, one statement decides and one of them is let in.
  @Transactional
  public Outcome use(String token, @Nullable String browser, Lang lang) {
    record Used(String email, String backTo) {}
    return jdbc.sql(
            """
            delete from signin.link
             where digest = :digest and (browser is null or browser = :browser)
               and expires_at > :now
            returning email, back_to
            """)
        .param("digest", Sha256.of(token))
        .param("browser", browser == null ? new byte[0] : Sha256.of(browser))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, _) -> new Used(row.getString(1), row.getString(2)))
        .optional()
        .<Outcome>map(used -> new Outcome.Welcome(people.of(used.email(), lang), used.backTo()))
        .orElseGet(Outcome.NotGood::new);
  }
}
