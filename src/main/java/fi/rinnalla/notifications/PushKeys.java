package fi.rinnalla.notifications;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.CannotStart;
import fi.rinnalla.storage.HouseWork;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The house's own key towards push services (VAPID, RFC 8292). Browsers bind their subscription to
/// its public half, so it is made once and stays: a new key ends all subscriptions.
@Component
class PushKeys {
  /// RFC 8292 §2 allows a day.
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  private static final int COORDINATE = 32;

  private final JdbcClient jdbc;
  private final HouseWork house;
  private final SiteAddress site;
  private final Clock clock;
  private volatile @Nullable ECKey known;

  PushKeys(JdbcClient jdbc, HouseWork house, SiteAddress site, PushSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.house = house;
    this.site = site;
    this.clock = clock;
    this.known = settings.key().isBlank() ? null : given(settings.key());
  }

  private static ECKey given(String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
        return key;
      }
    } catch (ParseException _) {
      // Its words would quote the key.
    }
    throw new CannotStart(
        "RINNALLA_PUSH_KEY isn't a private key for push services.",
        "Set it to a JWK with kty EC, crv P-256 and its d, or leave it out.",
        null);
  }

  /// As browsers want it: the point uncompressed (X9.62), in base64url without padding.
  String publicKey() {
    ECKey key = key();
    ByteArrayOutputStream point = new ByteArrayOutputStream();
    point.write(4);
    point.writeBytes(coordinate(key.getX().decode()));
    point.writeBytes(coordinate(key.getY().decode()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(point.toByteArray());
  }

  private static byte[] coordinate(byte[] number) {
    byte[] whole = new byte[COORDINATE];
    System.arraycopy(number, 0, whole, COORDINATE - number.length, number.length);
    return whole;
  }

  /// The header by which a push service knows us.
  String authorization(URI to) {
    Instant until = clock.instant().plus(GOOD_FOR);
    String port = to.getPort() < 0 ? "" : ":" + to.getPort();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
            new JWTClaimsSet.Builder()
                .audience(to.getScheme() + "://" + to.getHost() + port)
                .expirationTime(Date.from(until))
                .subject(site.of("/").toString())
                .build());
    try {
      token.sign(new ECDSASigner(key()));
    } catch (JOSEException fault) {
      throw new IllegalStateException("a P-256 key signs ES256", fault);
    }
    return "vapid t=" + token.serialize() + ", k=" + publicKey();
  }

  private ECKey key() {
    ECKey key = known;
    if (key == null) {
      key = given(house.step(this::kept));
      known = key;
    }
    return key;
  }

  /// Two nodes that make one at once keep the one that came first.
  private String kept() {
    String select = "select jwk from notifications.push_key";
    return jdbc.sql(select)
        .query(String.class)
        .optional()
        .orElseGet(() -> {
          jdbc.sql(
                  """
                  insert into notifications.push_key (jwk, made_at) values (:jwk, :now)
                  on conflict do nothing
                  """)
              .param("jwk", made())
              .param("now", Timestamp.from(clock.instant()))
              .update();
          return jdbc.sql(select).query(String.class).single();
        });
  }

  private static String made() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    } catch (JOSEException fault) {
      throw new IllegalStateException("every Java makes P-256 keys", fault);
    }
  }
}
