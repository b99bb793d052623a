package fi.rinnalla.funds.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.funds.Fund;
import fi.rinnalla.funds.FundAddresses;
import fi.rinnalla.funds.FundId;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
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

/// The funds that an organization decides on, for its handlers.
@Controller
public class FundsPage {
  private final Funds funds;
  private final OrganizationNames names;
  private final Areas areas;

  FundsPage(Funds funds, OrganizationNames names, Areas areas) {
    this.funds = funds;
    this.names = names;
    this.areas = areas;
  }

  /// What the list shows, with the form for one more.
  public record Shown(UUID organization, Text name, List<Fund> funds, FundForm form) {}

  @Needs(action = Action.READ, record = RecordType.FUND, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/rahastot",
    "/sv/min/organisation/{organization}/fonder",
    "/en/my/organization/{organization}/funds"
  })
  String list(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    return shown(page, caller, organization, FundForm.empty(), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.FUND, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/rahastot",
    "/sv/min/organisation/{organization}/fonder",
    "/en/my/organization/{organization}/funds"
  })
  String found(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    FundForm form = FundForm.read(typed, areas);
    Funds.Told told = form.told();
    if (told == null) {
      response.setStatus(422);
      page.beFaulty();
      return shown(page, caller, organization, form, model);
    }
    FundId id = funds.found(caller, organization, told);
    return "redirect:" + FundAddresses.fund(page.lang(), organization.value(), id) + "?done=made";
  }

  private String shown(
      Page page, Caller caller, OrganizationId organization, FundForm form, Model model) {
    UUID ours = organization.value();
    page.is(lang -> FundAddresses.desk(lang, ours));
    model.addAttribute(
        "shown", new Shown(ours, names.of(organization), funds.of(caller, organization), form));
    return "funds/funds";
  }
}
