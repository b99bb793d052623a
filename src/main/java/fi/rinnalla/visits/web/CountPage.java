package fi.rinnalla.visits.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Counting;
import fi.rinnalla.visits.HeadCount;
import fi.rinnalla.visits.HeadCounts;
import fi.rinnalla.visits.HeadSum;
import fi.rinnalla.visits.Visit;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.visits.VisitSeries;
import fi.rinnalla.vocabulary.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How many came, on a phone by the door: plus and minus for the thumb, or numbers to type.
@Controller
public class CountPage {
  private final VisitPlans plans;
  private final HeadCounts counts;

  CountPage(VisitPlans plans, HeadCounts counts) {
    this.plans = plans;
    this.counts = counts;
  }

  /// What the page shows.
  ///
  /// @param saved whether the numbers were just written down
  /// @param month what the visits at this place came to in the visit's month
  /// @param typed what was sent and couldn't be taken
  public record View(
      UUID organization,
      VisitSeries series,
      Visit visit,
      HeadCount count,
      HeadSum month,
      String fault,
      boolean saved,
      Map<String, String> typed) {}

  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}/{visit}/kavijat",
    "/sv/min/organisation/{organization}/besok/{series}/{visit}/besokare",
    "/en/my/organization/{organization}/visits/{series}/{visit}/visitors"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @PathVariable UUID visit,
      @RequestParam(defaultValue = "false") boolean saved,
      Model model) {
    return show(page, caller, organization, series, visit, "", saved, Map.of(), model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}/{visit}/kavijat",
    "/sv/min/organisation/{organization}/besok/{series}/{visit}/besokare",
    "/en/my/organization/{organization}/visits/{series}/{visit}/visitors"
  })
  String count(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @PathVariable UUID visit,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    Counting counting = CountForm.read(typed).orElse(null);
    String fault;
    if (counting == null) {
      plans.get(caller, ours, series);
      fault = "no_count";
    } else {
      fault = Faults.of(counts.count(caller, ours, series, visit, counting));
    }
    if (fault.isEmpty()) {
      return "redirect:" + Addresses.count(page.lang(), ours, series, visit) + "?saved=true";
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, organization, series, visit, fault, false, typed, model);
  }

  private String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID series,
      UUID visit,
      String fault,
      boolean saved,
      Map<String, String> typed,
      Model model) {
    UUID ours = organization.value();
    VisitPlans.Shown shown = plans.get(caller, ours, series);
    Visit its =
        shown
            .visit(visit)
            .filter(_ -> shown.owner())
            .orElseThrow(() -> new NoSuchRecord(RecordType.VISIT));
    page.is(lang -> Addresses.count(lang, ours, series, visit));
    model.addAttribute(
        "view",
        new View(
            ours,
            shown.series(),
            its,
            counts.of(caller, ours, series).getOrDefault(visit, HeadCount.NONE),
            counts.in(
                ours,
                shown.series().location(),
                YearMonth.from(its.startsAt().atZone(Zone.HELSINKI))),
            fault,
            saved,
            typed));
    return "visits/count";
  }
}
