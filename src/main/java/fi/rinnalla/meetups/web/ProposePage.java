package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.FamilyGroup;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.HostPlaces;
import fi.rinnalla.meetups.Plan;
import fi.rinnalla.meetups.Proposals;
import fi.rinnalla.meetups.Proposals.Proposed;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One short form: what, where, when. Whoever isn't signed in fills it in just the same and signs
/// in before it is sent; nothing typed is lost.
@Controller
public class ProposePage {
  private final Proposals proposals;
  private final HostPlaces places;
  private final GroupsNext next;

  ProposePage(Proposals proposals, HostPlaces places, GroupsNext next) {
    this.proposals = proposals;
    this.places = places;
    this.next = next;
  }

  /// What the page shows.
  ///
  /// @param secret of what was typed before signing in; empty when nothing was
  /// @param group whose next meet-up it is; null when no group's
  public record Shown(
      ProposalForm form,
      List<LocalDate> days,
      boolean signedIn,
      String secret,
      @Nullable FamilyGroup group) {

    public List<Integer> lengths() {
      return ProposalForm.lengths();
    }

    public Plan.Doing[] doings() {
      return Plan.Doing.values();
    }
  }

  /// @param place the readable part of a place's address, on the way from its page
  /// @param where words for a place, on the way from a search
  /// @param group on the way from a group's page
  @Needs(action = Action.CREATE, record = RecordType.MEETUP)
  @Limited(perHour = 120)
  @GetMapping({"/fi/ehdota-tapaamista", "/sv/foresla-traff", "/en/propose-meetup"})
  String show(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String group,
      Model model) {
    page.is(Route.PROPOSE);
    Map<String, String> typed =
        new HashMap<>(ProposalForm.cut(Map.of("place", place, "where", where)));
    typed.put("minutes", "90");
    typed.put("ages", Plan.Ages.ALL.code());
    typed.put("name", caller.isVisitor() ? "" : caller.person().name());
    typed.putAll(next.of(caller, group));
    ProposalForm form =
        ProposalForm.empty(typed, chosen(typed), places.called(typed.getOrDefault("where", "")));
    return page(form, caller, "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.MEETUP)
  @Limited(perHour = 120)
  @GetMapping({
    "/fi/ehdota-tapaamista/{draft}",
    "/sv/foresla-traff/{draft}",
    "/en/propose-meetup/{draft}"
  })
  String back(Page page, Caller caller, @PathVariable String draft, Model model) {
    page.is(Route.PROPOSE, draft);
    Optional<Map<String, String>> typed = proposals.typed(draft);
    if (typed.isEmpty()) {
      return "redirect:" + page.to(Route.PROPOSE);
    }
    ProposalForm form = ProposalForm.empty(typed.get(), chosen(typed.get()), List.of());
    return page(form, caller, draft, model);
  }

  /// @param act `find` when only places are looked for
  /// @param draft the secret of what was typed before signing in
  @Needs(action = Action.CREATE, record = RecordType.MEETUP)
  @Limited(perHour = 60)
  @PostMapping({"/fi/ehdota-tapaamista", "/sv/foresla-traff", "/en/propose-meetup"})
  String send(
      Page page,
      Caller caller,
      @RequestParam Map<String, String> sent,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String draft,
      HttpServletResponse response,
      Model model) {
    page.is(Route.PROPOSE);
    Map<String, String> typed = new HashMap<>(ProposalForm.cut(sent));
    if (act.equals("find")) {
      typed.put("place", "");
      return page(
          ProposalForm.empty(typed, null, places.called(typed.getOrDefault("where", ""))),
          caller,
          draft,
          model);
    }
    Listing<Location> place = chosen(typed);
    List<Listing<Location>> choices = List.of();
    if (place == null) {
      choices = places.called(typed.getOrDefault("where", ""));
      place = meant(typed.getOrDefault("where", ""), choices);
    }
    if (place != null) {
      typed.put("place", place.slug());
    }
    ProposalForm form = ProposalForm.read(typed, place, choices);
    Plan plan = form.plan();
    if (plan != null && !proposals.isGood(plan)) {
      form = form.with(new ProposalForm.Fault("day", "when"));
    }
    if (!form.faults().isEmpty()) {
      response.setStatus(422);
      return page(form, caller, draft, model);
    }
    if (caller.isVisitor()) {
      return "redirect:" + signIn(page, proposals.keep(typed));
    }
    Proposed proposed =
        proposals.propose(
            caller,
            Objects.requireNonNull(place).slug(),
            form.get("name"),
            Objects.requireNonNull(plan),
            page.lang(),
            GroupId.find(form.get("group")).orElse(null),
            !form.get("group").isEmpty() && form.get("weekly").equals("yes"));
    return switch (proposed) {
      case Proposed.Done done -> {
        proposals.forget(draft);
        GroupId group = done.meetup().group();
        if (group != null) {
          yield "redirect:" + page.to(Route.GROUP, group.toString()) + "?done=proposed";
        }
        yield "redirect:" + page.to(Route.MEETUP, done.meetup().id().toString()) + "?done=proposed";
      }
      case Proposed.NoSuchPlace _ ->
          refused(form, "where", "where_closed", caller, draft, response, model);
      case Proposed.BadTime _ -> refused(form, "day", "when", caller, draft, response, model);
      case Proposed.TooMany _ -> refused(form, "send", "too_many", caller, draft, response, model);
      case Proposed.NoAddress _ ->
          refused(form, "send", "no_address", caller, draft, response, model);
    };
  }

  private String refused(
      ProposalForm form,
      String field,
      String reason,
      Caller caller,
      String draft,
      HttpServletResponse response,
      Model model) {
    response.setStatus(422);
    return page(form.with(new ProposalForm.Fault(field, reason)), caller, draft, model);
  }

  private static String signIn(Page page, String secret) {
    String back = page.to(Route.PROPOSE, secret);
    return page.to(Route.SIGN_IN) + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  private @Nullable Listing<Location> chosen(Map<String, String> typed) {
    String slug = typed.getOrDefault("place", "");
    return slug.isEmpty() ? null : places.find(slug).orElse(null);
  }

  /// The one place of exactly this name.
  private static @Nullable Listing<Location> meant(String words, List<Listing<Location>> choices) {
    List<Listing<Location>> named =
        choices.stream()
            .filter(it ->
                java.util.Arrays.stream(Lang.values())
                    .anyMatch(
                        lang -> words.equalsIgnoreCase(it.record().name().orEmpty(lang).strip())))
            .toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private String page(ProposalForm form, Caller caller, String secret, Model model) {
    model.addAttribute(
        "shown",
        new Shown(
            form,
            proposals.days(),
            !caller.isVisitor(),
            secret,
            next.group(caller, form.get("group")).orElse(null)));
    return "meetups/propose";
  }
}
