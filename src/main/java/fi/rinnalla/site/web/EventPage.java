package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.FreshnessRule;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.feedback.Reviews;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.Meetups;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pictures.Subject;
import fi.rinnalla.signups.Signups;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import java.time.LocalDate;
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
  private final Towns towns;
  private final StructuredData data;
  private final Departures departures;
  private final Origins origins;
  private final Classification classification;
  private final EventUpkeep upkeep;
  private final Illustrations illustrations;
  private final Signups signups;
  private final Meetups meetups;
  private final Reviews reviews;

  EventPage(
      Calendar calendar,
      Directory directory,
      Towns towns,
      StructuredData data,
      Departures departures,
      Origins origins,
      Classification classification,
      EventUpkeep upkeep,
      Illustrations illustrations,
      Signups signups,
      Meetups meetups,
      Reviews reviews) {
    this.calendar = calendar;
    this.directory = directory;
    this.towns = towns;
    this.data = data;
    this.departures = departures;
    this.origins = origins;
    this.classification = classification;
    this.upkeep = upkeep;
    this.illustrations = illustrations;
    this.signups = signups;
    this.meetups = meetups;
    this.reviews = reviews;
  }

  /// What the page shows.
  ///
  /// @param signups how it stands with the places, when one signs up here
  /// @param meetup who come, when families hold it themselves
  /// @param told what those who came before thought, where it was let out
  public record Shown(
      EventListing listing,
      List<Occurrence> next,
      @Nullable Listing<Organization> organizer,
      List<Listing<Organization>> coHosts,
      @Nullable Listing<Location> place,
      boolean placeHidden,
      @Nullable Position position,
      @Nullable Town town,
      Set<Accessibility> features,
      Freshness freshness,
      @Nullable Illustration picture,
      Signups.@Nullable Board signups,
      Meetups.@Nullable Open meetup,
      List<Round> told) {
    public Event event() {
      return listing.event();
    }

    /// Whether one can ask to be reminded; who signs up here is reminded of that.
    public boolean isRemindable() {
      boolean held =
          event().status() != Event.Status.CANCELLED && event().status() != Event.Status.POSTPONED;
      return signups == null
          && held
          && freshness.isFound()
          && next.stream().anyMatch(it -> !it.cancelled());
    }

    public LocalDate since() {
      return listing
          .since()
          .orElseGet(() -> FreshnessRule.since(event().verification(), listing.landedAt()));
    }

    public List<Phone> phones() {
      List<Phone> there = place == null ? List.of() : place.record().phones();
      List<Phone> theirs = Contacts.phones(List.of(), organizer);
      return theirs.isEmpty() ? there : theirs;
    }

    public @Nullable String email() {
      return Contacts.email(null, organizer);
    }
  }

  @Needs(action = Action.READ, record = RecordType.EVENT)
  @GetMapping({"/fi/tapahtuma/{slug}", "/sv/evenemang/{slug}", "/en/event/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    EventListing listing = calendar.find(slug).orElseThrow(NotFound::new);
    if (listing.isWithdrawn()) {
      throw departures.of(page, listing.event().id());
    }
    if (!listing.slug().equals(slug)) {
      return "redirect:" + page.to(Route.EVENT, listing.slug());
    }
    page.is(Route.EVENT, slug);
    Event event = listing.event();
    if (classification.isSensitive(event.terms(), event.keywords())) {
      page.beSensitive();
    }
    Listing<Location> place =
        event.venue().location() == null
            ? null
            : directory.find(event.venue().location()).orElse(null);
    Set<Accessibility> features = new TreeSet<>(event.facts().features());
    if (place != null) {
      features.addAll(place.record().features());
    }
    boolean placeHidden = event.venue().location() != null && place == null;
    Position position =
        place != null ? place.record().position() : placeHidden ? null : event.venue().position();
    AreaCode area = place != null ? place.record().area() : event.venue().area();
    Listing<Organization> organizer =
        event.organizer() == null ? null : directory.find(event.organizer()).orElse(null);
    Shown shown =
        new Shown(
            listing,
            calendar.next(event.id(), DATES),
            organizer,
            directory.organizations(event.coHosts()),
            place,
            placeHidden,
            position,
            towns.of(area, position).orElse(null),
            features,
            upkeep.freshness(listing),
            illustrations.of(Subject.of(event.id())),
            signups.board(listing).orElse(null),
            meetups.find(listing).orElse(null),
            reviews.publishedAbout(Caller.visitor(), List.of(event.id().value())));
    model.addAttribute("origin", origins.of(listing));
    model.addAttribute("shown", shown);
    model.addAttribute("card", illustrations.card(page, Route.EVENT, slug));
    List<Occurrence> times =
        event.rule().repeats()
            ? calendar.times(List.of(event.id())).getOrDefault(event.id(), List.of())
            : List.of();
    model.addAttribute("data", data.event(page, shown, times));
    return "site/event";
  }
}
