package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An organization's series, those it is a partner in, and where a new one is begun: first the
/// place, then what it is about.
@Controller
public class SeriesListPage {
  private static final int MOST_FOUND = 100;

  private final VisitPlans plans;
  private final OrganizationNames names;

  SeriesListPage(VisitPlans plans, OrganizationNames names) {
    this.plans = plans;
    this.names = names;
  }

  /// What the list shows.
  ///
  /// @param ours the organization's own places that may be shown, by town
  /// @param found others, by the words sought
  /// @param cut there may be more that are called so
  /// @param none nothing is called so, or nothing was sought
  public record Shown(
      UUID organization,
      Map<UUID, Text> named,
      Map<UUID, Text> places,
      List<VisitPlans.Shown> series,
      List<PlaceChoice.Town> ours,
      String sought,
      List<PlaceChoice.Town> found,
      boolean none,
      boolean cut,
      String done) {

    public Text name(UUID one) {
      return named.getOrDefault(one, Text.none());
    }
  }

  /// The form of a new series.
  public record Form(
      UUID organization,
      Text organizer,
      Listing<Location> place,
      Text theme,
      Text goal,
      String fault) {}

  @Needs(
      action = Action.READ,
      record = RecordType.VISIT,
      in = {Relation.ORGANIZATION, Relation.ASSIGNED})
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/vierailut",
    "/sv/min/organisation/{organization}/besok",
    "/en/my/organization/{organization}/visits"
  })
  String list(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    UUID ours = organization.value();
    page.is(lang -> Addresses.all(lang, ours));
    List<VisitPlans.Shown> series = plans.of(caller, ours);
    Set<OrganizationId> all = new HashSet<>(Set.of(organization));
    Map<UUID, Text> places = new HashMap<>();
    for (VisitPlans.Shown one : series) {
      all.add(new OrganizationId(one.series().organization()));
      plans
          .place(one.series().location())
          .ifPresent(it -> places.put(one.series().id(), it.record().name()));
    }
    List<String> words =
        Arrays.stream(place.strip().split("\\s+")).filter(it -> !it.isEmpty()).toList();
    List<Listing<Location>> own = plans.places(ours);
    AreaCode home = PlaceChoice.home(own);
    List<Listing<Location>> found =
        words.isEmpty() ? List.of() : plans.places(words, home, MOST_FOUND);
    Set<LocationId> known = ids(own);
    Set<LocationId> meant = ids(found);
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            names.of(all),
            places,
            series,
            PlaceChoice.byTown(
                page,
                found.isEmpty()
                    ? own
                    : own.stream().filter(it -> meant.contains(it.record().id())).toList(),
                home),
            place,
            PlaceChoice.byTown(
                page,
                found.stream().filter(it -> !known.contains(it.record().id())).toList(),
                home),
            found.isEmpty(),
            found.size() == MOST_FOUND,
            page.has("visits.done." + done) ? done : ""));
    return "visits/list";
  }

  private static Set<LocationId> ids(List<Listing<Location>> places) {
    return places.stream().map(it -> it.record().id()).collect(Collectors.toSet());
  }

  @Needs(action = Action.CREATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/uusi",
    "/sv/min/organisation/{organization}/besok/ny",
    "/en/my/organization/{organization}/visits/new"
  })
  String form(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(required = false) @Nullable UUID place,
      Model model) {
    plans.of(caller, organization.value());
    return form(page, organization, place, Text.none(), Text.none(), "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/uusi",
    "/sv/min/organisation/{organization}/besok/ny",
    "/en/my/organization/{organization}/visits/new"
  })
  String create(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    Text theme = Texts.line(typed, "theme");
    Text goal = Texts.read(typed, "goal");
    LocationId at = new LocationId(place == null ? new UUID(0, 0) : place);
    Outcome outcome = plans.create(caller, ours, at, theme, goal);
    if (outcome instanceof Outcome.Done done) {
      return "redirect:" + Addresses.series(page.lang(), ours, done.id()) + "?done=create";
    }
    response.setStatus(422);
    page.beFaulty();
    return form(page, organization, place, theme, goal, Faults.of(outcome), model);
  }

  /// Without a place that may be shown, one is chosen first.
  private String form(
      Page page,
      OrganizationId organization,
      @Nullable UUID place,
      Text theme,
      Text goal,
      String fault,
      Model model) {
    page.is(lang -> Addresses.begin(lang, organization.value()));
    Listing<Location> at = place == null ? null : plans.place(new LocationId(place)).orElse(null);
    if (at == null) {
      return "redirect:" + Addresses.all(page.lang(), organization.value()) + "#begin";
    }
    model.addAttribute(
        "form", new Form(organization.value(), names.of(organization), at, theme, goal, fault));
    return "visits/begin";
  }
}
