package fi.rinnalla.signups.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.pages.Page;
import org.springframework.stereotype.Component;

/// Gives a page the quick way out when it shows an event that it may endanger its reader to be seen
/// at.
@Component
class Discretion {
  private final Classification classification;

  Discretion(Classification classification) {
    this.classification = classification;
  }

  void on(Page page, EventListing listing) {
    Event event = listing.event();
    if (classification.isSensitive(event.terms(), event.keywords())) {
      page.beSensitive();
    }
  }
}
