package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventReplacements;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Replacements;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What becomes of the address of a record that families don't see any more: it leads to the record
/// that stands for it, or says that it is gone.
@Component
@ControllerAdvice
class Departures {
  private final Directory directory;
  private final Replacements replacements;
  private final Calendar calendar;
  private final EventReplacements eventReplacements;

  Departures(
      Directory directory,
      Replacements replacements,
      Calendar calendar,
      EventReplacements eventReplacements) {
    this.directory = directory;
    this.replacements = replacements;
    this.calendar = calendar;
    this.eventReplacements = eventReplacements;
  }

  RuntimeException of(Page page, DirectoryRecord record) {
    return replacements
        .successor(record.kind(), record.uuid())
        .flatMap(it -> address(page, record, it))
        .<RuntimeException>map(Moved::new)
        .orElseGet(Gone::new);
  }

  private Optional<String> address(Page page, DirectoryRecord record, UUID stays) {
    return switch (record.kind()) {
      case ORGANIZATION ->
          directory
              .find(new OrganizationId(stays))
              .map(it -> page.to(Route.ORGANIZATION, it.slug()));
      case SERVICE ->
          directory.find(new ServiceId(stays)).map(it -> page.to(Route.SERVICE, it.slug()));
      case LOCATION ->
          directory.find(new LocationId(stays)).map(it -> page.to(Route.PLACE, it.slug()));
      case SERVICE_AT_LOCATION -> Optional.empty();
    };
  }

  RuntimeException of(Page page, EventId event) {
    return eventReplacements
        .successor(event)
        .flatMap(calendar::find)
        .map(EventListing::slug)
        .<RuntimeException>map(it -> new Moved(page.to(Route.EVENT, it)))
        .orElseGet(Gone::new);
  }

  /// Permanently, as far as anybody knows; but a merge can be undone, so nobody keeps the answer.
  @ExceptionHandler
  ResponseEntity<Void> moved(Moved moved) {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .header(HttpHeaders.LOCATION, moved.address())
        .cacheControl(CacheControl.noCache())
        .build();
  }
}
