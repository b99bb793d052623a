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
import fi.rinnalla.visits.HeadCount;
import fi.rinnalla.visits.HeadCounts;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.PartnerAnswer;
import fi.rinnalla.visits.Visit;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.visits.VisitSeries;
import fi.rinnalla.visits.Visits;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
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

  /// What the page shows.
  ///
  /// @param place null when it may not be shown any more
  /// @param event what families see, once a visit is announced
  /// @param named the organizations by id
  /// @param found organizations that could be partners, too
  /// @param link of the event, for what is told elsewhere
  /// @param done what was just done, the end of a message key, or nothing
  /// @param fault what is wrong with what was sent, or nothing
  /// @param typed what was sent with it
  public record View(
      UUID organization,
      VisitPlans.Shown shown,
      @Nullable Listing<Location> place,
      @Nullable EventListing event,
      Map<UUID, Text> named,
      Map<UUID, HeadCount> counts,
      String sought,
      Map<UUID, Text> found,
      String link,
      String done,
      String fault,
      Map<String, String> typed) {

    public VisitSeries series() {
      return shown.series();
    }

    public Text name(UUID one) {
      return named.getOrDefault(one, Text.none());
    }

    public String address(Lang lang) {
      return Addresses.series(lang, organization, series().id());
    }

    /// Ready to be copied to where else the host tells of it.
    public String words(Page page, Visit visit) {
      String guests =
          visit.partners().stream()
              .map(it -> page.words(name(it)))
              .collect(Collectors.joining(", "));
      String at = place == null ? "" : page.words(place.record().name());
      return page.words(visit.topic())
          + "\n"
          + page.when(visit.startsAt(), visit.endsAt())
          + ", "
          + at
          + "\n"
          + page.say("visits.public.guests", guests)
          + (visit.hasCoffee() ? " " + page.say("visits.public.coffee") : "")
          + "\n"
          + page.say("visits.tell.come")
          + "\n"
          + link;
    }
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
            ? new Outcome.NotNow()
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
    model.addAttribute(
        "view",
        new View(
            ours,
            shown,
            plans.place(it.location()).orElse(null),
            event,
            names.of(all.stream().map(OrganizationId::new).toList()),
            shown.owner() ? counts.of(caller, ours, series) : Map.of(),
            sought,
            shown.owner() ? names.find(sought) : Map.of(),
            event == null ? "" : site.of(page.to(Route.EVENT, event.slug())).toString(),
            done,
            fault,
            typed));
    return "visits/series";
  }

  /// In the order of the form.
  public static PartnerAnswer.Answer[] choices() {
    return new PartnerAnswer.Answer[] {
      PartnerAnswer.Answer.COMING, PartnerAnswer.Answer.OTHER_TIME, PartnerAnswer.Answer.NOT_COMING
    };
  }
}
