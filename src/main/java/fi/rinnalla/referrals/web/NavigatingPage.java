package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Disclosure;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.referrals.Beside;
import fi.rinnalla.referrals.Findings;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.HelpCaseId;
import fi.rinnalla.referrals.Navigators;
import fi.rinnalla.referrals.Option;
import fi.rinnalla.referrals.Said;
import fi.rinnalla.referrals.Talking;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A navigator's desk, and one matter on it.
@Controller
public class NavigatingPage {

  private final Navigators navigators;
  private final CaseActs acts;
  private final Findings findings;
  private final Beside beside;
  private final Talking talking;
  private final OrganizationNames names;
  private final Areas areas;

  NavigatingPage(
      Navigators navigators,
      CaseActs acts,
      Findings findings,
      Beside beside,
      Talking talking,
      OrganizationNames names,
      Areas areas) {
    this.acts = acts;
    this.navigators = navigators;
    this.findings = findings;
    this.beside = beside;
    this.talking = talking;
    this.names = names;
    this.areas = areas;
  }

  /// What a matter's page shows.
  ///
  /// @param words what is looked for
  /// @param next what is like an option that came to nothing, by the option
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param typed what was typed and not taken, by field
  public record Shown(
      Navigators.Opened opened,
      Beside.Arranged arranged,
      List<Said> said,
      Map<UUID, Text> names,
      Text area,
      String words,
      List<Findings.Found> found,
      Map<UUID, List<Findings.Found>> next,
      String done,
      String wrong,
      Map<String, String> typed) {

    public Text name(OrganizationId organization) {
      return names.getOrDefault(organization.value(), Text.none());
    }

    /// Whether something that was found has been offered already.
    public boolean isOffered(UUID record) {
      return opened.options().stream().anyMatch(it -> it.record().equals(record));
    }
  }

  @Needs(action = Action.READ, record = RecordType.HELP_CASE, in = Relation.ASSIGNED)
  @GetMapping({"/fi/oma/palveluohjaus", "/sv/min/handledning", "/en/my/navigation"})
  String desk(
      Page page, Caller caller, @RequestParam(defaultValue = "false") boolean late, Model model) {
    page.is(Route.NAVIGATING);
    model.addAttribute("desk", navigators.desk(caller));
    model.addAttribute("late", late);
    model.addAttribute("teams", caller.organizations(Role.NAVIGATOR));
    model.addAttribute("areas", areas);
    return "referrals/desk";
  }

  @Needs(action = Action.UPDATE, record = RecordType.HELP_CASE, in = Relation.ORGANIZATION)
  @PostMapping({"/fi/oma/palveluohjaus", "/sv/min/handledning", "/en/my/navigation"})
  String take(Page page, Caller caller, @RequestParam(name = "case", defaultValue = "") String id) {
    Navigators.Outcome outcome =
        WrittenId.find(id)
            .map(it -> navigators.take(caller, new HelpCaseId(it)))
            .orElse(Navigators.Outcome.NOT_GOOD);
    return outcome == Navigators.Outcome.DONE
        ? "redirect:" + page.to(Route.NAVIGATING, id)
        : "redirect:" + page.to(Route.NAVIGATING) + "?late=true";
  }

  @Needs(action = Action.READ, record = RecordType.HELP_CASE, in = Relation.ASSIGNED)
  @GetMapping({
    "/fi/oma/palveluohjaus/{case}",
    "/sv/min/handledning/{case}",
    "/en/my/navigation/{case}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable("case") String id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = page.has("navigation.done." + done) ? done : "";
    return shown(page, caller, id(id), q, said, "", Map.of(), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.HELP_CASE, in = Relation.ASSIGNED)
  @Limited(perHour = 600)
  @PostMapping({
    "/fi/oma/palveluohjaus/{case}",
    "/sv/min/handledning/{case}",
    "/en/my/navigation/{case}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable("case") String written,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String q,
      HttpServletResponse response,
      Model model) {
    HelpCaseId id = id(written);
    String outcome = acts.done(caller, id, act, typed);
    if (outcome.equals(CaseActs.DONE)) {
      // Whoever has handed it over sees it no more.
      return act.equals("hand_over")
          ? "redirect:" + page.to(Route.NAVIGATING)
          : "redirect:" + page.to(Route.NAVIGATING, id.toString()) + "?done=" + act;
    }
    response.setStatus(422);
    page.beFaulty();
    return shown(page, caller, id, q, "", outcome, typed.toSingleValueMap(), model);
  }

  private String shown(
      Page page,
      Caller caller,
      HelpCaseId id,
      String words,
      String done,
      String wrong,
      Map<String, String> typed,
      Model model) {
    page.is(Route.NAVIGATING, id.toString());
    Navigators.Opened opened = navigators.get(caller, id);
    HelpCase its = opened.helpCase();
    AreaCode area = its.area();
    List<OrganizationId> organizations =
        Stream.concat(
                Stream.of(its.team()),
                opened.options().stream().map(Option::organization).filter(Objects::nonNull))
            .distinct()
            .toList();
    String postcode = opened.known().map(Disclosure.Known::postcode).orElse("");
    model.addAttribute(
        "shown",
        new Shown(
            opened,
            beside.of(its),
            talking.withNavigator(its),
            names.of(organizations),
            area == null ? Text.none() : areas.find(area).map(Area::name).orElse(Text.none()),
            words,
            findings.search(words, area, postcode),
            next(opened, area, postcode),
            done,
            wrong,
            typed));
    return "referrals/navigating";
  }

  /// For each option that came to nothing, or to a queue, what else there is of its kind and hasn't
  /// been offered.
  private Map<UUID, List<Findings.Found>> next(
      Navigators.Opened opened, @Nullable AreaCode area, String postcode) {
    if (!opened.helpCase().isOpen() || opened.known().isEmpty()) {
      return Map.of();
    }
    Set<UUID> offered =
        opened.options().stream().map(Option::record).collect(Collectors.toUnmodifiableSet());
    Map<UUID, List<Findings.Found>> next = new LinkedHashMap<>();
    for (Option option : opened.options()) {
      if (opened.cameToNothing(option)) {
        next.put(option.id().value(), findings.like(option, area, postcode, offered));
      }
    }
    return next;
  }

  private static HelpCaseId id(String written) {
    return WrittenId.find(written)
        .map(HelpCaseId::new)
        .orElseThrow(() -> new NoSuchRecord(RecordType.HELP_CASE));
  }
}
