package fi.rinnalla.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets words in, and nothing but words: control characters, which nobody types, are dropped from
/// every parameter. PostgreSQL keeps no U+0000, a calendar file may have none of the others (RFC
/// 5545 §3.1), and a letter that turns the direction of all that follows (U+202D, U+202E) makes a
/// name look like another.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainText extends OncePerRequestFilter {
  private static final Pattern NO_WORDS = Pattern.compile("[\\p{Cc}\\u202d\\u202e&&[^\\t\\n\\r]]");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Plain(request), response);
  }

  static String plain(String typed) {
    return NO_WORDS.matcher(typed).replaceAll("");
  }

  private static final class Plain extends HttpServletRequestWrapper {

    Plain(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String typed = super.getParameter(name);
      return typed == null ? null : PlainText.plain(typed);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      String[] typed = super.getParameterValues(name);
      return typed == null ? null : plain(typed);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> plain = new LinkedHashMap<>();
      super.getParameterMap().forEach((name, typed) -> plain.put(name, plain(typed)));
      return plain;
    }

    private static String[] plain(String[] typed) {
      return Arrays.stream(typed).map(PlainText::plain).toArray(String[]::new);
    }
  }
}
