package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Accessibility;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One event: its next times, its place, and what a family wants to know before it dares to come.
@Controller
public class EventPage {
  private static final int DATES = 8;

  private final Calendar calendar;
  private final Directory directory;

  EventPage(Calendar calendar, Directory directory) {
    this.calendar = calendar;
    this.directory = directory;
  }

  public record Shown(
      EventListing listing,
      List<Occurrence> next,
      @Nullable Listing<Organization> organizer,
      List<Listing<Organization>> coHosts,
      @Nullable Listing<Location> place,
      boolean placeHidden,
      Set<Accessibility> features) {
    public Event event() {
      return listing.event();
    }
  }

  @Needs(action = Action.READ, record = RecordType.EVENT)
  @GetMapping({"/fi/tapahtuma/{slug}", "/sv/evenemang/{slug}", "/en/event/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    EventListing listing = calendar.find(slug).orElseThrow(NotFound::new);
    if (listing.isWithdrawn()) {
      throw new Gone();
    }
    if (!listing.slug().equals(slug)) {
      return "redirect:" + page.to(Route.EVENT, listing.slug());
    }
    page.is(Route.EVENT, slug);
    Event event = listing.event();
    Listing<Location> place =
        event.venue().location() == null
            ? null
            : directory.find(event.venue().location()).orElse(null);
    Set<Accessibility> features = new TreeSet<>(event.facts().features());
    if (place != null) {
      features.addAll(place.record().features());
    }
    model.addAttribute(
        "shown",
        new Shown(
            listing,
            calendar.next(event.id(), DATES),
            event.organizer() == null ? null : directory.find(event.organizer()).orElse(null),
            directory.organizations(event.coHosts()),
            place,
            event.venue().location() != null && place == null,
            features));
    return "site/event";
  }
}
