package fi.rinnalla.site.web;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventReplacements;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Replacements;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Where what a page shows comes from: of a record that stands for others, from all their sources.
@Component
class Origins {
  private static final String OWN = "own:";

  private final Replacements replacements;
  private final EventReplacements eventReplacements;

  Origins(Replacements replacements, EventReplacements eventReplacements) {
    this.replacements = replacements;
    this.eventReplacements = eventReplacements;
  }

  Origin of(Listing<?> listing) {
    return of(
        listing.source(), replacements.sources(listing.record().kind(), listing.record().uuid()));
  }

  Origin of(EventListing listing) {
    return of(listing.source(), eventReplacements.sources(listing.event().id()));
  }

  private static Origin of(String source, List<String> behind) {
    List<String> all = new ArrayList<>(List.of(source));
    all.addAll(behind);
    return new Origin(
        all.stream().anyMatch(it -> it.startsWith(OWN)),
        all.stream().filter(it -> !it.startsWith(OWN)).distinct().toList());
  }
}
