package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.SessionSettings;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.signin.Factors;
import fi.rinnalla.storage.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// The session of somebody who signed in: begun, and ended, here or everywhere.
@Component
class Session {
  /// Adding a way in needs a sign-in this fresh, or a strong one.
  static final Duration TO_ADD = Duration.ofMinutes(15);

  /// What can't be undone needs one this fresh.
  static final Duration TO_REMOVE = Duration.ofMinutes(30);

  private final SecurityContextRepository contexts;
  private final Factors factors;
  private final People people;
  private final SessionSettings settings;
  private final Clock clock;

  Session(
      SecurityContextRepository contexts,
      Factors factors,
      People people,
      SessionSettings settings,
      Clock clock) {
    this.contexts = contexts;
    this.factors = factors;
    this.people = people;
    this.settings = settings;
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
    boolean staff = !Viewer.house(() -> people.roles(person)).isEmpty();
    request.getSession().setMaxInactiveInterval(Math.toIntExact(settings.idle(staff).toSeconds()));
  }

  void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /// What a session lacks for a change.
  enum Lack {
    NOTHING,
    /// Signing in again, in any way.
    FRESHNESS,
    /// Signing in by the strong way that the person has.
    STRENGTH
  }

  /// For adding a way of signing in: who found an open computer may not.
  Lack toAdd(Caller caller) {
    return lack(
        caller,
        signedIn() instanceof SignedIn in && (in.level() == Level.STRONG || isWithin(in, TO_ADD)));
  }

  /// For removing one.
  Lack toRemove(Caller caller) {
    return lack(caller, mayUndo());
  }

  private Lack lack(Caller caller, boolean fresh) {
    if (factors.needStronger(caller)) {
      return Lack.STRENGTH;
    }
    return fresh ? Lack.NOTHING : Lack.FRESHNESS;
  }

  /// Whether what can't be undone may be done.
  boolean mayUndo() {
    return signedIn() instanceof SignedIn in && isWithin(in, TO_REMOVE);
  }

  private boolean isWithin(SignedIn in, Duration time) {
    return !clock.instant().isAfter(in.at().plus(time));
  }

  private static @Nullable Object signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null ? null : authentication.getPrincipal();
  }
}
