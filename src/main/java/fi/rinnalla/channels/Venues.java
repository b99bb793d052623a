package fi.rinnalla.channels;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where events are held, as far as each place lets out: of a place that the directory knows, the
/// directory's word counts, and of a hidden one there is none.
@Component
public class Venues {
  private final Directory directory;
  private final Areas areas;

  Venues(Directory directory, Areas areas) {
    this.directory = directory;
    this.areas = areas;
  }

  /// @param parts the name and then the address
  /// @param position only when it's the very place
  public record Venue(List<Text> parts, @Nullable Position position) {
    public static final Venue UNTOLD = new Venue(List.of(), null);

    public Venue {
      parts = List.copyOf(parts);
    }

    /// `Kirjasto, Torikatu 6, Hyvinkää`; empty when nothing may be told.
    public String words(Page page) {
      return parts.stream()
          .map(page::words)
          .filter(it -> !it.isEmpty())
          .collect(Collectors.joining(", "));
    }
  }

  public Map<EventId, Venue> of(Collection<EventListing> events) {
    List<LocationId> ids =
        events.stream()
            .map(it -> it.event().venue().location())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<LocationId, Location> places = new HashMap<>();
    directory.locations(ids).stream()
        .map(Listing::record)
        .forEach(place -> places.put(place.id(), place));
    Map<EventId, Venue> venues = new HashMap<>();
    for (EventListing listing : events) {
      Event event = listing.event();
      LocationId at = event.venue().location();
      Location place = at == null ? null : places.get(at);
      venues.put(
          event.id(),
          place != null ? known(place) : at != null ? Venue.UNTOLD : inWords(event.venue()));
    }
    return venues;
  }

  private static Venue known(Location place) {
    List<Text> parts = new ArrayList<>(List.of(place.name()));
    for (Location.Address address : place.addresses()) {
      parts.add(address.address1());
      parts.add(address.city());
    }
    return new Venue(parts, place.approximate() ? null : place.position());
  }

  private Venue inWords(Event.Venue venue) {
    Text town =
        Optional.ofNullable(venue.area())
            .flatMap(areas::municipalityOf)
            .map(Area::name)
            .filter(it -> !venue.names(it))
            .orElse(Text.none());
    return new Venue(List.of(venue.name(), venue.address(), town), venue.position());
  }
}
