package fi.rinnalla.pictures.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A file that is larger than the server reads at all would be answered by the server, before any
/// page of ours is asked. Here it's known by the length it tells: its form is asked for as if
/// nothing had been sent, and says what is wrong.
@Component
@Order(LargeUploads.BEFORE_THE_FORMS_TOKEN_IS_LOOKED_FOR)
class LargeUploads extends OncePerRequestFilter {
  static final int BEFORE_THE_FORMS_TOKEN_IS_LOOKED_FOR = -110;
  static final String REFUSED = "fi.rinnalla.pictures.tooLarge";

  private static final Pattern FORMS =
      Pattern.compile(
          "/(fi/oma/jarjesto|sv/min/organisation|en/my/organization)/.+/"
              + "(kuva|bild|picture|logo|logotyp)");

  private final long most;

  LargeUploads(MultipartProperties settings) {
    this.most = settings.getMaxRequestSize().toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean tooLarge =
        request.getContentLengthLong() > most
            && request.getMethod().equals("POST")
            && FORMS.matcher(request.getRequestURI()).matches();
    chain.doFilter(tooLarge ? new Unread(request) : request, response);
  }

  private static final class Unread extends HttpServletRequestWrapper {
    Unread(HttpServletRequest request) {
      super(request);
      request.setAttribute(REFUSED, true);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}
