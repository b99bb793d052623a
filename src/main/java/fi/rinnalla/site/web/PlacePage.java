package fi.rinnalla.site.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.feedback.Reviews;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.HostPlaces;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.visits.Presentations;
import fi.rinnalla.visits.Programme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One place, and what happens there.
@Controller
public class PlacePage {
  private static final int WEEKS_OF_POSTERS = 3;

  private final Directory directory;
  private final Finder finder;
  private final Towns towns;
  private final StructuredData data;
  private final Departures departures;
  private final Showing showing;
  private final Origins origins;
  private final Illustrations illustrations;
  private final HostPlaces hosts;
  private final Programme programme;
  private final Presentations presentations;
  private final Reviews reviews;
  private final Calendar calendar;

  PlacePage(
      Directory directory,
      Finder finder,
      Towns towns,
      StructuredData data,
      Departures departures,
      Showing showing,
      Origins origins,
      Illustrations illustrations,
      HostPlaces hosts,
      Programme programme,
      Presentations presentations,
      Reviews reviews,
      Calendar calendar) {
    this.directory = directory;
    this.finder = finder;
    this.towns = towns;
    this.data = data;
    this.departures = departures;
    this.showing = showing;
    this.origins = origins;
    this.illustrations = illustrations;
    this.hosts = hosts;
    this.programme = programme;
    this.presentations = presentations;
    this.reviews = reviews;
    this.calendar = calendar;
  }

  /// What the page shows.
  ///
  /// @param meetups whether families may meet here on their own
  /// @param visits of partners, the next first
  /// @param presentations who presents itself here next
  /// @param told what those who came to something here thought, where it was let out
  public record Shown(
      Listing<Location> place,
      @Nullable Listing<Organization> owner,
      @Nullable Town town,
      Hours hours,
      Results events,
      Results services,
      Freshness freshness,
      List<Sheet> posters,
      boolean meetups,
      List<Programme.Item> visits,
      List<Presentations.Item> presentations,
      List<Round> told) {

    public LocalDate since() {
      return place.since();
    }

    public List<Phone> phones() {
      return Contacts.phones(place.record().phones(), owner);
    }

    public @Nullable String email() {
      return Contacts.email(null, owner);
    }
  }

  /// A poster of the place to print out.
  public record Sheet(String words, String path) {}

  @Needs(action = Action.READ, record = RecordType.PLACE)
  @GetMapping({"/fi/paikka/{slug}", "/sv/plats/{slug}", "/en/place/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    Listing<Location> place = directory.findLocation(slug).orElseThrow(NotFound::new);
    if (place.isWithdrawn()) {
      throw departures.of(page, place.record());
    }
    if (!place.slug().equals(slug)) {
      return "redirect:" + page.to(Route.PLACE, place.slug());
    }
    page.is(Route.PLACE, slug);
    Location location = place.record();
    Listing<Organization> owner =
        location.organization() == null
            ? null
            : directory.find(location.organization()).orElse(null);
    Query here = Query.all(page.now()).relatedTo(location.uuid());
    Freshness fresh = showing.freshness(place);
    Shown shown =
        new Shown(
            place,
            owner,
            towns.of(location.area(), location.position()).orElse(null),
            Hours.of(location.schedules(), page.now()),
            finder.find(here.of(Set.of(Kind.EVENT)).by(Query.Sort.TIME).page(1, 30)),
            finder.find(here.of(Set.of(Kind.SERVICE)).page(1, 50)),
            fresh,
            fresh.isFound() && location.visibility() == Location.Visibility.PUBLIC
                ? posters(page, place.slug())
                : List.of(),
            hosts.isOffered(place),
            programme.at(Caller.visitor(), location.id()),
            presentations.at(Caller.visitor(), location.id()),
            reviews.publishedAbout(
                Caller.visitor(),
                calendar.at(location.id()).stream().map(it -> it.event().id().value()).toList()));
    model.addAttribute("origin", origins.of(place));
    model.addAttribute("shown", shown);
    model.addAttribute("card", illustrations.card(page, Route.PLACE, slug));
    model.addAttribute("data", data.place(page, shown));
    return "site/place";
  }

  /// From today on, and of each of the next weeks from Monday to Sunday.
  private static List<Sheet> posters(Page page, String slug) {
    String path = Route.poster(page.lang(), slug);
    List<Sheet> posters = new ArrayList<>();
    posters.add(new Sheet(page.say("detail.poster_next"), path));
    LocalDate monday = page.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (int week = 0; week < WEEKS_OF_POSTERS; week++) {
      LocalDate first = monday.plusWeeks(week);
      posters.add(
          new Sheet(
              page.say(
                  "detail.poster_week",
                  first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                  Dates.dayMonth(page.lang(), first)
                      + "–"
                      + Dates.dayMonth(page.lang(), first.plusDays(6))),
              path + "?week=" + Dates.week(first)));
    }
    return posters;
  }
}
