package fi.rinnalla.channels.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.channels.ShareCard;
import fi.rinnalla.channels.Venues;
import fi.rinnalla.channels.Venues.Venue;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.drawing.Drawings;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.search.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/// The cards of events, services, places and organizers. A card tells what the page tells, and
/// there is none of what isn't found.
@Controller
class ShareCardFile {
  static final int PER_HOUR = 600;
  private static final int NEXT_TIMES = 20;

  private final Calendar calendar;
  private final EventUpkeep upkeep;
  private final Directory directory;
  private final Showing showing;
  private final Venues venues;
  private final Drawings drawings;

  ShareCardFile(
      Calendar calendar,
      EventUpkeep upkeep,
      Directory directory,
      Showing showing,
      Venues venues,
      Drawings drawings) {
    this.calendar = calendar;
    this.upkeep = upkeep;
    this.directory = directory;
    this.showing = showing;
    this.venues = venues;
    this.drawings = drawings;
  }

  @Needs(action = Action.READ, record = RecordType.EVENT)
  @Limited(perHour = PER_HOUR)
  @GetMapping({"/fi/tapahtuma/{slug}.png", "/sv/evenemang/{slug}.png", "/en/event/{slug}.png"})
  ResponseEntity<byte[]> event(
      Page page,
      @PathVariable String slug,
      ServletWebRequest request,
      HttpServletResponse response) {
    EventListing listing =
        calendar
            .find(slug)
            .filter(upkeep::isShown)
            .orElseThrow(() -> new NoSuchRecord(RecordType.EVENT));
    Venue venue = venues.of(List.of(listing)).getOrDefault(listing.event().id(), Venue.UNTOLD);
    String when =
        calendar.next(listing.event().id(), NEXT_TIMES).stream()
            .filter(it -> !it.cancelled())
            .findFirst()
            .map(it -> when(page, it))
            .orElse("");
    return Drawn.card(
        drawings,
        card(page, Kind.EVENT, page.words(listing.event().title()), when, venue.words(page)),
        request,
        response);
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @Limited(perHour = PER_HOUR)
  @GetMapping({"/fi/palvelu/{slug}.png", "/sv/tjanst/{slug}.png", "/en/service/{slug}.png"})
  ResponseEntity<byte[]> service(
      Page page,
      @PathVariable String slug,
      ServletWebRequest request,
      HttpServletResponse response) {
    Service service =
        directory
            .findService(slug)
            .filter(showing::isShown)
            .map(Listing::record)
            .orElseThrow(() -> new NoSuchRecord(RecordType.SERVICE));
    return Drawn.card(
        drawings,
        card(page, Kind.SERVICE, page.words(service.name()), "", where(page, service)),
        request,
        response);
  }

  @Needs(action = Action.READ, record = RecordType.PLACE)
  @Limited(perHour = PER_HOUR)
  @GetMapping({"/fi/paikka/{slug}.png", "/sv/plats/{slug}.png", "/en/place/{slug}.png"})
  ResponseEntity<byte[]> place(
      Page page,
      @PathVariable String slug,
      ServletWebRequest request,
      HttpServletResponse response) {
    Location place =
        directory
            .findLocation(slug)
            .filter(showing::isShown)
            .map(Listing::record)
            .orElseThrow(() -> new NoSuchRecord(RecordType.PLACE));
    return Drawn.card(
        drawings,
        card(page, Kind.PLACE, page.words(place.name()), "", Whereabouts.first(page, place)),
        request,
        response);
  }

  @Needs(action = Action.READ, record = RecordType.ORGANIZATION)
  @Limited(perHour = PER_HOUR)
  @GetMapping({"/fi/jarjestaja/{slug}.png", "/sv/arrangor/{slug}.png", "/en/organizer/{slug}.png"})
  ResponseEntity<byte[]> organization(
      Page page,
      @PathVariable String slug,
      ServletWebRequest request,
      HttpServletResponse response) {
    Organization organization =
        directory
            .findOrganization(slug)
            .filter(showing::isShown)
            .map(Listing::record)
            .orElseThrow(() -> new NoSuchRecord(RecordType.ORGANIZATION));
    return Drawn.card(
        drawings,
        new ShareCard(
            page.lang(),
            page.say("orgkind." + organization.organizationKind().code()),
            page.words(organization.name()),
            "",
            page.words(organization.description()),
            note(page)),
        request,
        response);
  }

  private static ShareCard card(Page page, Kind kind, String title, String when, String where) {
    return new ShareCard(
        page.lang(), page.say("kind." + kind.code()), title, when, where, note(page));
  }

  /// Said small: that all of it is made up.
  static String note(Page page) {
    return page.isDemo() ? page.say("layout.demo_label") : "";
  }

  /// `Tiistai 24.11. klo 9.30–11.30`: a card is looked at on another day than it is made.
  private static String when(Page page, Occurrence time) {
    LocalDate first = Dates.day(time.start());
    String day = Whereabouts.day(page.lang(), first);
    if (Dates.isAllDay(time.start(), time.end())) {
      LocalDate last = Dates.day(time.end()).minusDays(1);
      return last.equals(first) ? day : day + " – " + Whereabouts.day(page.lang(), last);
    }
    return page.say("time.day_at", day, Dates.times(page.lang(), time.start(), time.end()));
  }

  /// The one place where it is given, or the first and how many others; none that hides.
  private String where(Page page, Service service) {
    List<Location> places =
        directory
            .locations(
                directory.placesOf(List.of(service.id())).stream()
                    .filter(it -> !it.isWithdrawn())
                    .map(it -> it.record().location())
                    .toList())
            .stream()
            .filter(it -> !it.isWithdrawn())
            .map(Listing::record)
            .toList();
    if (places.isEmpty()) {
      return "";
    }
    String name = page.words(places.getFirst().name());
    if (places.size() > 1) {
      return page.say("card.places", name, places.size() - 1);
    }
    String address = Whereabouts.first(page, places.getFirst());
    return address.isEmpty() ? name : name + ", " + address;
  }
}
