package fi.rinnalla.reminders.web;

import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.reminders.OwnReminders;
import fi.rinnalla.signin.SignInLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The browser's own secret, by which it's known again where a letter's link was used. The house
/// keeps its digest, and for how long it opens anything.
@Component
class Browser {
  static final String COOKIE = "rinnalla-reminders";
  private static final int SHORTEST = 40;
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final SignInLinks secrets;
  private final SiteAddress site;
  private final OwnReminders own;

  Browser(SignInLinks secrets, SiteAddress site, OwnReminders own) {
    this.secrets = secrets;
    this.site = site;
    this.own = own;
  }

  /// The secret, made and given to the browser when it has none.
  String secret(
      @Nullable String browser, HttpServletRequest request, HttpServletResponse response) {
    String secret = browser == null || browser.length() < SHORTEST ? secrets.secret() : browser;
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, secret)
            .httpOnly(true)
            .secure(site.isSecure() || request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(REMEMBERED)
            .build()
            .toString());
    return secret;
  }

  void remember(
      String token,
      @Nullable String browser,
      HttpServletRequest request,
      HttpServletResponse response) {
    own.remember(token, secret(browser, request, response));
  }
}
