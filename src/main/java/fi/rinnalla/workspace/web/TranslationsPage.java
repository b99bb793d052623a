package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
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

/// The texts of a listing with their languages side by side. Nothing is translated by a machine.
@Controller
public class TranslationsPage {
  private final Workspace workspace;
  private final ListingForm form;

  TranslationsPage(Workspace workspace, ListingForm form) {
    this.workspace = workspace;
    this.form = form;
  }

  @Needs(action = Action.UPDATE, record = RecordType.DRAFT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kieliversiot",
    "/sv/min/organisation/{organization}/annons/{id}/sprakversioner",
    "/en/my/organization/{organization}/listing/{id}/translations"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    Kept kept = workspace.get(caller, organization, id);
    return show(page, caller, kept, kept.sheet(), kept.version(), List.of(), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.DRAFT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kieliversiot",
    "/sv/min/organisation/{organization}/annons/{id}/sprakversioner",
    "/en/my/organization/{organization}/listing/{id}/translations"
  })
  String save(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Kept kept = workspace.get(caller, organization, id);
    Sheet texts = ListingForm.sheet(typed);
    int version = ListingForm.number(typed.getFirst("version"));
    return switch (workspace.translate(caller, organization, id, version, texts, page.lang())) {
      case Workspace.Saved.Done done -> ListingForm.home(page, organization, done.kept());
      case Workspace.Saved.Faulty faulty -> {
        response.setStatus(422);
        yield show(page, caller, kept, texts, version, faulty.faults(), model);
      }
      case Workspace.Saved.Stale stale -> {
        ListingForm.here(page, organization);
        yield form.stale(
            response,
            model,
            new Compared(
                workspace.get(caller, organization),
                stale.now(),
                stale.base(),
                stale.base().withTexts(kept.kind(), texts)));
      }
    };
  }

  private String show(
      Page page,
      Caller caller,
      Kept kept,
      Sheet texts,
      int version,
      List<Fault> faults,
      Model model) {
    ListingForm.here(page, kept.organization());
    model.addAttribute("organization", workspace.get(caller, kept.organization()));
    model.addAttribute("kept", kept);
    model.addAttribute("texts", texts);
    model.addAttribute("version", version);
    model.addAttribute("faults", faults);
    return "workspace/translations";
  }
}
