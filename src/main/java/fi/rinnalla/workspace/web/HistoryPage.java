package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.upkeep.Happenings;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who changed what, and the way back: any version can be put in force again.
@Controller
public class HistoryPage {
  private final Workspace workspace;
  private final ListingForm form;
  private final List<Happenings> happenings;

  HistoryPage(Workspace workspace, ListingForm form, List<Happenings> happenings) {
    this.workspace = workspace;
    this.form = form;
    this.happenings = List.copyOf(happenings);
  }

  /// A field as people read it.
  public static String said(Page page, Sheet sheet, Field field, String input) {
    return field == Field.CANCELLED
        ? sheet.cancelled().stream()
            .map(it -> page.date(it.time().toLocalDate()) + " " + it.reason())
            .map(String::strip)
            .collect(Collectors.joining("\n"))
        : sheet.get(input);
  }

  @Needs(action = Action.DELETE, record = RecordType.DRAFT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/poista",
    "/sv/min/organisation/{organization}/annons/{id}/ta-bort",
    "/en/my/organization/{organization}/listing/{id}/withdraw"
  })
  String withdraw(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response,
      Model model) {
    Workspace.Saved saved = workspace.withdraw(caller, organization, id, version, page.lang());
    return form.after(page, caller, organization, id, saved, response, model);
  }

  @Needs(action = Action.READ, record = RecordType.DRAFT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/historia",
    "/sv/min/organisation/{organization}/annons/{id}/historik",
    "/en/my/organization/{organization}/listing/{id}/history"
  })
  String history(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    List<Kept> versions = workspace.history(caller, organization, id);
    ListingForm.here(page, organization);
    Map<UUID, String> names = new LinkedHashMap<>();
    versions.forEach(
        it -> names.computeIfAbsent(it.changedBy(), by -> workspace.nameOf(by).orElse("")));
    model.addAttribute("organization", workspace.get(caller, organization));
    model.addAttribute("versions", versions);
    model.addAttribute("names", names);
    model.addAttribute(
        "happenings",
        happenings.stream()
            .flatMap(it -> it.of(page, id).stream())
            .sorted(Comparator.comparing(Happenings.Happening::at).reversed())
            .toList());
    return "workspace/history";
  }

  @Needs(action = Action.UPDATE, record = RecordType.DRAFT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/palauta",
    "/sv/min/organisation/{organization}/annons/{id}/aterstall",
    "/en/my/organization/{organization}/listing/{id}/restore"
  })
  String restore(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "0") int earlier,
      HttpServletResponse response,
      Model model) {
    Workspace.Saved saved =
        workspace.restore(caller, organization, id, version, earlier, page.lang());
    return form.after(page, caller, organization, id, saved, response, model);
  }
}
