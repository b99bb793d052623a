package fi.rinnalla.site.web;

import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads `/fi/haku/` and `/FI` to where they mean: a page has one address, and people write it as
/// they please.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TidyAddresses extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    String tidy = tidy(path);
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (tidy.equals(path) || !reading) {
      chain.doFilter(request, response);
      return;
    }
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
    response.setHeader("Location", query == null ? tidy : tidy + "?" + query);
  }

  /// Only addresses of a language are touched, so that nobody is led away: `//elsewhere` is none.
  static String tidy(String path) {
    String first = path.length() < 3 ? "" : path.substring(1, 3).toLowerCase(Locale.ROOT);
    boolean ours = Lang.find(first).isPresent() && (path.length() == 3 || path.charAt(3) == '/');
    if (!ours) {
      return path;
    }
    int end = path.length();
    while (end > 3 && path.charAt(end - 1) == '/') {
      end--;
    }
    // All words of our addresses are in small letters; only the secret of a letter's link is not.
    String small = path.substring(0, end).toLowerCase(Locale.ROOT);
    for (Route route : List.of(Route.SIGN_IN, Route.STILL_TRUE)) {
      for (Lang lang : Lang.values()) {
        String before = route.path(lang) + "/";
        if (small.startsWith(before)) {
          return before + path.substring(before.length(), end);
        }
      }
    }
    return small;
  }
}
