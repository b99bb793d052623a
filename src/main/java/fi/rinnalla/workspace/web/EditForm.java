package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One listing of any kind, changed; and the places that words find for it.
@Controller
class EditForm {
  private final Workspace workspace;
  private final ListingForm form;
  private final FormParts parts;

  EditForm(Workspace workspace, ListingForm form, FormParts parts) {
    this.workspace = workspace;
    this.form = form;
    this.parts = parts;
  }

  @Needs(action = Action.UPDATE, record = RecordType.DRAFT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}",
    "/sv/min/organisation/{organization}/annons/{id}",
    "/en/my/organization/{organization}/listing/{id}"
  })
  String edit(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    Kept kept = workspace.get(caller, organization, id);
    ListingForm.here(page, organization);
    return form.show(model, form.shown(page, ours, kept, List.of()));
  }

  @Needs(action = Action.UPDATE, record = RecordType.DRAFT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}",
    "/sv/min/organisation/{organization}/annons/{id}",
    "/en/my/organization/{organization}/listing/{id}"
  })
  String change(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Kept kept = workspace.get(caller, organization, id);
    return form.take(page, caller, organization, kept, kept.kind(), typed, response, model);
  }

  /// Places as one types; without scripts a button asks for them with the whole form.
  @Needs(action = Action.CREATE, record = RecordType.PLACE)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/paikat",
    "/sv/min/organisation/{organization}/platser",
    "/en/my/organization/{organization}/places"
  })
  String places(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(name = "place_words", defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean several,
      Model model) {
    Organization ours = workspace.get(caller, organization).record();
    model.addAttribute("found", parts.found(ours, words));
    model.addAttribute("several", several);
    model.addAttribute("asked", !words.isBlank());
    return "workspace/found";
  }
}
