package fi.rinnalla.site.web;

import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceAtLocation;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pictures.Subject;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One service: what it is, for whom, where and when, and how a visit goes.
@Controller
public class ServicePage {
  private final Directory directory;
  private final Finder finder;
  private final Classification classification;
  private final Towns towns;
  private final StructuredData data;
  private final Departures departures;
  private final Showing showing;
  private final Origins origins;
  private final Illustrations illustrations;

  ServicePage(
      Directory directory,
      Finder finder,
      Classification classification,
      Towns towns,
      StructuredData data,
      Departures departures,
      Showing showing,
      Origins origins,
      Illustrations illustrations) {
    this.directory = directory;
    this.finder = finder;
    this.classification = classification;
    this.towns = towns;
    this.data = data;
    this.departures = departures;
    this.showing = showing;
    this.origins = origins;
    this.illustrations = illustrations;
  }

  /// A place where the service is given, with the hours it has there.
  public record At(Listing<Location> place, ServiceAtLocation here, Hours hours) {}

  public record Shown(
      Listing<Service> service,
      @Nullable Listing<Organization> organizer,
      List<At> places,
      @Nullable Town town,
      Hours hours,
      Results events,
      Freshness freshness,
      @Nullable Illustration picture) {

    public LocalDate since() {
      return service.since();
    }

    public List<Phone> phones() {
      return Contacts.phones(service.record().phones(), organizer);
    }

    public @Nullable String email() {
      return Contacts.email(service.record().email(), organizer);
    }
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping({"/fi/palvelu/{slug}", "/sv/tjanst/{slug}", "/en/service/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    Listing<Service> service = directory.findService(slug).orElseThrow(NotFound::new);
    if (service.isWithdrawn() || !service.record().status().isShown()) {
      throw departures.of(page, service.record());
    }
    if (!service.slug().equals(slug)) {
      return "redirect:" + page.to(Route.SERVICE, service.slug());
    }
    page.is(Route.SERVICE, slug);
    if (classification.isSensitive(service.record().terms(), List.of())) {
      page.beSensitive();
    }
    List<ServiceAtLocation> at =
        directory.placesOf(List.of(service.record().id())).stream().map(Listing::record).toList();
    Map<LocationId, Listing<Location>> places =
        directory.locations(at.stream().map(ServiceAtLocation::location).toList()).stream()
            .collect(Collectors.toMap(it -> it.record().id(), it -> it));
    List<At> shown = new ArrayList<>();
    for (ServiceAtLocation here : at) {
      Listing<Location> place = places.get(here.location());
      if (place != null && !place.isWithdrawn()) {
        shown.add(new At(place, here, Hours.of(here.schedules(), page.now())));
      }
    }
    Results events =
        finder.find(
            Query.all(page.now())
                .relatedTo(service.record().uuid())
                .of(Set.of(Kind.EVENT))
                .by(Query.Sort.TIME)
                .page(1, 12));
    Listing<Organization> organizer = directory.find(service.record().organization()).orElse(null);
    Illustration picture = illustrations.of(Subject.of(service.record().id()));
    Shown given =
        new Shown(
            service,
            organizer,
            shown,
            town(service.record(), shown),
            Hours.of(service.record().schedules(), page.now()),
            events,
            showing.freshness(service),
            picture);
    model.addAttribute("origin", origins.of(service));
    model.addAttribute("shown", given);
    model.addAttribute("card", illustrations.card(page, Route.SERVICE, slug));
    model.addAttribute("data", data.service(page, given));
    model.addAttribute("classification", classification);
    return "site/service";
  }

  /// Where it is given, or else whom it is meant for.
  private @Nullable Town town(Service service, List<At> places) {
    Stream<Town> given =
        places.stream()
            .map(At::place)
            .map(Listing::record)
            .flatMap(it -> towns.of(it.area(), it.position()).stream());
    Stream<Town> meantFor = service.areas().stream().flatMap(area -> towns.of(area, null).stream());
    return Stream.concat(given, meantFor).findFirst().orElse(null);
  }
}
