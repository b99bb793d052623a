package fi.rinnalla.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A form of several parts that ends midway or was never one is answered before anybody reads it:
/// else a few bytes from anybody would write pages of the log. One that is too large is left to the
/// page it was sent to, which says so.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class BrokenForms extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isInParts(request) && !isWhole(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isInParts(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static boolean isWhole(HttpServletRequest request) {
    try {
      request.getParts();
      return true;
    } catch (IllegalStateException _) {
      return true;
    } catch (IOException | ServletException _) {
      return false;
    }
  }
}
