package fi.rinnalla.identity.web;

import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.HandlerMethod;

/// What a caller may not see answers as what isn't there. Only whoever would have more rights after
/// a stronger sign-in is asked for it, whether or not there is such a record.
@ControllerAdvice
class Refusals {
  private final Gate gate;

  Refusals(Gate gate) {
    this.gate = gate;
  }

  @ExceptionHandler(NoSuchRecord.class)
  void notThere(
      NoSuchRecord refused,
      HandlerMethod handler,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Needs needs = handler.getMethodAnnotation(Needs.class);
    boolean stepUpHelps =
        needs != null
            && request.getMethod().equals("GET")
            && Route.isPersonal(request.getRequestURI())
            && gate.opensMoreAt(Level.STRONG, Callers.of(request), needs.action(), needs.record());
    if (stepUpHelps) {
      response.sendRedirect(Guard.signIn(request));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
