package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Learnt;
import fi.rinnalla.feedback.Outcome;
import fi.rinnalla.feedback.Questions;
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
  private final Times times;
  private final OrganizationNames names;
  private final RoundViews views;

  RoundPage(
      FeedbackRounds rounds,
      Reviews reviews,
      Times times,
      OrganizationNames names,
      RoundViews views) {
    this.rounds = rounds;
    this.reviews = reviews;
    this.times = times;
    this.names = names;
    this.views = views;
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
    return views.show(page, caller, organization, round, partner, said, "", Map.of(), model);
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
    return views.show(page, caller, organization, round, "", "", fault(outcome), typed, model);
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

  static UUID aboutOf(Round round) {
    return round.about() == null ? new UUID(0, 0) : round.about();
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
