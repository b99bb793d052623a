package fi.rinnalla.site.web;

import fi.rinnalla.pages.StreetTiles;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The headers of every answer. Nothing runs or loads here that isn't ours, but for the pictures of
/// streets when the operator has chosen some; nobody is told where a visitor came from; parts whose
/// names change with their content are kept for ever.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:%s;"
          + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final String policy;

  Headers(StreetTiles tiles) {
    String pictures = tiles.origin();
    this.policy = POLICY.formatted(pictures == null ? "" : " " + pictures);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    setAlways(response);
    response.setHeader("Content-Security-Policy", policy);
    if (request.getRequestURI().startsWith("/assets/")) {
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else {
      response.setHeader("Cache-Control", "no-cache");
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | InvalidParameterException failed) {
      // Left to the server it would be logged with what was typed, and what parents type is theirs.
      boolean unreadable =
          failed instanceof InvalidParameterException
              || failed.getCause() instanceof InvalidParameterException;
      if (!unreadable) {
        throw failed;
      }
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /// The headers that even an answer to gibberish has.
  static void setAlways(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY.formatted(""));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
  }
}
