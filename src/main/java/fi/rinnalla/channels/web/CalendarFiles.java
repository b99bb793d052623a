package fi.rinnalla.channels.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventReplacements;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.channels.EventCalendar;
import fi.rinnalla.channels.EventCalendar.Held;
import fi.rinnalla.channels.Venues;
import fi.rinnalla.channels.Venues.Venue;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.search.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Events for one's own calendar: all that a search finds, to subscribe to, and a single one, to
/// put there once.
@Controller
class CalendarFiles {
  /// More than a family has weekends for in a year; and a file that a phone still reads.
  private static final int MOST_EVENTS = 500;

  /// Half a year of every weekday; more than that a calendar had better fetch again.
  private static final int MOST_TIMES = 130;

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Followed followed;
  private final Finder finder;
  private final Calendar calendar;
  private final EventUpkeep upkeep;
  private final EventReplacements replacements;
  private final Venues venues;
  private final SiteAddress site;

  CalendarFiles(
      Followed followed,
      Finder finder,
      Calendar calendar,
      EventUpkeep upkeep,
      EventReplacements replacements,
      Venues venues,
      SiteAddress site) {
    this.followed = followed;
    this.finder = finder;
    this.calendar = calendar;
    this.upkeep = upkeep;
    this.replacements = replacements;
    this.venues = venues;
    this.site = site;
  }

  /// The events of a search. With `when` only the times of that span, each by itself; without it
  /// whole series.
  @Needs(action = Action.READ, record = RecordType.EVENT)
  @GetMapping("/calendar.ics")
  ResponseEntity<byte[]> subscribed(
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "fi") String language,
      HttpServletResponse response) {
    Followed.Search search = followed.of(parameters, language);
    EventCalendar written = new EventCalendar(search.page(), site);
    written.subscribedTo(
        search.title(),
        search.problems(),
        site.of("/calendar.ics" + search.asked().followed(search.lang())));
    Span when = search.asked().query().when();
    for (Held held : found(search.asked().query())) {
      if (when == null) {
        written.addSeries(held);
      } else {
        written.addTimes(held, held.times().stream().filter(it -> isIn(when, it)).toList());
      }
    }
    return Followed.kept(response, search, CALENDAR, "rinnalla.ics", written.write());
  }

  /// The event for one's own calendar: the next times, or the one asked for.
  @Needs(action = Action.READ, record = RecordType.EVENT)
  @GetMapping({"/fi/tapahtuma/{slug}.ics", "/sv/evenemang/{slug}.ics", "/en/event/{slug}.ics"})
  ResponseEntity<byte[]> file(
      Page page, @PathVariable String slug, @RequestParam(required = false) @Nullable String time) {
    EventListing listing =
        calendar.find(slug).orElseThrow(() -> new NoSuchRecord(RecordType.EVENT));
    Optional<EventListing> stays =
        replacements.successor(listing.event().id()).flatMap(calendar::find);
    if (stays.isPresent()) {
      return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
          .header("Location", page.to(Route.EVENT, stays.get().slug()) + ".ics")
          .cacheControl(CacheControl.noCache())
          .build();
    }
    // A calendar would show as certain what nobody vouches for.
    if (!upkeep.isShown(listing)) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    EventId id = listing.event().id();
    Venue venue = venues.of(List.of(listing)).getOrDefault(id, Venue.UNTOLD);
    List<Occurrence> times =
        calendar.next(id, MOST_TIMES).stream()
            .filter(it -> time == null || it.recurrenceId().toString().equals(time))
            .toList();
    if (time != null && times.isEmpty()) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
    EventCalendar written = new EventCalendar(page, site);
    written.addTimes(new Held(listing, times, venue), times);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header("Content-Disposition", "attachment; filename=\"" + listing.slug() + ".ics\"")
        .body(written.write().getBytes(StandardCharsets.UTF_8));
  }

  private List<Held> found(Query query) {
    if (!query.kinds().isEmpty() && !query.kinds().contains(Kind.EVENT)) {
      return List.of();
    }
    Results results =
        finder.find(query.of(Set.of(Kind.EVENT)).by(Query.Sort.TIME).page(1, MOST_EVENTS));
    if (results.lenient()) {
      // A page says that these are near misses; a calendar couldn't.
      return List.of();
    }
    List<EventId> ids =
        results.hits().stream().map(hit -> new EventId(hit.card().key().id())).toList();
    Map<EventId, EventListing> listings =
        calendar.list(ids).stream()
            .filter(it -> !it.isWithdrawn())
            .collect(Collectors.toMap(it -> it.event().id(), Function.identity()));
    Map<EventId, List<Occurrence>> times = calendar.times(listings.keySet());
    Map<EventId, Venue> places = venues.of(listings.values());
    List<Held> found = new ArrayList<>();
    for (EventId id : ids) {
      EventListing listing = listings.get(id);
      if (listing != null) {
        found.add(
            new Held(
                listing, times.getOrDefault(id, List.of()), places.getOrDefault(id, Venue.UNTOLD)));
      }
    }
    return found;
  }

  /// As the search has it: what begins as the span ends isn't in it, unless it is a moment.
  private static boolean isIn(Span when, Occurrence time) {
    boolean begun =
        time.start().isBefore(when.end())
            || (when.start().equals(when.end()) && time.start().equals(when.end()));
    return begun && time.end().isAfter(when.start());
  }
}
