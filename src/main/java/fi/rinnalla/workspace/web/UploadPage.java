package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.exchange.Notice;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.Uploads;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// An organization brings its events in as a table: chosen, looked at, published.
@Controller
public class UploadPage {
  /// With a mark at its start, for spreadsheets guess otherwise wrongly.
  private static final String TEMPLATE =
      """
      \ufeffid;otsikko;kuvaus;alkaa;päättyy;toistuu;ei päivinä;paikka;osoite;kunta;hinta;ikä_min;ikä_max
      kahvila-1;Perhekahvila;Kahvia ja juttuseuraa;12.1.2027 klo 9.30;11.30;joka tiistai;;Seurakuntatalo;Hämeenkatu 16;Hyvinkää;maksuton;0;6
      """;

  private final Uploads uploads;
  private final Workspace workspace;

  UploadPage(Uploads uploads, Workspace workspace) {
    this.uploads = uploads;
    this.workspace = workspace;
  }

  /// What the page shows.
  ///
  /// @param plan null until a table was looked at
  /// @param fault the end of a message's key, or nothing
  public record Shown(
      Listing<Organization> organization,
      Uploads.@Nullable Plan plan,
      List<Notice> notices,
      String fault) {

    public OrganizationId id() {
      return organization.record().id();
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/taulukko",
    "/sv/min/organisation/{organization}/tabell",
    "/en/my/organization/{organization}/table"
  })
  String choose(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    return page(page, caller, organization, null, List.of(), "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/taulukko",
    "/sv/min/organisation/{organization}/tabell",
    "/en/my/organization/{organization}/table"
  })
  String look(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    // What is too large isn't even taken into memory.
    boolean large = file != null && file.getSize() > Uploads.LARGEST;
    byte[] content =
        file == null ? new byte[0] : large ? new byte[Uploads.LARGEST + 1] : file.getBytes();
    String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
    return switch (uploads.look(caller, organization, name, content)) {
      case Uploads.Looked.Ready ready ->
          page(page, caller, organization, ready.plan(), ready.plan().notices(), "", model);
      case Uploads.Looked.Unreadable not -> {
        response.setStatus(422);
        yield page(page, caller, organization, null, not.notices(), not.reason(), model);
      }
    };
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/taulukko/julkaise",
    "/sv/min/organisation/{organization}/tabell/publicera",
    "/en/my/organization/{organization}/table/publish"
  })
  String publish(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID upload,
      @RequestParam(defaultValue = "false") boolean leaveOut,
      HttpServletResponse response,
      Model model) {
    return switch (uploads.publish(caller, organization, upload, leaveOut, page.lang())) {
      case Uploads.Published.Done done ->
          "redirect:"
              + Door.home(page, organization)
              + "?done="
              + (done.landed() == 0 ? "table_same" : "table");
      case Uploads.Published.LeavesOut not -> {
        response.setStatus(422);
        yield page(
            page, caller, organization, not.plan(), not.plan().notices(), "leaves_out", model);
      }
      case Uploads.Published.Gone _ -> {
        response.setStatus(422);
        yield page(page, caller, organization, null, List.of(), "gone", model);
      }
    };
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/taulukko/pohja",
    "/sv/min/organisation/{organization}/tabell/mall",
    "/en/my/organization/{organization}/table/template"
  })
  ResponseEntity<byte[]> template(Caller caller, @PathVariable OrganizationId organization) {
    workspace.get(caller, organization);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rinnalla.csv\"")
        .body(TEMPLATE.getBytes(StandardCharsets.UTF_8));
  }

  private String page(
      Page page,
      Caller caller,
      OrganizationId organization,
      Uploads.@Nullable Plan plan,
      List<Notice> notices,
      String fault,
      Model model) {
    page.is(Route.WORKSPACE, organization.toString());
    model.addAttribute(
        "shown", new Shown(workspace.get(caller, organization), plan, notices, fault));
    return "workspace/table";
  }
}
