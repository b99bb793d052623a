package fi.rinnalla.feedback.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Learnt;
import fi.rinnalla.feedback.Outcome;
import fi.rinnalla.feedback.Questions;
import fi.rinnalla.feedback.Remark;
import fi.rinnalla.feedback.Remarks;
import fi.rinnalla.feedback.Reviews;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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

/// A round as its organizer looks after it, and as a partner is told of it.
@Controller
public class RoundPage {
  private final FeedbackRounds rounds;
  private final Reviews reviews;
  private final Remarks remarks;
  private final Times times;
  private final OrganizationNames names;

  RoundPage(
      FeedbackRounds rounds,
      Reviews reviews,
      Remarks remarks,
      Times times,
      OrganizationNames names) {
    this.rounds = rounds;
    this.reviews = reviews;
    this.remarks = remarks;
    this.times = times;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param named the organizations by id, those found for `sought` among them
  /// @param more times of the event that aren't told of yet
  /// @param found organizations that could be told, too
  /// @param done what was just done, the end of a message key, or nothing
  /// @param fault what is wrong with what was sent, the end of a message key, or nothing
  /// @param typed the minutes that were too long, or the remark that had no words left
  public record View(
      UUID organization,
      FeedbackRounds.Shown shown,
      Map<UUID, Text> named,
      List<Occurrence> more,
      List<Remark> remarks,
      String sought,
      Map<UUID, Text> found,
      String done,
      String fault,
      String typed) {

    public Round round() {
      return shown.round();
    }

    public Text name(UUID one) {
      return named.getOrDefault(one, Text.none());
    }

    public String address(Lang lang) {
      return Addresses.round(lang, organization, round().id());
    }

    /// Those who read nothing yet: the owner hasn't looked at them.
    public List<Remark> waiting() {
      return remarks.stream().filter(it -> !it.shown()).toList();
    }

    public List<Remark> read() {
      return remarks.stream().filter(Remark::shown).toList();
    }
  }

  @Needs(
      action = Action.READ,
      record = RecordType.FEEDBACK,
      in = {Relation.ORGANIZATION, Relation.ASSIGNED})
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/palaute/{round}",
    "/sv/min/organisation/{organization}/respons/{round}",
    "/en/my/organization/{organization}/feedback/{round}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID round,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = page.has("feedback.done." + done) ? done : "";
    return show(page, caller, organization, round, partner, said, "", "", model);
  }

  /// What its own people do with it: one button each.
  @Needs(action = Action.UPDATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palaute/{round}",
    "/sv/min/organisation/{organization}/respons/{round}",
    "/en/my/organization/{organization}/feedback/{round}"
  })
  String press(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID round,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") Set<String> time,
      @RequestParam(required = false) @Nullable UUID sitting,
      @RequestParam(required = false) @Nullable UUID partner,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "") Set<String> learnt,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    FeedbackRounds.Shown now = rounds.get(caller, ours, round);
    String minutes = Typed.plain(typed.getOrDefault("minutes", ""));
    Outcome outcome =
        switch (act) {
          case "add" ->
              rounds.add(
                  caller, ours, round, times.occasions(aboutOf(now.round()), Times.read(time)));
          case "remove" ->
              rounds.remove(caller, ours, round, sitting == null ? new UUID(0, 0) : sitting);
          case "partner" -> partners(caller, ours, now.round(), partner, true);
          case "unpartner" -> partners(caller, ours, now.round(), partner, false);
          case "ask" ->
              rounds.ask(
                  caller,
                  ours,
                  round,
                  title(now.round(), typed),
                  now.round().partners(),
                  new Questions(
                      typed.containsKey("more"),
                      learnt.stream()
                          .flatMap(it -> Learnt.find(it).stream())
                          .collect(Collectors.toSet()),
                      typed.containsKey("words")));
          case "summarise" -> reviews.summarise(caller, ours, round);
          case "publish" -> reviews.publish(caller, ours, round, true);
          case "unpublish" -> reviews.publish(caller, ours, round, false);
          case "review" ->
              reviews.review(
                  caller,
                  ours,
                  round,
                  Round.Decision.find(typed.getOrDefault("decision", "")).orElse(null),
                  minutes);
          default -> new Outcome.NotNow();
        };
    if (outcome instanceof Outcome.Done) {
      return "redirect:" + Addresses.round(page.lang(), ours, round) + "?done=" + act;
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, organization, round, "", "", fault(outcome), minutes, model);
  }

  /// What the owner makes of words that somebody wrote.
  @Needs(action = Action.UPDATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palaute/{round}/sanat",
    "/sv/min/organisation/{organization}/respons/{round}/ord",
    "/en/my/organization/{organization}/feedback/{round}/words"
  })
  String moderate(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID round,
      @RequestParam(required = false) @Nullable UUID remark,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String words,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    UUID which = remark == null ? new UUID(0, 0) : remark;
    Remarks.Outcome outcome =
        act.equals("drop")
            ? remarks.drop(caller, ours, round, which)
            : remarks.show(caller, ours, round, which, Typed.plain(words));
    if (outcome instanceof Remarks.Outcome.Done) {
      String done = act.equals("drop") ? "dropped" : "shown";
      return "redirect:" + Addresses.round(page.lang(), ours, round) + "?done=" + done;
    }
    response.setStatus(422);
    page.beFaulty();
    String fault = outcome instanceof Remarks.Outcome.NoWords ? "no_words" : "gone";
    return show(page, caller, organization, round, "", "", fault, "", model);
  }

  private Outcome partners(
      Caller caller, UUID ours, Round round, @Nullable UUID partner, boolean in) {
    Set<UUID> partners = new HashSet<>(round.partners());
    if (partner != null && in && !names.of(List.of(new OrganizationId(partner))).isEmpty()) {
      partners.add(partner);
    }
    if (partner != null && !in) {
      partners.remove(partner);
    }
    return rounds.ask(caller, ours, round.id(), round.title(), partners, round.questions());
  }

  /// A language that the form doesn't have stays as it is.
  private static Text title(Round round, Map<String, String> typed) {
    Text title = round.title();
    for (Lang lang : Lang.values()) {
      String written = typed.get("title_" + lang.code());
      if (written != null) {
        title = title.with(lang, Typed.plain(written));
      }
    }
    return title;
  }

  private static UUID aboutOf(Round round) {
    return round.about() == null ? new UUID(0, 0) : round.about();
  }

  private String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID round,
      String sought,
      String done,
      String fault,
      String typed,
      Model model) {
    FeedbackRounds.Shown shown = rounds.get(caller, organization.value(), round);
    Round it = shown.round();
    page.is(lang -> Addresses.round(lang, organization.value(), round));
    Set<UUID> all = new HashSet<>(it.partners());
    all.add(it.organization());
    all.add(organization.value());
    Set<Instant> there =
        shown.sittings().stream().map(one -> one.startsAt()).collect(Collectors.toSet());
    boolean changing = shown.owner() && it.state() == Round.State.OPEN;
    model.addAttribute(
        "view",
        new View(
            organization.value(),
            shown,
            names.of(all.stream().map(OrganizationId::new).toList()),
            changing
                ? times.of(aboutOf(it)).stream()
                    .filter(one -> !there.contains(one.start()))
                    .toList()
                : List.of(),
            remarks.of(caller, organization.value(), round),
            sought,
            changing && !it.locked() ? names.find(sought) : Map.of(),
            done,
            fault,
            typed));
    return "feedback/round";
  }

  /// The end of a message key, `feedback.fault.<fault>`.
  static String fault(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "";
      case Outcome.NoTitle _ -> "no_title";
      case Outcome.NoTimes _ -> "no_times";
      case Outcome.TooMuch _ -> "too_much";
      case Outcome.Locked _ -> "locked";
      case Outcome.StillOpen _ -> "still_open";
      case Outcome.NotNow _ -> "not_now";
      case Outcome.NoDecision _ -> "no_decision";
      case Outcome.TooFew _ -> "too_few";
    };
  }
}
