package fi.rinnalla.signin;

import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The one identity provider that people may sign in by, such as a broker of the Finnish Trust
/// Network or an employer's own. None is there unless an issuer is named.
///
/// @param issuer the address under which the provider tells of itself
/// @param clientId who we are to it
/// @param nameFi what the provider is called on our pages
/// @param clientSecret proves that it's us, when there are no signing keys
/// @param signingKeys a JWK set file: proves that it's us by `private_key_jwt`
/// @param decryptionKeys a JWK set file: the identity must then come encrypted
/// @param scopes what is asked for; names and numbers would be thrown away, so nothing more
/// @param acr the ways of signing in there, of which any counts as strong here; with none named,
///   it's no stronger than a link by e-mail
@ConfigurationProperties("rinnalla.oidc")
record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("") String clientId,
    @DefaultValue("") String nameFi,
    @DefaultValue("") String nameSv,
    @DefaultValue("") String nameEn,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String signingKeys,
    @DefaultValue("") String decryptionKeys,
    @DefaultValue("openid") List<String> scopes,
    @DefaultValue List<String> acr) {

  boolean isOn() {
    return !issuer.isBlank() && !clientId.isBlank();
  }

  /// Whether anybody may come by it strongly.
  boolean isStrong() {
    return isOn() && !acr.isEmpty();
  }

  String name(Lang lang) {
    String name =
        switch (lang) {
          case FI -> nameFi;
          case SV -> nameSv;
          case EN -> nameEn;
        };
    String any = nameFi.isBlank() ? issuer : nameFi;
    return !isOn() ? "" : name.isBlank() ? any : name;
  }
}
