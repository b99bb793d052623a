package fi.rinnalla.pictures.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pictures.Subject;
import jakarta.servlet.http.HttpServletResponse;
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

/// An organization's logo.
@Controller
class LogoPage {
  private final PictureForm form;

  LogoPage(PictureForm form) {
    this.form = form;
  }

  @Needs(action = Action.UPDATE, record = RecordType.PICTURE)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/logo",
    "/sv/min/organisation/{organization}/logotyp",
    "/en/my/organization/{organization}/logo"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      @RequestAttribute(name = LargeUploads.REFUSED, required = false) @Nullable Boolean tooLarge,
      HttpServletResponse response,
      Model model) {
    return form.show(
        page, caller, organization, Subject.of(organization), done, tooLarge, response, model);
  }

  @Limited(perHour = 60)
  @Needs(action = Action.UPDATE, record = RecordType.PICTURE)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/logo",
    "/sv/min/organisation/{organization}/logotyp",
    "/en/my/organization/{organization}/logo"
  })
  String save(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model) {
    return form.save(
        page, caller, organization, Subject.of(organization), typed, file, response, model);
  }

  @Needs(action = Action.DELETE, record = RecordType.PICTURE)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/logo/poista",
    "/sv/min/organisation/{organization}/logotyp/ta-bort",
    "/en/my/organization/{organization}/logo/remove"
  })
  String remove(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response,
      Model model) {
    return form.remove(
        page, caller, organization, Subject.of(organization), version, response, model);
  }
}
