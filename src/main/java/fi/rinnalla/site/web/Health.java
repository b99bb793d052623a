package fi.rinnalla.site.web;

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

  @GetMapping("/health/live")
  String live() {
    return "live\n";
  }

  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return finder.isReady()
        ? ResponseEntity.ok("ready\n")
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
            .body("the index has no content yet\n");
  }
}
