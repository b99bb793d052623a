package fi.rinnalla.networks.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.LuuriWorkers;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who takes the calls of an area: asked by letter, and let go, by those who look after it.
@Controller
public class LuuriWorkersPage {
  private static final Set<String> DONE = Set.of("asked", "removed");

  private final LuuriWorkers workers;
  private final Areas areas;

  LuuriWorkersPage(LuuriWorkers workers, Areas areas) {
    this.workers = workers;
    this.areas = areas;
  }

  /// What the page shows.
  ///
  /// @param email as it was typed
  /// @param wrong the end of the key of why nobody was asked, or nothing
  public record Shown(
      List<LuuriWorkers.Worker> workers,
      List<Area> areas,
      String email,
      String area,
      String lang,
      String wrong,
      String done) {}

  @Needs(action = Action.READ, record = RecordType.ROLE, in = Relation.REGION)
  @GetMapping({"/fi/yllapito/luuri", "/sv/underhall/luuri", "/en/upkeep/luuri"})
  String list(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    String said = DONE.contains(done) ? done : "";
    return page(page, caller, "", "", page.lang().code(), "", said, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ROLE, in = Relation.REGION)
  @Limited(perHour = 30)
  @PostMapping({"/fi/yllapito/luuri", "/sv/underhall/luuri", "/en/upkeep/luuri"})
  String ask(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String lang,
      HttpServletResponse response,
      Model model) {
    Optional<EmailAddress> to = EmailAddress.find(email);
    Optional<AreaCode> where =
        workers.areas(caller).stream().filter(it -> it.value().equals(area)).findFirst();
    String wrong = to.isEmpty() ? "email" : where.isEmpty() ? "area" : "";
    if (wrong.isEmpty()) {
      Lang words = Lang.find(lang).orElse(page.lang());
      if (workers.invite(caller, where.orElseThrow(), to.orElseThrow(), words)) {
        return "redirect:" + page.to(Route.LUURI_WORKERS) + "?done=asked";
      }
      wrong = "often";
    }
    response.setStatus(422);
    page.beFaulty();
    return page(page, caller, email, area, lang, wrong, "", model);
  }

  @Needs(action = Action.DELETE, record = RecordType.ROLE, in = Relation.REGION)
  @PostMapping({
    "/fi/yllapito/luuri/{role}",
    "/sv/underhall/luuri/{role}",
    "/en/upkeep/luuri/{role}"
  })
  String remove(Page page, Caller caller, @PathVariable UUID role) {
    workers.end(caller, role);
    return "redirect:" + page.to(Route.LUURI_WORKERS) + "?done=removed";
  }

  private String page(
      Page page,
      Caller caller,
      String email,
      String area,
      String lang,
      String wrong,
      String done,
      Model model) {
    page.is(Route.LUURI_WORKERS);
    List<Area> theirs =
        workers.areas(caller).stream()
            .flatMap(it -> areas.find(it).stream())
            .sorted(Comparator.comparing(it -> it.name().orEmpty(page.lang())))
            .toList();
    model.addAttribute(
        "shown", new Shown(workers.of(caller), theirs, email, area, lang, wrong, done));
    model.addAttribute("all", areas);
    return "networks/workers";
  }
}
