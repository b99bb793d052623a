package fi.rinnalla.families.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.families.Families;
import fi.rinnalla.families.Family;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A family's own page: what it tells of itself, who else belongs to it, and the way out.
@Controller
public class FamilyPage {
  private static final Set<String> DONE = Set.of("told", "invited", "joined", "left");

  private final Families families;
  private final Areas areas;

  FamilyPage(Families families, Areas areas) {
    this.families = families;
    this.areas = areas;
  }

  /// What the page shows.
  ///
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why an invitation wasn't sent, or nothing
  public record Shown(
      Optional<Family> family, FamilyForm form, String done, String wrong, String address) {}

  @Needs(action = Action.READ, record = RecordType.FAMILY)
  @GetMapping({"/fi/oma/perhe", "/sv/min/familj", "/en/my/family"})
  String show(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    Optional<Family> family = families.of(caller);
    String said = DONE.contains(done) ? done : "";
    return shown(page, new Shown(family, FamilyForm.of(family, areas), said, "", ""), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.FAMILY)
  @Limited(perHour = 120)
  @PostMapping({"/fi/oma/perhe", "/sv/min/familj", "/en/my/family"})
  String tell(
      Page page,
      Caller caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String address,
      HttpServletResponse response,
      Model model) {
    return switch (act) {
      case "invite" -> invite(page, caller, address, response, model);
      case "leave" -> {
        families.leave(caller);
        yield "redirect:" + page.to(Route.FAMILY) + "?done=left";
      }
      default -> {
        FamilyForm form = FamilyForm.read(typed, areas, page.today());
        Families.Told told = form.told();
        if (told == null) {
          response.setStatus(422);
          yield shown(page, new Shown(families.of(caller), form, "", "", ""), model);
        }
        families.tell(caller, told);
        yield "redirect:" + page.to(Route.FAMILY) + "?done=told";
      }
    };
  }

  private String invite(
      Page page, Caller caller, String address, HttpServletResponse response, Model model) {
    Families.Invited invited = families.invite(caller, address);
    if (invited == Families.Invited.SENT) {
      return "redirect:" + page.to(Route.FAMILY) + "?done=invited";
    }
    response.setStatus(422);
    Optional<Family> family = families.of(caller);
    String wrong = invited.name().toLowerCase(Locale.ROOT);
    return shown(
        page, new Shown(family, FamilyForm.of(family, areas), "", wrong, address.strip()), model);
  }

  @Needs(action = Action.READ, record = RecordType.FAMILY)
  @Limited(perHour = 60)
  @GetMapping({
    "/fi/oma/perhe/mukaan/{token}",
    "/sv/min/familj/med/{token}",
    "/en/my/family/join/{token}"
  })
  String invited(Page page, @PathVariable String token, Model model) {
    return joining(page, token, families.isInvited(token) ? "" : "not_good", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.FAMILY)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/oma/perhe/mukaan/{token}",
    "/sv/min/familj/med/{token}",
    "/en/my/family/join/{token}"
  })
  String join(
      Page page,
      Caller caller,
      @PathVariable String token,
      HttpServletResponse response,
      Model model) {
    Families.Joined joined = families.join(caller, token);
    if (joined == Families.Joined.DONE) {
      return "redirect:" + page.to(Route.FAMILY) + "?done=joined";
    }
    response.setStatus(422);
    return joining(page, token, joined.name().toLowerCase(Locale.ROOT), model);
  }

  private static String joining(Page page, String token, String wrong, Model model) {
    page.is(Route.FAMILY_JOIN, token).beSensitive();
    model.addAttribute("token", token);
    model.addAttribute("wrong", wrong);
    return "families/join";
  }

  private static String shown(Page page, Shown shown, Model model) {
    page.is(Route.FAMILY).beSensitive();
    if (!shown.form().faults().isEmpty() || !shown.wrong().isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute("shown", shown);
    return "families/family";
  }
}
