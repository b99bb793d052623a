package fi.rinnalla.signin;

import com.webauthn4j.util.exception.WebAuthnException;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.pages.SiteAddress;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// People's passkeys: added, used, removed. The passkey is found on the person's own device, so the
/// site needs to ask no name; and the device makes sure who holds it, so one passkey is two
/// factors.
///
/// The signature is checked by Spring Security and WebAuthn4J. What is ours is where the questions
/// wait for their answers, which is the session, and that each is asked once and answered soon.
@Component
public class Passkeys {
  private static final Duration TO_ANSWER = Duration.ofMinutes(5);
  private static final int LONGEST_ANSWER = 30_000;
  private static final int LONGEST_LABEL = 60;
  private static final int MOST = 20;

  private final PasskeyRows rows;
  private final Factors factors;
  private final FactorLetter letter;
  private final WebAuthnRelyingPartyOperations webAuthn;
  private final Clock clock;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  Passkeys(
      PasskeyRows rows,
      PasskeyPeople people,
      Factors factors,
      FactorLetter letter,
      SiteAddress site,
      Clock clock) {
    this.rows = rows;
    this.factors = factors;
    this.letter = letter;
    this.clock = clock;
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            people,
            rows,
            PublicKeyCredentialRpEntity.builder().id(site.host()).name("Rinnalla").build(),
            Set.of(site.origin()));
    operations.setCustomizeCreationOptions(options ->
        options
            .timeout(TO_ANSWER)
            .authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(options ->
        options.timeout(TO_ANSWER).userVerification(UserVerificationRequirement.REQUIRED));
    this.webAuthn = operations;
  }

  /// What was asked of a browser when a passkey is added; the session keeps it.
  public record NewAsked(PublicKeyCredentialCreationOptions options, UUID person, Instant at)
      implements Serializable {
    @Serial private static final long serialVersionUID = 1;
  }

  /// What was asked of a browser that signs in; the session keeps it.
  public record Asked(PublicKeyCredentialRequestOptions options, Instant at)
      implements Serializable {
    @Serial private static final long serialVersionUID = 1;
  }

  /// What came of an answer.
  public sealed interface Outcome {
    record Known(PersonId person) implements Outcome {}

    /// Too late, not signed by a key of ours, or not an answer at all: which isn't told.
    record NotGood() implements Outcome {}
  }

  @Transactional(readOnly = true)
  public List<Passkey> of(PersonId person) {
    return rows.of(person);
  }

  @Transactional(readOnly = true)
  public NewAsked askNew(PersonId person) {
    var principal =
        UsernamePasswordAuthenticationToken.authenticated(person.toString(), null, List.of());
    return new NewAsked(
        webAuthn.createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(principal)),
        person.value(),
        clock.instant());
  }

  /// For whoever it may be: the browser shows the passkeys it has for this site.
  @Transactional(readOnly = true)
  public Asked ask() {
    return new Asked(
        webAuthn.createCredentialRequestOptions(
            // Nobody is named, so no list of somebody's keys is given away.
            new ImmutablePublicKeyCredentialRequestOptionsRequest(null)),
        clock.instant());
  }

  public String json(NewAsked asked) {
    return json.writeValueAsString(asked.options());
  }

  public String json(Asked asked) {
    return json.writeValueAsString(asked.options());
  }

  /// The page asks how fresh the sign-in is; that staff come strongly is asked here too.
  ///
  /// @param answer `{"credential": …, "label": …}` from the browser
  @Transactional
  public Outcome add(NewAsked asked, Caller caller, String answer) {
    PersonId person = caller.person().id();
    factors.hold(person);
    if (!asked.person().equals(person.value())
        || factors.needStronger(caller)
        || late(asked.at())
        || answer.length() > LONGEST_ANSWER
        || rows.of(person).size() >= MOST) {
      return new Outcome.NotGood();
    }
    try {
      RelyingPartyPublicKey key = json.readValue(answer, RelyingPartyPublicKey.class);
      webAuthn.registerCredential(
          new ImmutableRelyingPartyRegistrationRequest(
              asked.options(),
              new RelyingPartyPublicKey(key.getCredential(), label(key.getLabel()))));
    } catch (JacksonException | WebAuthnException | IllegalArgumentException refused) {
      return new Outcome.NotGood();
    }
    factors.write(caller, Action.CREATE);
    letter.tell(person, FactorLetter.Change.PASSKEY_ADDED);
    return new Outcome.Known(person);
  }

  /// @param answer the browser's answer as JSON
  @Transactional
  public Outcome answer(Asked asked, String answer) {
    if (late(asked.at()) || answer.length() > LONGEST_ANSWER) {
      return new Outcome.NotGood();
    }
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> credential =
          json.readValue(answer, new TypeReference<>() {});
      var user =
          webAuthn.authenticate(new RelyingPartyAuthenticationRequest(asked.options(), credential));
      return user == null
          ? new Outcome.NotGood()
          : new Outcome.Known(PasskeyRows.person(user.getId()));
    } catch (JacksonException | WebAuthnException | IllegalArgumentException refused) {
      return new Outcome.NotGood();
    }
  }

  @Transactional
  public boolean remove(Caller caller, String id) {
    PersonId person = caller.person().id();
    factors.hold(person);
    boolean removed = !factors.needStronger(caller) && rows.remove(person, id);
    if (removed) {
      factors.write(caller, Action.DELETE);
      letter.tell(person, FactorLetter.Change.PASSKEY_REMOVED);
    }
    return removed;
  }

  @Transactional
  public void forget(PersonId person) {
    rows.forget(person);
  }

  private boolean late(Instant at) {
    return clock.instant().isAfter(at.plus(TO_ANSWER));
  }

  private static String label(String written) {
    String label = written.replaceAll("\\p{Cntrl}", " ").strip();
    return label.isEmpty() ? "–" : label.substring(0, Math.min(LONGEST_LABEL, label.length()));
  }
}
