package fi.rinnalla.site.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Freshness;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pictures.Subject;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.storage.Viewer;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One organizer, and all it offers.
@Controller
public class OrganizationPage {
  private final Directory directory;
  private final Finder finder;
  private final Showing showing;
  private final People people;
  private final Illustrations illustrations;
  private final StructuredData data;
  private final Departures departures;
  private final Origins origins;

  OrganizationPage(
      Directory directory,
      Finder finder,
      Showing showing,
      People people,
      Illustrations illustrations,
      StructuredData data,
      Departures departures,
      Origins origins) {
    this.directory = directory;
    this.finder = finder;
    this.showing = showing;
    this.people = people;
    this.illustrations = illustrations;
    this.data = data;
    this.departures = departures;
    this.origins = origins;
  }

  /// @param kept whether somebody of theirs keeps it here already
  public record Shown(
      Listing<Organization> organization,
      Results events,
      Results services,
      Results places,
      Freshness freshness,
      boolean kept,
      @Nullable Illustration logo) {

    public LocalDate since() {
      return organization.since();
    }
  }

  @Needs(action = Action.READ, record = RecordType.ORGANIZATION)
  @GetMapping({"/fi/jarjestaja/{slug}", "/sv/arrangor/{slug}", "/en/organizer/{slug}"})
  String show(Page page, @PathVariable String slug, Model model) {
    Listing<Organization> organization =
        directory.findOrganization(slug).orElseThrow(NotFound::new);
    if (organization.isWithdrawn()) {
      throw departures.of(page, organization.record());
    }
    if (!organization.slug().equals(slug)) {
      return "redirect:" + page.to(Route.ORGANIZATION, organization.slug());
    }
    page.is(Route.ORGANIZATION, slug);
    Query theirs = Query.all(page.now()).relatedTo(organization.record().uuid());
    Illustration logo = illustrations.of(Subject.of(organization.record().id()));
    model.addAttribute(
        "data", data.organization(page, organization.record(), organization.slug(), logo));
    model.addAttribute("card", illustrations.card(page, Route.ORGANIZATION, slug));
    model.addAttribute("origin", origins.of(organization));
    model.addAttribute(
        "shown",
        new Shown(
            organization,
            finder.find(theirs.of(Set.of(Kind.EVENT)).by(Query.Sort.TIME).page(1, 30)),
            finder.find(theirs.of(Set.of(Kind.SERVICE)).page(1, 60)),
            finder.find(theirs.of(Set.of(Kind.PLACE)).page(1, 60)),
            showing.freshness(organization),
            Viewer.house(() -> !people.keepers(organization.record().uuid()).isEmpty()),
            logo));
    return "site/organization";
  }
}
