package fi.rinnalla.pictures.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pictures.Subject;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The picture of one listing, on a page of its own: a file can't be kept in a form that comes
/// back, and here there is little else to lose.
@Controller
class PicturePage {
  private final Workspace workspace;
  private final PictureForm form;

  PicturePage(Workspace workspace, PictureForm form) {
    this.workspace = workspace;
    this.form = form;
  }

  @Needs(action = Action.UPDATE, record = RecordType.PICTURE)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kuva",
    "/sv/min/organisation/{organization}/annons/{id}/bild",
    "/en/my/organization/{organization}/listing/{id}/picture"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      @RequestAttribute(name = LargeUploads.REFUSED, required = false) @Nullable Boolean tooLarge,
      HttpServletResponse response,
      Model model) {
    return form.show(
        page, caller, organization, of(caller, organization, id), done, tooLarge, response, model);
  }

  @Limited(perHour = 60)
  @Needs(action = Action.UPDATE, record = RecordType.PICTURE)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kuva",
    "/sv/min/organisation/{organization}/annons/{id}/bild",
    "/en/my/organization/{organization}/listing/{id}/picture"
  })
  String save(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model) {
    return form.save(
        page, caller, organization, of(caller, organization, id), typed, file, response, model);
  }

  @Needs(action = Action.DELETE, record = RecordType.PICTURE)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kuva/poista",
    "/sv/min/organisation/{organization}/annons/{id}/bild/ta-bort",
    "/en/my/organization/{organization}/listing/{id}/picture/remove"
  })
  String remove(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response,
      Model model) {
    return form.remove(
        page, caller, organization, of(caller, organization, id), version, response, model);
  }

  private Subject of(Caller caller, OrganizationId organization, UUID id) {
    return Subject.of(workspace.get(caller, organization, id));
  }
}
