package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.upkeep.Reports;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.WaitingHere;
import fi.rinnalla.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// All that an organization has here: what it has published, what it is still writing, and what
/// came by a feed.
@Controller
public class ListingsPage {
  private final Workspace workspace;
  private final Calendar calendar;
  private final Directory directory;
  private final Reports reports;
  private final ObjectProvider<WaitingHere> others;

  ListingsPage(
      Workspace workspace,
      Calendar calendar,
      Directory directory,
      Reports reports,
      ObjectProvider<WaitingHere> others) {
    this.workspace = workspace;
    this.calendar = calendar;
    this.directory = directory;
    this.reports = reports;
    this.others = others;
  }

  /// What the page shows.
  ///
  /// @param done the state that a listing was just brought to, or nothing
  /// @param slugs of what is published, by id
  public record Shown(
      Listing<Organization> organization,
      List<Kept> sheets,
      List<EventListing> fromFeeds,
      List<Listing<Service>> services,
      Map<UUID, String> slugs,
      Map<UUID, Occurrence> next,
      String done) {

    public OrganizationId id() {
      return organization.record().id();
    }

    public List<Kept> in(Kept.State state) {
      return sheets.stream().filter(it -> it.state() == state).toList();
    }
  }

  @Needs(action = Action.READ, record = RecordType.DRAFT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}",
    "/sv/min/organisation/{organization}",
    "/en/my/organization/{organization}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    page.is(Route.WORKSPACE, organization.toString());
    List<Kept> sheets = workspace.sheets(caller, organization);
    Map<UUID, String> slugs = new HashMap<>();
    Map<UUID, Occurrence> next = new HashMap<>();
    calendar
        .list(sheets.stream().map(it -> new EventId(it.id())).toList())
        .forEach(it -> slugs.put(it.event().id().value(), it.slug()));
    directory
        .services(sheets.stream().map(it -> new ServiceId(it.id())).toList())
        .forEach(it -> slugs.put(it.record().uuid(), it.slug()));
    sheets.stream()
        .filter(it -> it.state() == Kept.State.PUBLISHED)
        .forEach(
            it -> calendar.next(new EventId(it.id()), 1).forEach(time -> next.put(it.id(), time)));
    model.addAttribute("reports", reports.countOpen(caller, organization));
    model.addAttribute(
        "waiting", others.orderedStream().map(it -> it.of(page, organization)).toList());
    model.addAttribute(
        "handles", caller.organizations(Role.HOBBY_HANDLER).contains(organization.value()));
    model.addAttribute("returned", workspace.returned(caller, organization));
    String said = page.has("workspace.done." + done) ? done : "";
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            sheets,
            workspace.fromFeeds(caller, organization),
            workspace.servicesFromFeeds(caller, organization),
            slugs,
            next,
            said));
    return "workspace/listings";
  }
}
