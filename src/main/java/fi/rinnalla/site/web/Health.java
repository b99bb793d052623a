package fi.rinnalla.site.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.search.Finder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the house lives, and whether it can answer: it is ready once its index has content.
@RestController
class Health {
  private final Finder finder;

  Health(Finder finder) {
    this.finder = finder;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/health/live")
  String live() {
    return "live\n";
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return finder.isReady()
        ? ResponseEntity.ok("ready\n")
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body("the index has no content yet\n");
  }
}
