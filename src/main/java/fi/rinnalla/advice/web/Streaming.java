package fi.rinnalla.advice.web;

import jakarta.servlet.http.HttpServletResponse;

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
}
