package fi.rinnalla.feedback.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Opening;
import fi.rinnalla.feedback.Outcome;
import fi.rinnalla.feedback.Questions;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the organizer of an event asks those who come what they thought: the event's own name,
/// times and co-hosts are filled in.
@Controller
public class OpenPage {
  private final FeedbackRounds rounds;
  private final Calendar calendar;
  private final Times times;
  private final OrganizationNames names;

  OpenPage(FeedbackRounds rounds, Calendar calendar, Times times, OrganizationNames names) {
    this.rounds = rounds;
    this.calendar = calendar;
    this.times = times;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param running the rounds of this event that there are
  /// @param chosen the starts of the times that are ticked
  /// @param fault the end of a message key, `feedback.fault.<fault>`, or nothing
  public record Form(
      UUID organization,
      Text organizer,
      EventListing event,
      List<Round> running,
      List<Occurrence> times,
      Map<UUID, Text> coHosts,
      Set<Instant> chosen,
      String fault) {}

  @Needs(action = Action.CREATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{event}/palaute",
    "/sv/min/organisation/{organization}/annons/{event}/respons",
    "/en/my/organization/{organization}/listing/{event}/feedback"
  })
  String form(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID event,
      Model model) {
    return show(page, caller, organization, own(organization, event), Set.of(), "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{event}/palaute",
    "/sv/min/organisation/{organization}/annons/{event}/respons",
    "/en/my/organization/{organization}/listing/{event}/feedback"
  })
  String open(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID event,
      @RequestParam(defaultValue = "") Set<String> time,
      @RequestParam(defaultValue = "") Set<UUID> partner,
      HttpServletResponse response,
      Model model) {
    EventListing about = own(organization, event);
    Set<Instant> chosen = Times.read(time);
    Set<UUID> coHosts = names.of(about.event().coHosts()).keySet();
    Opening opening =
        new Opening(
            event,
            about.event().title(),
            partner.stream().filter(coHosts::contains).collect(Collectors.toSet()),
            Questions.asUsual(),
            times.occasions(event, chosen));
    Outcome outcome = rounds.open(caller, organization.value(), opening);
    if (outcome instanceof Outcome.Done done) {
      return "redirect:" + Addresses.round(page.lang(), organization.value(), done.round());
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, organization, about, chosen, RoundPage.fault(outcome), model);
  }

  private String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      EventListing event,
      Set<Instant> chosen,
      String fault,
      Model model) {
    UUID id = event.event().id().value();
    List<Round> all = rounds.of(caller, organization.value());
    page.is(lang -> Addresses.event(lang, organization.value(), id));
    model.addAttribute(
        "form",
        new Form(
            organization.value(),
            names.of(organization),
            event,
            all.stream()
                .filter(it -> id.equals(it.about()) && it.isOf(organization.value()))
                .toList(),
            times.of(id),
            names.of(event.event().coHosts()),
            chosen,
            fault));
    return "feedback/open";
  }

  /// Only one's own is asked about; of anybody else's there is no such page.
  private EventListing own(OrganizationId organization, UUID event) {
    return calendar
        .find(new EventId(event))
        .filter(it -> !it.isWithdrawn())
        .filter(it -> isOf(it.event(), organization))
        .orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
  }

  private static boolean isOf(Event event, OrganizationId organization) {
    return organization.equals(event.organizer());
  }
}
