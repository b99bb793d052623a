package fi.rinnalla.pictures.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pictures.Fault;
import fi.rinnalla.pictures.Picture;
import fi.rinnalla.pictures.Pictures;
import fi.rinnalla.pictures.PicturesSettings;
import fi.rinnalla.pictures.Subject;
import fi.rinnalla.pictures.Upload;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// What the pages of a listing's picture and of a logo have in common.
@Component
public class PictureForm {
  private static final int UNPROCESSABLE = 422;

  private final Pictures pictures;
  private final Workspace workspace;
  private final PicturesSettings settings;

  PictureForm(Pictures pictures, Workspace workspace, PicturesSettings settings) {
    this.pictures = pictures;
    this.workspace = workspace;
    this.settings = settings;
  }

  /// What the form shows.
  ///
  /// @param name of the organization
  /// @param title of the listing; nothing of a logo
  /// @param picture null when there is none yet
  /// @param notice what has just happened, or nothing
  public record Shown(
      OrganizationId organization,
      Subject subject,
      Text name,
      String title,
      @Nullable Picture picture,
      Text alt,
      boolean promised,
      List<Fault> faults,
      String notice,
      int longestAlt) {

    public Optional<Fault> fault(String input) {
      return faults.stream().filter(it -> it.input().equals(input)).findFirst();
    }

    public int version() {
      return picture == null ? 0 : picture.version();
    }
  }

  private record Typed(Text alt, boolean promised) {
    static final Typed NOTHING = new Typed(Text.none(), false);
  }

  String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      Subject subject,
      String done,
      @Nullable Boolean tooLarge,
      HttpServletResponse response,
      Model model) {
    if (tooLarge != null) {
      response.setStatus(UNPROCESSABLE);
      Fault fault = new Fault(Fault.FILE, Fault.Reason.TOO_LARGE, settings.largest().toMegabytes());
      return shown(page, caller, organization, subject, null, List.of(fault), "", model);
    }
    String notice = page.has("pictures.notice." + done) ? done : "";
    return shown(page, caller, organization, subject, null, List.of(), notice, model);
  }

  String save(
      Page page,
      Caller caller,
      OrganizationId organization,
      Subject subject,
      MultiValueMap<String, String> inputs,
      @Nullable MultipartFile file,
      HttpServletResponse response,
      Model model) {
    Text alt = Text.none();
    for (Lang lang : Lang.values()) {
      String words = inputs.getFirst(Pictures.alt(lang));
      alt = alt.with(lang, words == null ? null : words.replaceAll("\\s+", " "));
    }
    Typed typed = new Typed(alt, inputs.containsKey(Fault.PROMISE));
    String version = String.valueOf(inputs.getFirst("version"));
    Pictures.Saved saved =
        pictures.save(
            caller,
            organization,
            subject,
            new Pictures.Typed(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                file == null || file.isEmpty() ? null : upload(file),
                alt,
                typed.promised(),
                page.lang()));
    return after(
        page, caller, organization, subject, saved, page.path(), "saved", typed, response, model);
  }

  String remove(
      Page page,
      Caller caller,
      OrganizationId organization,
      Subject subject,
      int version,
      HttpServletResponse response,
      Model model) {
    Pictures.Saved saved = pictures.remove(caller, organization, subject, version);
    // The form is one step up from where one presses to remove.
    String here = page.path().substring(0, page.path().lastIndexOf('/'));
    return after(
        page, caller, organization, subject, saved, here, "removed", null, response, model);
  }

  private String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      Subject subject,
      Pictures.Saved saved,
      String here,
      String done,
      @Nullable Typed typed,
      HttpServletResponse response,
      Model model) {
    List<Fault> faults = List.of();
    String notice = "";
    switch (saved) {
      case Pictures.Saved.Done _ -> {
        return "redirect:" + here + "?done=" + done;
      }
      case Pictures.Saved.Faulty faulty -> {
        response.setStatus(UNPROCESSABLE);
        faults = faulty.faults();
      }
      case Pictures.Saved.Stale _ -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        notice = "stale";
      }
      case Pictures.Saved.Busy _ -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "10");
        notice = "busy";
      }
    }
    return shown(page, caller, organization, subject, typed, faults, notice, model);
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      Subject subject,
      @Nullable Typed typed,
      List<Fault> faults,
      String notice,
      Model model) {
    page.is(Route.WORKSPACE, organization.toString());
    Picture picture = pictures.find(caller, organization, subject).orElse(null);
    Typed kept = picture == null ? Typed.NOTHING : new Typed(picture.alt(), false);
    Typed words = typed == null ? kept : typed;
    String title =
        subject.isLogo()
            ? ""
            : workspace.get(caller, organization, subject.id()).sheet().title(page.lang());
    model.addAttribute(
        "shown",
        new Shown(
            organization,
            subject,
            workspace.get(caller, organization).record().name(),
            title,
            picture,
            words.alt(),
            words.promised(),
            faults,
            notice,
            settings.longestAlt()));
    return "pictures/picture";
  }

  private static Upload upload(MultipartFile file) {
    return new Upload() {
      @Override
      public long size() {
        return file.getSize();
      }

      @Override
      public byte[] read() throws IOException {
        return file.getBytes();
      }
    };
  }
}
