package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// The session of somebody who signed in: begun, and ended, here or everywhere.
@Component
class Session {
  private final SecurityContextRepository contexts;
  private final FindByIndexNameSessionRepository<? extends org.springframework.session.Session>
      sessions;
  private final Clock clock;

  Session(
      SecurityContextRepository contexts,
      FindByIndexNameSessionRepository<? extends org.springframework.session.Session> sessions,
      Clock clock) {
    this.contexts = contexts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Begins a session, or makes the one there is stronger. Its id changes either way: one that was
  /// planted beforehand opens nothing.
  void begin(
      PersonId person, Level level, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SignedIn in = new SignedIn(person.value(), level, clock.instant());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(in, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /// Ends every session of the person, on every device.
  void endEverywhere(PersonId person) {
    sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
  }
}
