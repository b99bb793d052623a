package fi.rinnalla.advice.web;

import fi.rinnalla.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.function.BooleanSupplier;

/// What every stream has in common.
final class Streaming {
  private Streaming() {}

  static void prepare(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    // A proxy that gathers an answer before passing it on would keep a word back for minutes.
    response.setHeader("X-Accel-Buffering", "no");
  }

  /// The number after which to go on: what the browser says it had, else what its page was made
  /// with.
  static int from(String lastEventId, int after) {
    return lastEventId.matches("\\d{1,9}") ? Integer.parseInt(lastEventId) : Math.max(0, after);
  }

  /// Whether whoever opened the page is still signed in: a page that stays open after signing out
  /// hears no more.
  static BooleanSupplier signedIn(HttpServletRequest request, Sessions sessions) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return () -> true;
    }
    String id = session.getId();
    return () -> sessions.isOpen(id);
  }
}
