package fi.rinnalla.identity.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.SessionSettings;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says once, at the start of a request, who calls: with the roles held at this moment. The
/// database is told the same for as long as the request lasts.
final class Callers extends OncePerRequestFilter {
  private static final String CALLER = Callers.class.getName();
  private static final String LAST_USED = CALLER + ".lastUsed";

  /// So that not every request writes to the session.
  private static final Duration ROUGHLY = Duration.ofMinutes(1);

  private final People people;
  private final SessionSettings settings;
  private final Clock clock;

  Callers(People people, SessionSettings settings, Clock clock) {
    this.people = people;
    this.settings = settings;
    this.clock = clock;
  }

  /// What the header leads to for this caller.
  private static List<Route> doors(Caller caller) {
    List<Route> doors = new ArrayList<>();
    if (caller.roles().contains(Role.REGION_ADMIN)) {
      doors.add(Route.UPKEEP);
    }
    if (caller.roles().contains(Role.AUDITOR)) {
      doors.add(Route.AUDIT);
    }
    if (!caller.isVisitor()) {
      doors.add(Route.OWN);
    }
    return doors;
  }

  static Caller of(HttpServletRequest request) {
    return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.visitor();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = caller(request);
    request.setAttribute(CALLER, caller);
    request.setAttribute(Page.DOORS, doors(caller));
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

  private Caller caller(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn in)) {
      return Caller.visitor();
    }
    Instant now = clock.instant();
    HttpSession session = request.getSession(false);
    Instant lastUsed = lastUsed(session, in);
    Caller caller =
        Viewer.house(() ->
            people
                .caller(new PersonId(in.person()), in.level())
                .filter(it -> lasts(in, lastUsed, !it.held().isEmpty(), now))
                .orElseGet(Caller::visitor));
    if (session != null && !caller.isVisitor() && now.isAfter(lastUsed.plus(ROUGHLY))) {
      session.setAttribute(LAST_USED, now);
    }
    return caller;
  }

  /// By the roles held now: whoever became staff in the middle of a session is staff in it.
  private boolean lasts(SignedIn in, Instant lastUsed, boolean staff, Instant now) {
    return !settings.isOver(in.at(), staff, now) && !settings.isIdle(lastUsed, staff, now);
  }

  private static Instant lastUsed(@Nullable HttpSession session, SignedIn in) {
    Object kept = session == null ? null : session.getAttribute(LAST_USED);
    return kept instanceof Instant used && used.isAfter(in.at()) ? used : in.at();
  }
}
