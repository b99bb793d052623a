package fi.rinnalla.visits.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Confirmations;
import fi.rinnalla.visits.HeadCounts;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.PartnerAnswer;
import fi.rinnalla.visits.Visit;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.visits.VisitSeries;
import fi.rinnalla.visits.Visits;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A series as its host plans it, and as a partner reads it and answers.
@Controller
public class SeriesPage {
  private static final UUID NONE = new UUID(0, 0);

  private final VisitPlans plans;
  private final Visits visits;
  private final Confirmations confirmations;
  private final HeadCounts counts;
  private final Calendar calendar;
  private final OrganizationNames names;
  private final SiteAddress site;

  SeriesPage(
      VisitPlans plans,
      Visits visits,
      Confirmations confirmations,
      HeadCounts counts,
      Calendar calendar,
      OrganizationNames names,
      SiteAddress site) {
    this.plans = plans;
    this.visits = visits;
    this.confirmations = confirmations;
    this.counts = counts;
    this.calendar = calendar;
    this.names = names;
    this.site = site;
  }

  @Needs(
      action = Action.READ,
      record = RecordType.VISIT,
      in = {Relation.ORGANIZATION, Relation.ASSIGNED})
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}",
    "/sv/min/organisation/{organization}/besok/{series}",
    "/en/my/organization/{organization}/visits/{series}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = page.has("visits.done." + done) ? done : "";
    return show(page, caller, organization, series, partner, said, "", Map.of(), model);
  }

  /// What the host does with it: one button each.
  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}",
    "/sv/min/organisation/{organization}/besok/{series}",
    "/en/my/organization/{organization}/visits/{series}"
  })
  String press(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID visit,
      @RequestParam(required = false) @Nullable UUID partner,
      @RequestParam(defaultValue = "") Set<String> told,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    plans.get(caller, ours, series);
    UUID which = visit == null ? NONE : visit;
    Outcome outcome =
        switch (act) {
          case "describe" ->
              plans.describe(
                  caller, ours, series, Texts.line(typed, "theme"), Texts.read(typed, "goal"));
          case "join" -> plans.join(caller, ours, series, partner == null ? NONE : partner);
          case "part" -> plans.part(caller, ours, series, partner == null ? NONE : partner);
          case "agree" ->
              visits.agree(caller, ours, series, which, partner == null ? NONE : partner);
          case "remove" -> plans.remove(caller, ours, series);
          case "announce" -> visits.announce(caller, ours, series, which);
          case "cancel" ->
              visits.cancel(
                  caller,
                  ours,
                  series,
                  which,
                  Text.of(
                      page.lang(),
                      Typed.plain(typed.getOrDefault("reason", "")).replace('\n', ' ')));
          case "tell" ->
              visits.tell(
                  caller,
                  ours,
                  series,
                  which,
                  told.stream()
                      .flatMap(it -> Visit.Channel.find(it).stream())
                      .collect(Collectors.toSet()));
          default -> new Outcome.NotNow();
        };
    if (act.equals("remove") && outcome instanceof Outcome.Done) {
      return "redirect:" + Addresses.all(page.lang(), ours) + "?done=remove";
    }
    return after(page, caller, organization, series, act, outcome, typed, response, model);
  }

  /// What one of a partner's people answers on its own page.
  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ASSIGNED)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}/{visit}/vastaus",
    "/sv/min/organisation/{organization}/besok/{series}/{visit}/svar",
    "/en/my/organization/{organization}/visits/{series}/{visit}/answer"
  })
  String answer(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @PathVariable UUID visit,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Confirmations.Said said = Answers.read(typed);
    if (said == null) {
      plans.get(caller, organization.value(), series);
    }
    Outcome outcome =
        said == null
            ? new Outcome.NoAnswer()
            : confirmations.answer(caller, organization.value(), series, visit, said);
    String done = said == null ? "" : "answered_" + said.answer().code();
    return after(page, caller, organization, series, done, outcome, typed, response, model);
  }

  private String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID series,
      String done,
      Outcome outcome,
      Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    if (outcome instanceof Outcome.Done) {
      return "redirect:"
          + Addresses.series(page.lang(), organization.value(), series)
          + "?done="
          + done;
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, organization, series, "", "", Faults.of(outcome), typed, model);
  }

  private String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID series,
      String sought,
      String done,
      String fault,
      Map<String, String> typed,
      Model model) {
    UUID ours = organization.value();
    VisitPlans.Shown shown = plans.get(caller, ours, series);
    VisitSeries it = shown.series();
    page.is(lang -> Addresses.series(lang, ours, series));
    Set<UUID> all = new HashSet<>(it.partners());
    all.add(it.organization());
    all.add(ours);
    EventListing event = calendar.find(it.event()).filter(one -> !one.isWithdrawn()).orElse(null);
    Listing<Location> place = plans.place(it.location()).orElse(null);
    model.addAttribute(
        "view",
        new SeriesView(
            ours,
            shown,
            place,
            event,
            names.of(all.stream().map(OrganizationId::new).toList()),
            shown.owner() ? counts.of(caller, ours, series) : Map.of(),
            shown.owner() ? known(caller, ours, it) : Map.of(),
            sought,
            shown.owner()
                ? names.find(sought, place == null ? null : place.record().area())
                : OrganizationNames.Found.NONE,
            event == null ? "" : site.of(page.to(Route.EVENT, event.slug())).toString(),
            done,
            fault,
            typed));
    return "visits/series";
  }

  /// With whom the host has planned before, who aren't in this one.
  private Map<UUID, Text> known(Caller caller, UUID host, VisitSeries series) {
    List<OrganizationId> all =
        plans.of(caller, host).stream()
            .filter(VisitPlans.Shown::owner)
            .flatMap(it -> it.series().partners().stream())
            .filter(it -> !series.partners().contains(it))
            .distinct()
            .map(OrganizationId::new)
            .toList();
    return names.of(all);
  }

  /// In the order of the form.
  public static PartnerAnswer.Answer[] choices() {
    return new PartnerAnswer.Answer[] {
      PartnerAnswer.Answer.COMING, PartnerAnswer.Answer.OTHER_TIME, PartnerAnswer.Answer.NOT_COMING
    };
  }
}
