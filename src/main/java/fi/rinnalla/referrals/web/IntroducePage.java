package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.referrals.Introduction;
import fi.rinnalla.referrals.Introductions;
import fi.rinnalla.referrals.Team;
import fi.rinnalla.referrals.Teams;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asking for help on behalf of a family, step by step: whether a child is in danger, from whom
/// help is asked, what the family says, and only then the form. Nothing is kept before it is sent,
/// and nothing at all when the family says no.
@Controller
public class IntroducePage {
  private final Introductions introductions;
  private final Teams teams;
  private final Areas areas;
  private final OrganizationNames names;
  private final SiteAddress site;

  IntroducePage(
      Introductions introductions,
      Teams teams,
      Areas areas,
      OrganizationNames names,
      SiteAddress site) {
    this.introductions = introductions;
    this.teams = teams;
    this.areas = areas;
    this.names = names;
    this.site = site;
  }

  /// What the first steps show.
  ///
  /// @param asked what the professional has asked before
  /// @param team who is asked; nobody until that step
  /// @param link by which a family asks for itself
  public record Shown(
      List<Introduction> asked,
      List<Area> municipalities,
      Optional<Area> where,
      List<Team> teams,
      Optional<Team> team,
      Map<UUID, Text> names,
      String link,
      boolean sent) {

    public Text name(OrganizationId organization) {
      return names.getOrDefault(organization.value(), Text.none());
    }
  }

  /// What the form and the answers show.
  ///
  /// @param wrong the end of the key of why it wasn't sent, or nothing
  public record Asking(IntroductionForm form, Text team, Text area, String wrong) {}

  @Needs(action = Action.READ, record = RecordType.INTRODUCTION, in = Relation.OWN)
  @GetMapping({"/fi/oma/perheen-puolesta", "/sv/min/for-en-familj", "/en/my/for-a-family"})
  String steps(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    page.is(Route.INTRODUCE).beSensitive();
    Optional<Area> where = areas.findBySlug(area).or(() -> areas.findByName(area));
    List<Team> here = where.map(it -> teams.in(it.code())).orElse(List.of());
    Optional<Team> chosen =
        here.stream().filter(it -> it.organization().toString().equals(team)).findFirst();
    List<Introduction> asked = introductions.of(caller);
    model.addAttribute(
        "shown",
        new Shown(
            asked,
            teams.municipalities(),
            where,
            here,
            chosen,
            names.of(
                Stream.concat(
                        here.stream().map(Team::organization),
                        asked.stream().map(Introduction::team))
                    .distinct()
                    .toList()),
            site.of(page.to(Route.HELP)).toString(),
            done.equals("sent")));
    model.addAttribute("areas", areas);
    return switch (step) {
      case "no" -> "referrals/introduce-no";
      case "team" -> chosen.isPresent() ? "referrals/introduce-ask" : "referrals/introduce-team";
      default -> "referrals/introduce";
    };
  }

  @Needs(action = Action.CREATE, record = RecordType.INTRODUCTION)
  @GetMapping({
    "/fi/oma/perheen-puolesta/pyynto",
    "/sv/min/for-en-familj/begaran",
    "/en/my/for-a-family/request"
  })
  String form(
      Page page,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String area,
      Model model) {
    return where(team, area)
        .map(it ->
            shown(
                page, IntroductionForm.empty(it.team(), it.area(), page.lang()), "", false, model))
        .orElse("redirect:" + page.to(Route.INTRODUCE));
  }

  @Needs(action = Action.CREATE, record = RecordType.INTRODUCTION)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/oma/perheen-puolesta/pyynto",
    "/sv/min/for-en-familj/begaran",
    "/en/my/for-a-family/request"
  })
  String ask(
      Page page,
      Caller caller,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    Where where = where(team, area).orElse(null);
    if (where == null) {
      return "redirect:" + page.to(Route.INTRODUCE);
    }
    IntroductionForm form =
        IntroductionForm.read(
            where.team(), where.area(), typed, page.lang(), caller.person().email());
    if (!form.faults().isEmpty()) {
      response.setStatus(422);
      return shown(page, form, "", false, model);
    }
    return switch (act) {
      case "send" ->
          switch (introductions.ask(caller, form.asked())) {
            case SENT -> "redirect:" + page.to(Route.INTRODUCE) + "?done=sent";
            case TEAM_SHUT -> refused(page, form, "shut", response, model);
            case TOO_MANY -> refused(page, form, "day", response, model);
          };
      case "check" -> shown(page, form, "", true, model);
      default -> shown(page, form, "", false, model);
    };
  }

  private String refused(
      Page page, IntroductionForm form, String wrong, HttpServletResponse response, Model model) {
    response.setStatus(422);
    return shown(page, form, wrong, false, model);
  }

  private record Where(OrganizationId team, AreaCode area) {}

  /// A team that takes requests from there now.
  private Optional<Where> where(String team, String area) {
    return areas
        .findBySlug(area)
        .flatMap(it ->
            teams.in(it.code()).stream()
                .map(Team::organization)
                .filter(found -> found.toString().equals(team))
                .findFirst()
                .map(found -> new Where(found, it.code())));
  }

  private String shown(Page page, IntroductionForm form, String wrong, boolean check, Model model) {
    HelpForm help = form.help();
    String where = "team=" + help.team() + "&area=" + areas.slug(areas.get(help.area()));
    page.is(Route.INTRODUCE_ASK).opensBy(where).beSensitive();
    if (!form.faults().isEmpty() || !wrong.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown",
        new Asking(
            form, names.of(form.help().team()), areas.get(form.help().area()).name(), wrong));
    model.addAttribute("areas", areas);
    return check ? "referrals/introduce-check" : "referrals/introduce-form";
  }
}
