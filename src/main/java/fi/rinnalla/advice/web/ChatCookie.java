package fi.rinnalla.advice.web;

import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The token of a talk in its visitor's browser. It is there while the browser is open, goes along
/// to the talk's own pages in each language and to no other, and no script can read it.
@Component
class ChatCookie {
  static final String NAME = "rinnalla-chat";

  private final SiteAddress site;

  ChatCookie(SiteAddress site) {
    this.site = site;
  }

  Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(it -> it.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst();
  }

  void set(HttpServletResponse response, String token) {
    add(response, token, null);
  }

  void clear(HttpServletResponse response) {
    add(response, "", Duration.ZERO);
  }

  private void add(HttpServletResponse response, String token, @Nullable Duration age) {
    for (Lang lang : Lang.values()) {
      ResponseCookie.ResponseCookieBuilder cookie =
          ResponseCookie.from(NAME, token)
              .path(Route.CHAT.path(lang))
              .httpOnly(true)
              .sameSite("Strict")
              .secure(site.isSecure());
      if (age != null) {
        cookie.maxAge(age);
      }
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
  }
}
