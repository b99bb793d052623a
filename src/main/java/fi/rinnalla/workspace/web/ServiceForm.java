package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.ServiceTemplate;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A new service; and what its opening hours mean as one types.
@Controller
class ServiceForm {
  private final Workspace workspace;
  private final ListingForm form;
  private final FormParts parts;

  ServiceForm(Workspace workspace, ListingForm form, FormParts parts) {
    this.workspace = workspace;
    this.form = form;
    this.parts = parts;
  }

  @Needs(action = Action.CREATE, record = RecordType.SERVICE)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/uusi-palvelu",
    "/sv/min/organisation/{organization}/ny-tjanst",
    "/en/my/organization/{organization}/new-service"
  })
  String begin(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(required = false) @Nullable UUID copy,
      Model model) {
    Optional<Sheet> begun = ServiceTemplate.find(template).map(ServiceTemplate::begin);
    return form.begin(page, caller, organization, Kept.Kind.SERVICE, begun, copy, model)
        .orElseGet(() ->
            form.choose(
                page,
                caller,
                organization,
                Kept.Kind.SERVICE,
                Arrays.stream(ServiceTemplate.values()).map(ServiceTemplate::code).toList(),
                model));
  }

  @Needs(action = Action.CREATE, record = RecordType.SERVICE)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/uusi-palvelu",
    "/sv/min/organisation/{organization}/ny-tjanst",
    "/en/my/organization/{organization}/new-service"
  })
  String create(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    return form.take(page, caller, organization, null, Kept.Kind.SERVICE, typed, response, model);
  }

  /// The week as it was understood; without scripts it comes with the whole form.
  @Needs(action = Action.CREATE, record = RecordType.SERVICE)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/aukiolo",
    "/sv/min/organisation/{organization}/oppettider",
    "/en/my/organization/{organization}/hours"
  })
  String hours(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String hours,
      Model model) {
    workspace.get(caller, organization);
    model.addAttribute("week", parts.week(page, hours));
    return "workspace/week";
  }
}
