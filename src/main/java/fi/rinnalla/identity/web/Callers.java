package fi.rinnalla.identity.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.SessionSettings;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says once, at the start of a request, who calls: with the roles held at this moment. The
/// database is told the same for as long as the request lasts.
final class Callers extends OncePerRequestFilter {
  private static final String CALLER = Callers.class.getName();

  private final People people;
  private final SessionSettings settings;
  private final Clock clock;

  Callers(People people, SessionSettings settings, Clock clock) {
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  static Caller of(HttpServletRequest request) {
    return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.visitor();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = caller();
    request.setAttribute(CALLER, caller);
    if (caller.isVisitor()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      caller
          .viewer()
          .run(() -> {
            chain.doFilter(request, response);
            return caller;
          });
    } catch (ServletException | IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new ServletException(failed);
    }
  }

  private Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn in)) {
      return Caller.visitor();
    }
    return Viewer.house(() ->
        people
            .caller(new PersonId(in.person()), in.level())
            .filter(it -> !settings.isOver(in.at(), !it.held().isEmpty(), clock.instant()))
            .orElseGet(Caller::visitor));
  }
}
