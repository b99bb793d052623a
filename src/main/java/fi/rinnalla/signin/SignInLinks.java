package fi.rinnalla.signin;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.vault.HouseKey;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links that sign in whoever reads the mail of an address: good for a quarter of an hour, once,
/// and only in the browser that asked for it. What is kept is a digest, so the table opens no door.
@Component
public class SignInLinks {
  private static final int TOKEN_BYTES = 32;

  private static final String EMAIL = "signin.link.sealed_email";

  private final JdbcClient jdbc;
  private final HouseKey key;
  private final People people;
  private final SignInSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(JdbcClient jdbc, HouseKey key, People people, SignInSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
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
                """
                select count(*) from signin.link
                 where (email_digest = :digest or email = :email) and browser is not null
                """)
            .param("digest", digest(address))
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
             where (email_digest = :digest or email = :email)
               and browser is null and expires_at > :now
            """)
        .param("digest", digest(email.strip().toLowerCase(Locale.ROOT)))
        .param("email", email.strip().toLowerCase(Locale.ROOT))
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /// Makes the links that wait for an address useless.
  @Transactional
  public void forget(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    jdbc.sql("delete from signin.link where email_digest = :digest or email = :email")
        .param("digest", digest(address))
        .param("email", address)
        .update();
  }

  private String put(String address, byte @Nullable [] browser, String backTo, Instant expiresAt) {
    String token = secret();
    byte[] digest = Sha256.of(token);
    jdbc.sql(
            """
            insert into signin.link
              (digest, sealed_email, email_digest, browser, back_to, expires_at)
            values (:digest, :sealed, :address, :browser, :backTo, :expiresAt)
            """)
        .param("digest", digest)
        .param("sealed", key.seal(EMAIL, row(digest), address))
        .param("address", digest(address))
        .param("browser", browser)
        .param("backTo", backTo)
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
    return token;
  }

  private byte[] digest(String address) {
    return key.digest(EMAIL, address);
  }

  /// A link's row by the name that its seal knows it by.
  private static UUID row(byte[] digest) {
    return UUID.nameUUIDFromBytes(digest);
  }

  /// Uses a link up. However many try at once, one statement decides and one of them is let in.
  @Transactional
  public Outcome use(String token, @Nullable String browser, Lang lang) {
    record Used(String email, String backTo) {}
    byte[] digest = Sha256.of(token);
    return jdbc.sql(
            """
            delete from signin.link
             where digest = :digest and (browser is null or browser = :browser)
               and expires_at > :now
            returning email, sealed_email, back_to
            """)
        .param("digest", digest)
        .param("browser", browser == null ? new byte[0] : Sha256.of(browser))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, _) -> {
          byte[] sealed = row.getBytes("sealed_email");
          String email =
              sealed == null ? row.getString("email") : key.open(EMAIL, row(digest), sealed);
          return new Used(email, row.getString("back_to"));
        })
        .optional()
        .<Outcome>map(used -> new Outcome.Welcome(people.of(used.email(), lang), used.backTo()))
        .orElseGet(Outcome.NotGood::new);
  }
}
