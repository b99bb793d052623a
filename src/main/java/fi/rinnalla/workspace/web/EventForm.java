package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Template;
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

/// A new event, from last season's or from a template; and its next dates as one types.
@Controller
class EventForm {
  private final Workspace workspace;
  private final ListingForm form;
  private final FormParts parts;

  EventForm(Workspace workspace, ListingForm form, FormParts parts) {
    this.workspace = workspace;
    this.form = form;
    this.parts = parts;
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/uusi",
    "/sv/min/organisation/{organization}/ny",
    "/en/my/organization/{organization}/new"
  })
  String begin(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(required = false) @Nullable UUID copy,
      Model model) {
    Optional<Sheet> begun =
        Template.find(template).map(it -> Sheet.EMPTY.with(Field.KIND, it.code()));
    return form.begin(page, caller, organization, Kept.Kind.EVENT, begun, copy, model)
        .orElseGet(() ->
            form.choose(
                page,
                caller,
                organization,
                Kept.Kind.EVENT,
                Arrays.stream(Template.values()).map(Template::code).toList(),
                model));
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/uusi",
    "/sv/min/organisation/{organization}/ny",
    "/en/my/organization/{organization}/new"
  })
  String create(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    return form.take(page, caller, organization, null, Kept.Kind.EVENT, typed, response, model);
  }

  /// The next dates, as one types; without scripts they come with the whole form.
  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ajat",
    "/sv/min/organisation/{organization}/tider",
    "/en/my/organization/{organization}/dates"
  })
  String dates(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String when,
      Model model) {
    workspace.get(caller, organization);
    model.addAttribute("dates", parts.dates(when));
    return "workspace/dates";
  }
}
