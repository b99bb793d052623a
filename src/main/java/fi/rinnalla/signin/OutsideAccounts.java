package fi.rinnalla.signin;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.DataFolder;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// People's accounts at the identity provider. An account is known by the issuer and a keyed digest
/// of its subject, which for a bank's sign-in may be a personal identity code: whoever has the
/// table can't tell whose it is. It is never matched by an e-mail address, which others may
/// control.
@Component
public class OutsideAccounts {
  private static final Logger log = LoggerFactory.getLogger(OutsideAccounts.class);
  private static final Duration TO_RETURN = Duration.ofMinutes(15);
  private static final String KEY_FILE = "outside-key";
  private static final int KEY_BYTES = 32;

  private final OidcProvider provider;
  private final OidcSettings settings;
  private final OutsideRows rows;
  private final Factors factors;
  private final TransactionTemplate transaction;
  private final People people;
  private final FactorLetter letter;
  private final DataFolder folder;
  private final SiteAddress site;
  private final Clock clock;

  OutsideAccounts(
      OidcProvider provider,
      OidcSettings settings,
      OutsideRows rows,
      Factors factors,
      TransactionTemplate transaction,
      People people,
      FactorLetter letter,
      DataFolder folder,
      SiteAddress site,
      Clock clock) {
    this.provider = provider;
    this.settings = settings;
    this.rows = rows;
    this.factors = factors;
    this.transaction = transaction;
    this.people = people;
    this.letter = letter;
    this.folder = folder;
    this.site = site;
    this.clock = clock;
  }

  /// What a browser was sent away with; its session keeps it.
  ///
  /// @param person who was signed in when it left
  /// @param links whether that person wants the account to be theirs from now on
  public record Asked(
      String to,
      String state,
      String nonce,
      String verifier,
      String back,
      Lang lang,
      @Nullable UUID person,
      boolean links,
      Instant at)
      implements Serializable {
    @Serial private static final long serialVersionUID = 1;
  }

  /// What came of a return.
  public sealed interface Outcome {
    record Known(PersonId person, Level level) implements Outcome {}

    /// Somebody is signed in and the account is nobody's: they may link it, but weren't asking to.
    record Unknown() implements Outcome {}

    /// Not from the provider, not for us, or too late: which isn't told.
    record NotGood() implements Outcome {}
  }

  /// What the provider is called; empty when there is none.
  public String name(Lang lang) {
    return settings.name(lang);
  }

  @Transactional(readOnly = true)
  public boolean has(PersonId person) {
    return rows.has(person);
  }

  /// Where to send the browser; nothing when there is no provider, or it doesn't answer.
  public Optional<Asked> ask(String back, Lang lang, @Nullable UUID person, boolean links) {
    if (!settings.isOn()) {
      return Optional.empty();
    }
    try {
      OidcProvider.Start start = provider.start(returnTo());
      return Optional.of(
          new Asked(
              start.to().toString(),
              start.state(),
              start.nonce(),
              start.verifier(),
              back,
              lang,
              person,
              links,
              clock.instant()));
    } catch (OidcProvider.Refused unanswered) {
      return Optional.empty();
    }
  }

  /// @param caller who is signed in now
  /// @param issuer who the answer says it is from (RFC 9207), where the provider says it
  public Outcome back(
      Asked asked, Caller caller, String state, String code, @Nullable String issuer) {
    boolean ours =
        MessageDigest.isEqual(
            asked.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    boolean another = issuer != null && !issuer.equals(settings.issuer());
    boolean changed = asked.links() && !Objects.equals(asked.person(), caller.id());
    if (!ours
        || another
        || changed
        || code.isBlank()
        || clock.instant().isAfter(asked.at().plus(TO_RETURN))) {
      return new Outcome.NotGood();
    }
    OidcProvider.Identity identity;
    try {
      identity = provider.identity(code, asked.nonce(), asked.verifier(), returnTo());
    } catch (OidcProvider.Refused refused) {
      // The reason may quote what the provider knows of a person, so its kind must do.
      Throwable why = refused.getCause() == null ? refused : refused.getCause();
      log.info("A sign-in at the identity provider was refused: {}", why.getClass().getName());
      return new Outcome.NotGood();
    }
    byte[] subject = digest(identity);
    return Viewer.house(() ->
        Objects.requireNonNull(transaction.execute(_ -> known(asked, caller, identity, subject))));
  }

  private Outcome known(
      Asked asked, Caller caller, OidcProvider.Identity identity, byte[] subject) {
    @Nullable UUID person = caller.id();
    Optional<PersonId> owner = rows.use(identity.issuer(), subject);
    if (owner.isPresent()) {
      boolean somebodyElses = asked.links() && !owner.get().value().equals(person);
      return somebodyElses
          ? new Outcome.NotGood()
          : new Outcome.Known(owner.get(), identity.level());
    }
    if (person == null) {
      Person added =
          people.add(new Person(new PersonId(UUID.randomUUID()), "", null, asked.lang(), false));
      rows.link(identity.issuer(), subject, added.id());
      return new Outcome.Known(added.id(), identity.level());
    }
    if (!asked.links()) {
      return new Outcome.Unknown();
    }
    PersonId linked = new PersonId(person);
    factors.hold(linked);
    if (factors.needStronger(caller)) {
      return new Outcome.NotGood();
    }
    rows.link(identity.issuer(), subject, linked);
    factors.write(caller, Action.CREATE);
    letter.tell(linked, FactorLetter.Change.OUTSIDE_ADDED);
    return new Outcome.Known(linked, identity.level());
  }

  /// The caller's rights, and how fresh their sign-in is, are the page's to ask; that staff come
  /// strongly is asked here too.
  @Transactional
  public boolean unlink(Caller caller) {
    PersonId person = caller.person().id();
    factors.hold(person);
    boolean removed = !factors.needStronger(caller) && rows.remove(person);
    if (removed) {
      factors.write(caller, Action.DELETE);
      letter.tell(person, FactorLetter.Change.OUTSIDE_REMOVED);
    }
    return removed;
  }

  @Transactional
  public void forget(PersonId person) {
    rows.remove(person);
  }

  private URI returnTo() {
    return site.of("/oidc/back");
  }

  private byte[] digest(OidcProvider.Identity identity) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      // An issuer is an address and has no line break.
      return mac.doFinal(
          (identity.issuer() + "\n" + identity.subject()).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
    }
  }

  /// Made on the first use. Whoever loses it loses the links of all accounts, so it's part of the
  /// backup; and it is kept apart from the database, so that one of the two tells nothing.
  private synchronized byte[] key() {
    Path file = folder.resolve(KEY_FILE);
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Path beside = folder.resolve(KEY_FILE + ".new");
        Files.writeString(beside, HexFormat.of().formatHex(random));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException cause) {
      throw new UncheckedIOException("the key of outside accounts can't be read", cause);
    }
  }
}
