package fi.rinnalla.signin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWEKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fi.rinnalla.identity.Level;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Talks OpenID Connect with the identity provider: the code flow, always with PKCE and a nonce.
/// What it learns of a person is one thing, the subject, and whether the sign-in there was strong.
///
/// Requirement 213/2023 of Traficom asks brokers of the Trust Network for `private_key_jwt` and an
/// encrypted identity; both are here. Signed requests and our own static JWKS are not, yet.
@Component
class OidcProvider {
  private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);
  private static final int MILLIS_TO_ANSWER = 8000;
  private static final int LONGEST_ANSWER = 200_000;

  /// Never `none` and never a shared secret.
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /// Without RSA1_5, which tells too much of why it failed (RFC 8725, 3.2).
  private static final Set<JWEAlgorithm> ENCRYPTED =
      Set.of(
          JWEAlgorithm.RSA_OAEP,
          JWEAlgorithm.RSA_OAEP_256,
          JWEAlgorithm.ECDH_ES,
          JWEAlgorithm.ECDH_ES_A256KW);

  private static final Set<EncryptionMethod> ENCRYPTED_HOW =
      Set.of(
          EncryptionMethod.A128GCM,
          EncryptionMethod.A256GCM,
          EncryptionMethod.A128CBC_HS256,
          EncryptionMethod.A256CBC_HS512);

  private final OidcSettings settings;
  private volatile @Nullable Known known;

  private record Known(OIDCProviderMetadata provider, JWKSource<SecurityContext> keys) {}

  /// What a browser is sent away with, and what must come back.
  record Start(URI to, String state, String nonce, String verifier) {}

  /// @param subject the provider's own name for the person; never kept as it is
  record Identity(String issuer, String subject, Level level) {}

  /// The provider couldn't be asked, or what it said isn't to be believed.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }

  OidcProvider(OidcSettings settings) {
    this.settings = settings;
  }

  Start start(URI backTo) throws Refused {
    State state = new State(32);
    Nonce nonce = new Nonce(32);
    CodeVerifier verifier = new CodeVerifier();
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                new ClientID(settings.clientId()),
                backTo)
            .endpointURI(known().provider().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256);
    if (!settings.acr().isEmpty()) {
      request.acrValues(settings.acr().stream().map(ACR::new).toList());
    }
    return new Start(
        request.build().toURI(), state.getValue(), nonce.getValue(), verifier.getValue());
  }

  Identity identity(String code, String nonce, String verifier, URI backTo) throws Refused {
    Known known = known();
    try {
      HTTPRequest request =
          new TokenRequest(
                  known.provider().getTokenEndpointURI(),
                  ourselves(known.provider()),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code), backTo, new CodeVerifier(verifier)))
              .toHTTPRequest();
      request.setConnectTimeout(MILLIS_TO_ANSWER);
      request.setReadTimeout(MILLIS_TO_ANSWER);
      request.setFollowRedirects(false);
      TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
      if (!(answer instanceof OIDCTokenResponse tokens)) {
        throw new Refused(
            "the provider gave no token: " + answer.toErrorResponse().getErrorObject().getCode(),
            null);
      }
      JWT token = tokens.getOIDCTokens().getIDToken();
      boolean mustBeEncrypted = !settings.decryptionKeys().isBlank();
      if (mustBeEncrypted && !(token instanceof EncryptedJWT)) {
        throw new Refused("the identity came unencrypted", null);
      }
      IDTokenClaimsSet claims =
          new IDTokenValidator(
                  new Issuer(settings.issuer()),
                  new ClientID(settings.clientId()),
                  new JWSVerificationKeySelector<>(SIGNED, known.keys()),
                  mustBeEncrypted ? decryption() : null)
              .validate(token, new Nonce(nonce));
      ACR acr = claims.getACR();
      boolean strong = acr != null && settings.acr().contains(acr.getValue());
      return new Identity(
          settings.issuer(), claims.getSubject().getValue(), strong ? Level.STRONG : Level.WEAK);
    } catch (GeneralException
        | BadJOSEException
        | JOSEException
        | IOException
        | ParseException
        | IllegalArgumentException refused) {
      throw new Refused("the provider's answer isn't good", refused);
    }
  }

  /// Asked when the first person needs it: a provider that is down keeps nobody else out.
  private Known known() throws Refused {
    Known already = known;
    if (already != null) {
      return already;
    }
    try {
      OIDCProviderMetadata provider =
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer()), MILLIS_TO_ANSWER, MILLIS_TO_ANSWER);
      Known now =
          new Known(
              provider,
              JWKSourceBuilder.create(
                      provider.getJWKSetURI().toURL(),
                      new DefaultResourceRetriever(
                          MILLIS_TO_ANSWER, MILLIS_TO_ANSWER, LONGEST_ANSWER))
                  .build());
      known = now;
      return now;
    } catch (GeneralException | IOException failed) {
      log.warn("The identity provider doesn't tell of itself", failed);
      throw new Refused("the provider doesn't tell of itself", failed);
    }
  }

  private ClientAuthentication ourselves(OIDCProviderMetadata provider)
      throws IOException, ParseException, JOSEException {
    ClientID client = new ClientID(settings.clientId());
    if (settings.signingKeys().isBlank()) {
      return new ClientSecretBasic(client, new Secret(settings.clientSecret()));
    }
    JWK key = JWKSet.load(new File(settings.signingKeys())).getKeys().getFirst();
    return new PrivateKeyJWT(
        client,
        provider.getTokenEndpointURI(),
        key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256,
        privateKey(key),
        key.getKeyID(),
        null);
  }

  private JWEKeySelector<SecurityContext> decryption() throws IOException, ParseException {
    JWKSet ours = JWKSet.load(new File(settings.decryptionKeys()));
    return (header, _) -> fitting(ours, header);
  }

  private static List<Key> fitting(JWKSet ours, JWEHeader header) {
    List<Key> fitting = new ArrayList<>();
    if (ENCRYPTED.contains(header.getAlgorithm())
        && ENCRYPTED_HOW.contains(header.getEncryptionMethod())) {
      for (JWK key : ours.getKeys()) {
        if (header.getKeyID() == null || header.getKeyID().equals(key.getKeyID())) {
          try {
            fitting.add(privateKey(key));
          } catch (JOSEException unusable) {
            log.warn("A decryption key can't be used", unusable);
          }
        }
      }
    }
    return fitting;
  }

  private static PrivateKey privateKey(JWK key) throws JOSEException {
    if (key instanceof AsymmetricJWK pair && pair.toPrivateKey() instanceof PrivateKey one) {
      return one;
    }
    throw new JOSEException("the key file has no private key");
  }
}
