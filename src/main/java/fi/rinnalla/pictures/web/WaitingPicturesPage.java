package fi.rinnalla.pictures.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pictures.PictureId;
import fi.rinnalla.pictures.Refusal;
import fi.rinnalla.pictures.WaitingPictures;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// New pictures that wait for a moderator: shown to families, or taken away with a reason.
@Controller
public class WaitingPicturesPage {
  private final WaitingPictures waiting;

  WaitingPicturesPage(WaitingPictures waiting) {
    this.waiting = waiting;
  }

  /// What the page shows.
  ///
  /// @param notice the end of a message key, `pictures.waiting.said.<notice>`, or nothing
  /// @param at the id of the picture whose reason was not chosen
  public record Shown(List<WaitingPictures.Waiting> waiting, String notice, String at) {
    public boolean isFault() {
      return !notice.isEmpty() && !notice.equals("done");
    }
  }

  @Needs(action = Action.MODERATE, record = RecordType.PICTURE)
  @GetMapping({"/fi/yllapito/kuvat", "/sv/underhall/bilder", "/en/upkeep/pictures"})
  String show(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    return shown(page, caller, done.isEmpty() ? "" : "done", "", model);
  }

  /// @param act `show` or `refuse`
  /// @param reason of a refusal
  @Needs(action = Action.MODERATE, record = RecordType.PICTURE)
  @PostMapping({"/fi/yllapito/kuvat", "/sv/underhall/bilder", "/en/upkeep/pictures"})
  String settle(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String picture,
      @RequestParam(defaultValue = "0") String version,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    Optional<Refusal> why =
        Arrays.stream(Refusal.values()).filter(it -> it.code().equals(reason)).findFirst();
    boolean refuse = act.equals("refuse");
    if (refuse ? why.isEmpty() : !act.equals("show")) {
      response.setStatus(422);
      return shown(page, caller, refuse ? "reason" : "choose", picture, model);
    }
    if (!PictureId.isOne(picture) || !version.matches("\\d{1,9}")) {
      return changed(page, caller, response, model);
    }
    PictureId id = new PictureId(picture);
    int seen = Integer.parseInt(version);
    WaitingPictures.Outcome outcome =
        refuse
            ? waiting.refuse(caller, id, seen, why.orElseThrow())
            : waiting.show(caller, id, seen);
    return switch (outcome) {
      case DONE -> "redirect:" + page.to(Route.WAITING_PICTURES) + "?done=1";
      case CHANGED -> changed(page, caller, response, model);
    };
  }

  private String changed(Page page, Caller caller, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.CONFLICT.value());
    return shown(page, caller, "changed", "", model);
  }

  private String shown(Page page, Caller caller, String notice, String at, Model model) {
    page.is(Route.WAITING_PICTURES);
    model.addAttribute("shown", new Shown(waiting.of(caller), notice, at));
    return "pictures/waiting";
  }
}
