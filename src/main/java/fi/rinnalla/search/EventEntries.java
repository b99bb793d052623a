package fi.rinnalla.search;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes entries of events. Of a venue that the directory knows, the directory's word counts.
@Component
class EventEntries {
  private final Calendar calendar;
  private final EntryParts parts;
  private final Clock clock;

  EventEntries(Calendar calendar, EntryParts parts, Clock clock) {
    this.calendar = calendar;
    this.parts = parts;
    this.clock = clock;
  }

  /// The entries of those events that are still to come.
  List<Entry> of(List<EventListing> events) {
    List<EventListing> shown = events.stream().filter(it -> !it.isWithdrawn()).toList();
    Map<EventId, List<Occurrence>> times =
        calendar.times(shown.stream().map(it -> it.event().id()).toList());
    Map<LocationId, Listing<Location>> places =
        parts.locations(
            shown.stream().map(it -> it.event().venue().location()).filter(Objects::nonNull));
    Map<OrganizationId, Organization> organizers =
        parts.organizations(
            shown.stream().map(it -> it.event().organizer()).filter(Objects::nonNull));
    List<Entry> entries = new ArrayList<>();
    for (EventListing listing : shown) {
      List<Span> held =
          times.getOrDefault(listing.event().id(), List.of()).stream()
              .filter(one -> !one.cancelled() && one.end().isAfter(clock.instant()))
              .map(one -> new Span(one.start(), one.end()))
              .toList();
      OrganizationId id = listing.event().organizer();
      Organization organizer = id == null ? null : organizers.get(id);
      Freshness freshness =
          listing.since().map(it -> parts.freshness(organizer, it)).orElse(Freshness.FRESH);
      if (!held.isEmpty() && freshness.isFound()) {
        Text name = organizer == null ? listing.event().organizerName() : organizer.name();
        entries.add(event(listing, held, places, name, freshness));
      }
    }
    return entries;
  }

  private Entry event(
      EventListing listing,
      List<Span> held,
      Map<LocationId, Listing<Location>> places,
      Text organizer,
      Freshness freshness) {
    Event event = listing.event();
    Event.Venue venue = event.venue();
    Listing<Location> at = venue.location() == null ? null : places.get(venue.location());
    // A venue that the directory hides stays hidden, whatever the event's own words say of it.
    boolean hidden = venue.location() != null && at == null;
    Position position = at != null ? at.record().position() : hidden ? null : venue.position();
    Set<AreaCode> within = parts.lineage(at != null ? at.record().area() : venue.area(), position);
    Set<Accessibility> features = new TreeSet<>(event.facts().features());
    if (at != null) {
      features.addAll(at.record().features());
    }
    Set<UUID> related = new HashSet<>();
    event.coHosts().forEach(host -> related.add(host.value()));
    if (event.organizer() != null) {
      related.add(event.organizer().value());
    }
    if (event.service() != null) {
      related.add(event.service().value());
    }
    if (at != null) {
      related.add(at.record().uuid());
    }
    Card card =
        new Card(
            new EntryKey(Kind.EVENT, event.id().value()),
            listing.slug(),
            event.title(),
            event.summary().isEmpty() ? EntryParts.beginning(event.description()) : event.summary(),
            organizer,
            at != null ? at.record().name() : hidden ? Text.none() : venue.name(),
            at == null ? null : at.slug(),
            at != null
                ? EntryParts.address(at.record())
                : hidden ? Text.none() : parts.address(venue, within),
            at == null ? 0 : 1,
            position == null ? List.of() : List.of(position),
            at != null && at.record().approximate(),
            event.ages(),
            event.price().isFree(),
            event.price().words(),
            event.languages(),
            features,
            event.rule().repeats(),
            false,
            venue.isOnline(),
            event.verification().on(),
            freshness == Freshness.OVERDUE);
    List<Text> subjects = parts.subjects(event.terms(), within);
    subjects.add(organizer);
    subjects.add(card.place());
    event.keywords().forEach(keyword -> subjects.add(Text.fi(keyword)));
    return new Entry(
        card,
        List.of(event.title()),
        subjects,
        List.of(event.summary(), event.description()),
        within,
        parts.codes(event.terms(), event.keywords()),
        related,
        held);
  }
}
