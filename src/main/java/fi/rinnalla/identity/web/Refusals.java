package fi.rinnalla.identity.web;

import fi.rinnalla.identity.NoSuchRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What a caller may not see answers as what isn't there.
@ControllerAdvice
class Refusals {

  @ExceptionHandler(NoSuchRecord.class)
  void notThere(NoSuchRecord refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
