package fi.rinnalla.signin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An identity provider over HTTP, as strict as a broker of the Trust Network: the client proves
/// itself by `private_key_jwt`, PKCE is checked, a code is good once, and the identity is
/// encrypted. Each lie that it can tell is a field.
final class Provider {
  static final String CLIENT = "rinnalla-test";

  private final HttpServer server;
  private final RSAKey signing;
  private final RSAKey stranger;
  private final RSAKey clientSigning;
  private final RSAKey clientDecryption;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  volatile String subject = "somebody";
  volatile String acr = "high";
  volatile @Nullable String issuerTold;
  volatile @Nullable String nonceTold;
  volatile @Nullable String audienceTold;
  volatile boolean expired;
  volatile boolean strangersKey;
  volatile boolean unencrypted;
  volatile String refused = "";

  Provider() {
    try {
      signing = new RSAKeyGenerator(2048).keyID("sig").generate();
      stranger = new RSAKeyGenerator(2048).keyID("sig").generate();
      clientSigning = new RSAKeyGenerator(2048).keyID("ours").generate();
      clientDecryption = new RSAKeyGenerator(2048).keyID("enc").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException | IOException cause) {
      throw new IllegalStateException(cause);
    }
    server.createContext("/.well-known/openid-configuration", it -> answer(it, 200, metadata()));
    server.createContext(
        "/keys", it -> answer(it, 200, new JWKSet(signing.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void honest() {
    subject = "somebody";
    acr = "high";
    issuerTold = null;
    nonceTold = null;
    audienceTold = null;
    expired = false;
    strangersKey = false;
    unencrypted = false;
    refused = "";
  }

  Path signingKeys() {
    return file(clientSigning);
  }

  Path decryptionKeys() {
    return file(clientDecryption);
  }

  private static Path file(RSAKey key) {
    try {
      Path folder = Files.createDirectories(Path.of("target/test-data"));
      Path file = Files.createTempFile(folder, "keys", ".json");
      return Files.writeString(file, new JWKSet(key).toString(false)).toAbsolutePath();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// The person signs in here; answers with where the browser is sent back to.
  String signIn(String address) {
    Map<String, String> asked = fields(URI.create(address).getRawQuery());
    if (!asked.getOrDefault("code_challenge_method", "").equals("S256")) {
      throw new IllegalStateException("no PKCE");
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    return asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> given =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
    try {
      SignedJWT client = SignedJWT.parse(given.getOrDefault("client_assertion", ""));
      boolean known =
          client.verify(new RSASSAVerifier(clientSigning.toPublicJWK()))
              && CLIENT.equals(client.getJWTClaimsSet().getSubject())
              && client.getJWTClaimsSet().getAudience().contains(issuer() + "/token");
      boolean sameBrowser =
          asked != null
              && challenge(given.get("code_verifier")).equals(asked.get("code_challenge"));
      if (!known || !sameBrowser || asked == null) {
        refused = known ? "code" : "client";
        answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        return;
      }
      answer(
          exchange,
          200,
          "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
              .formatted(identity(asked)));
    } catch (ParseException | JOSEException | NoSuchAlgorithmException wrong) {
      refused = wrong.toString();
      answer(exchange, 400, "{\"error\": \"invalid_client\"}");
    }
  }

  private String identity(Map<String, String> asked) throws JOSEException {
    long now = System.currentTimeMillis();
    long age = expired ? Duration.ofHours(2).toMillis() : 0;
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("sig").build(),
            new JWTClaimsSet.Builder()
                .issuer(issuerTold == null ? issuer() : issuerTold)
                .subject(subject)
                .audience(audienceTold == null ? CLIENT : audienceTold)
                .issueTime(new Date(now - age))
                .expirationTime(new Date(now - age + 300_000))
                .claim("nonce", nonceTold == null ? asked.get("nonce") : nonceTold)
                .claim("acr", acr)
                .claim("name", "Nimi Niminen")
                .build());
    signed.sign(new RSASSASigner(strangersKey ? stranger : signing));
    if (unencrypted) {
      return signed.serialize();
    }
    JWEObject sealed =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .contentType("JWT")
                .keyID("enc")
                .build(),
            new Payload(signed));
    sealed.encrypt(new RSAEncrypter(clientDecryption.toRSAPublicKey()));
    return sealed.serialize();
  }

  private String metadata() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
     "subject_types_supported": ["pairwise"], "id_token_signing_alg_values_supported": ["RS256"]}
    """
        .formatted(issuer());
  }

  private static String challenge(@Nullable String verifier) throws NoSuchAlgorithmException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
  }

  private static Map<String, String> fields(String query) {
    return Arrays.stream(query.split("&"))
        .map(it -> it.split("=", 2))
        .collect(
            Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
