package fi.rinnalla.site.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There was such a page, and its owner has taken it away (RFC 9110 §15.5.11).
@ResponseStatus(HttpStatus.GONE)
class Gone extends RuntimeException {
  private static final long serialVersionUID = 1;
}
