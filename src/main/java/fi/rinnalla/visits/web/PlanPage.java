package fi.rinnalla.visits.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Contribution;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.Visit;
import fi.rinnalla.visits.VisitPlan;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.visits.VisitSeries;
import fi.rinnalla.visits.Visits;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a host plans a visit of a series, or changes one.
@Controller
public class PlanPage {
  private static final String TOGETHER = "together";

  private final VisitPlans plans;
  private final Visits visits;
  private final OrganizationNames names;

  PlanPage(VisitPlans plans, Visits visits, OrganizationNames names) {
    this.plans = plans;
    this.visits = visits;
    this.names = names;
  }

  /// What the form shows.
  ///
  /// @param visit null for a new one
  /// @param values the fields by name
  /// @param chosen the partners that are ticked
  public record Form(
      UUID organization,
      VisitSeries series,
      @Nullable Visit visit,
      Map<UUID, Text> named,
      Map<String, String> values,
      Set<UUID> chosen,
      String fault) {

    public String value(String name) {
      return values.getOrDefault(name, "");
    }

    public Text name(UUID one) {
      return named.getOrDefault(one, Text.none());
    }

    public String faulty() {
      return Faults.field(fault);
    }

    /// Families know of it, so who comes stays as it is.
    public boolean isAnnounced() {
      return visit != null && visit.state() == Visit.State.ANNOUNCED;
    }
  }

  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}/suunnittele",
    "/sv/min/organisation/{organization}/besok/{series}/planera",
    "/en/my/organization/{organization}/visits/{series}/plan"
  })
  String form(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @RequestParam(required = false) @Nullable UUID visit,
      Model model) {
    VisitPlans.Shown shown = owned(caller, organization, series);
    Visit its = visit == null ? null : shown.visit(visit).orElseThrow(PlanPage::none);
    Set<UUID> chosen = new HashSet<>();
    if (its != null) {
      chosen.addAll(its.partners());
    } else if (shown.series().partners().size() == 1) {
      chosen.addAll(shown.series().partners());
    }
    return show(page, organization, shown, its, values(its), chosen, "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.VISIT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/vierailut/{series}/suunnittele",
    "/sv/min/organisation/{organization}/besok/{series}/planera",
    "/en/my/organization/{organization}/visits/{series}/plan"
  })
  String save(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID series,
      @RequestParam(required = false) @Nullable UUID visit,
      @RequestParam(defaultValue = "") Set<UUID> partner,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    VisitPlans.Shown shown = owned(caller, organization, series);
    Visit its = visit == null ? null : shown.visit(visit).orElseThrow(PlanPage::none);
    Set<UUID> chosen =
        its != null && its.state() == Visit.State.ANNOUNCED ? Set.copyOf(its.partners()) : partner;
    Instant starts = LocalTimes.read(typed.getOrDefault("day", ""), typed.getOrDefault("from", ""));
    Instant ends = LocalTimes.read(typed.getOrDefault("day", ""), typed.getOrDefault("until", ""));
    Outcome outcome;
    if (starts == null || ends == null) {
      outcome = new Outcome.BadTime();
    } else if (bringsWithoutBringer(typed)) {
      outcome = new Outcome.NobodyBrings();
    } else {
      VisitPlan plan =
          new VisitPlan(
              starts,
              ends,
              Texts.line(typed, "topic"),
              chosen,
              Typed.plain(typed.getOrDefault("contact", "")).replace('\n', ' '),
              contributions(shown.series(), typed));
      outcome =
          its == null
              ? visits.plan(caller, ours, series, plan)
              : visits.change(caller, ours, series, its.id(), plan);
    }
    if (outcome instanceof Outcome.Done) {
      String done = its == null ? "plan" : "change";
      return "redirect:" + Addresses.series(page.lang(), ours, series) + "?done=" + done;
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, organization, shown, its, typed, chosen, Faults.of(outcome), model);
  }

  private VisitPlans.Shown owned(Caller caller, OrganizationId organization, UUID series) {
    VisitPlans.Shown shown = plans.get(caller, organization.value(), series);
    if (!shown.owner()) {
      throw none();
    }
    return shown;
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.VISIT);
  }

  /// What is written of and nobody was chosen for would be lost without a word.
  private static boolean bringsWithoutBringer(Map<String, String> typed) {
    return Arrays.stream(Contribution.Kind.values())
        .anyMatch(it ->
            typed.getOrDefault("by_" + it.code(), "").isEmpty()
                && !typed.getOrDefault("what_" + it.code(), "").isBlank());
  }

  /// What somebody brings who is neither the host nor a partner is brought by nobody.
  private static List<Contribution> contributions(VisitSeries series, Map<String, String> typed) {
    List<Contribution> all = new ArrayList<>();
    for (Contribution.Kind kind : Contribution.Kind.values()) {
      String by = typed.getOrDefault("by_" + kind.code(), "");
      String words = Typed.plain(typed.getOrDefault("what_" + kind.code(), "")).replace('\n', ' ');
      if (by.equals(TOGETHER)) {
        all.add(new Contribution(kind, null, words));
      } else if (by.equals(series.organization().toString())) {
        all.add(new Contribution(kind, series.organization(), words));
      } else {
        series.partners().stream()
            .filter(it -> it.toString().equals(by))
            .forEach(it -> all.add(new Contribution(kind, it, words)));
      }
    }
    return all;
  }

  private static Map<String, String> values(@Nullable Visit visit) {
    Map<String, String> values = new HashMap<>();
    if (visit == null) {
      return values;
    }
    values.put("day", LocalTimes.day(visit.startsAt()));
    values.put("from", LocalTimes.time(visit.startsAt()));
    values.put("until", LocalTimes.time(visit.endsAt()));
    for (Lang lang : Lang.values()) {
      String topic = visit.topic().in(lang);
      values.put("topic_" + lang.code(), topic == null ? "" : topic);
    }
    values.put("contact", visit.contact());
    for (Contribution it : visit.contributions()) {
      UUID by = it.by();
      values.put("by_" + it.kind().code(), by == null ? TOGETHER : by.toString());
      values.put("what_" + it.kind().code(), it.words());
    }
    return values;
  }

  private String show(
      Page page,
      OrganizationId organization,
      VisitPlans.Shown shown,
      @Nullable Visit visit,
      Map<String, String> values,
      Set<UUID> chosen,
      String fault,
      Model model) {
    VisitSeries series = shown.series();
    page.is(lang -> Addresses.plan(lang, organization.value(), series.id()));
    Set<UUID> all = new HashSet<>(series.partners());
    all.add(series.organization());
    model.addAttribute(
        "form",
        new Form(
            organization.value(),
            series,
            visit,
            names.of(all.stream().map(OrganizationId::new).toList()),
            values,
            chosen,
            fault));
    return "visits/plan";
  }
}
