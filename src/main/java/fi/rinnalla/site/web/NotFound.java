package fi.rinnalla.site.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is no such page, or it is not for showing; the two look alike.
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1;
}
