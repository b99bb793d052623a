package fi.rinnalla.advice.web;

import fi.rinnalla.advice.AdviceDesk;
import fi.rinnalla.advice.DeskKeeping;
import fi.rinnalla.advice.RegionDesks;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desks that an organization runs, and those of a region.
@Controller
public class KeptDesksPage {
  private final DeskKeeping keeping;
  private final RegionDesks region;
  private final OrganizationNames names;

  KeptDesksPage(DeskKeeping keeping, RegionDesks region, OrganizationNames names) {
    this.keeping = keeping;
    this.region = region;
    this.names = names;
  }

  /// What the list shows, with the form for one more.
  public record Shown(UUID organization, Text name, List<DeskKeeping.Kept> desks, DeskForm form) {}

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta",
    "/sv/min/organisation/{organization}/radgivning",
    "/en/my/organization/{organization}/advice"
  })
  String list(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    return page(page, caller, organization, DeskForm.empty(page.lang()), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta",
    "/sv/min/organisation/{organization}/radgivning",
    "/en/my/organization/{organization}/advice"
  })
  String found(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID id = UUID.randomUUID();
    DeskForm form = DeskForm.read(typed);
    DeskKeeping.Outcome outcome = keeping.found(caller, organization.value(), id, form.told());
    if (outcome == DeskKeeping.Outcome.DONE) {
      return "redirect:" + Addresses.kept(page.lang(), organization.value(), id);
    }
    response.setStatus(422);
    return page(page, caller, organization, form.with(outcome), model);
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.REGION)
  @GetMapping({"/fi/yllapito/neuvonta", "/sv/underhall/radgivning", "/en/upkeep/advice"})
  String region(Page page, Caller caller, Model model) {
    page.is(Route.DESKS);
    List<DeskKeeping.Kept> desks = region.of(caller);
    model.addAttribute("desks", desks);
    model.addAttribute("named", named(desks));
    return "advice/region";
  }

  private Map<UUID, Text> named(List<DeskKeeping.Kept> desks) {
    return names.of(
        desks.stream()
            .map(DeskKeeping.Kept::desk)
            .map(AdviceDesk::organizations)
            .flatMap(it -> it.stream())
            .distinct()
            .map(OrganizationId::new)
            .toList());
  }

  private String page(
      Page page, Caller caller, OrganizationId organization, DeskForm form, Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> Addresses.kept(lang, ours));
    model.addAttribute(
        "shown", new Shown(ours, names.of(organization), keeping.of(caller, ours), form));
    return "advice/kept-desks";
  }
}
