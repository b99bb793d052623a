package fi.rinnalla.meetups.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.Alerts;
import fi.rinnalla.meetups.Approvals;
import fi.rinnalla.meetups.FamilyGroup;
import fi.rinnalla.meetups.GroupApprovals;
import fi.rinnalla.meetups.GroupId;
import fi.rinnalla.meetups.HostPlaces;
import fi.rinnalla.meetups.Meetup;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Families' meet-ups that wait for a yes: for the people of the place, or for those who look after
/// the area.
@Controller
public class MeetupQueuePage {
  /// A meet-up and the version that was looked at: `<id>:<version>`.
  private static final Pattern SEEN = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

  static final Set<String> SAID = Set.of("approved", "declined", "places", "settled");

  private final Approvals approvals;
  private final GroupApprovals groups;
  private final Alerts alerts;
  private final HostPlaces places;
  private final Directory directory;

  MeetupQueuePage(
      Approvals approvals,
      GroupApprovals groups,
      Alerts alerts,
      HostPlaces places,
      Directory directory) {
    this.approvals = approvals;
    this.groups = groups;
    this.alerts = alerts;
    this.places = places;
    this.directory = directory;
  }

  public static String address(Lang lang, OrganizationId organization) {
    String last = lang == Lang.FI ? "tapaamiset" : lang == Lang.SV ? "traffar" : "meetups";
    return Route.WORKSPACE.path(lang, organization + "/" + last);
  }

  @Needs(action = Action.MODERATE, record = RecordType.MEETUP, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/tapaamiset",
    "/sv/min/organisation/{organization}/traffar",
    "/en/my/organization/{organization}/meetups"
  })
  String ours(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return page(page, caller, organization, said(page, done), "", "", model);
  }

  @Needs(action = Action.MODERATE, record = RecordType.MEETUP, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tapaamiset",
    "/sv/min/organisation/{organization}/traffar",
    "/en/my/organization/{organization}/meetups"
  })
  String answerOurs(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String meetup,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") List<UUID> open,
      HttpServletResponse response,
      Model model) {
    if (act.equals("places")) {
      places.keep(caller, organization, new HashSet<>(open));
      return "redirect:" + address(page.lang(), organization) + "?done=places";
    }
    return act.equals("keep") || act.equals("remove")
        ? settle(page, caller, organization, meetup, message, act, response, model)
        : answer(page, caller, organization, meetup, of, act, reason, response, model);
  }

  @Needs(action = Action.MODERATE, record = RecordType.MEETUP, in = Relation.REGION)
  @GetMapping({"/fi/yllapito/tapaamiset", "/sv/underhall/traffar", "/en/upkeep/meetups"})
  String regions(
      Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    return page(page, caller, null, said(page, done), "", "", model);
  }

  @Needs(action = Action.MODERATE, record = RecordType.MEETUP, in = Relation.REGION)
  @PostMapping({"/fi/yllapito/tapaamiset", "/sv/underhall/traffar", "/en/upkeep/meetups"})
  String answerInRegion(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String meetup,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String message,
      HttpServletResponse response,
      Model model) {
    return act.equals("keep") || act.equals("remove")
        ? settle(page, caller, null, meetup, message, act, response, model)
        : answer(page, caller, null, meetup, of, act, reason, response, model);
  }

  private String settle(
      Page page,
      Caller caller,
      @Nullable OrganizationId organization,
      String seen,
      String message,
      String act,
      HttpServletResponse response,
      Model model) {
    Matcher parts = SEEN.matcher(seen);
    Optional<MeetupId> id = parts.matches() ? MeetupId.find(parts.group(1)) : Optional.empty();
    if (id.isEmpty()) {
      response.setStatus(422);
      return page(page, caller, organization, "choose", "", "", model);
    }
    UUID about = MeetupId.find(message).map(MeetupId::value).orElse(null);
    if (alerts.settle(caller, id.get().value(), about, act.equals("keep"))) {
      return "redirect:" + list(page, organization) + "?done=settled";
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    return page(page, caller, organization, "changed", "", "", model);
  }

  private String answer(
      Page page,
      Caller caller,
      @Nullable OrganizationId organization,
      String seen,
      String of,
      String act,
      String reason,
      HttpServletResponse response,
      Model model) {
    Matcher parts = SEEN.matcher(seen);
    Optional<MeetupId> id = parts.matches() ? MeetupId.find(parts.group(1)) : Optional.empty();
    boolean decline = act.equals("decline");
    String why = ProposalForm.plain(reason);
    String fault =
        id.isEmpty() || !decline && !act.equals("approve")
            ? "choose"
            : decline && (why.isEmpty() || why.length() > Approvals.LONGEST) ? "reason" : "";
    if (!fault.isEmpty()) {
      response.setStatus(422);
      return page(page, caller, organization, fault, seen, reason, model);
    }
    int version = Integer.parseInt(parts.group(2));
    Approvals.Outcome outcome =
        of.equals("group")
            ? answer(caller, new GroupId(id.orElseThrow().value()), version, decline, why)
            : answer(caller, id.orElseThrow(), version, decline, why);
    return switch (outcome) {
      case Approvals.Outcome.Done _ ->
          "redirect:" + list(page, organization) + "?done=" + (decline ? "declined" : "approved");
      case Approvals.Outcome.Changed _ -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        yield page(page, caller, organization, "changed", "", "", model);
      }
      case Approvals.Outcome.TooLate _ -> {
        response.setStatus(422);
        yield page(page, caller, organization, "too_late", "", "", model);
      }
    };
  }

  private Approvals.Outcome answer(
      Caller caller, MeetupId id, int version, boolean decline, String why) {
    return decline
        ? approvals.decline(caller, id, version, why)
        : approvals.approve(caller, id, version);
  }

  private Approvals.Outcome answer(
      Caller caller, GroupId id, int version, boolean decline, String why) {
    return decline ? groups.decline(caller, id, version, why) : groups.approve(caller, id, version);
  }

  private static String list(Page page, @Nullable OrganizationId organization) {
    return organization == null
        ? page.to(Route.MEETUPS_WAITING)
        : address(page.lang(), organization);
  }

  private static String said(Page page, String done) {
    return SAID.contains(done) ? done : "";
  }

  private String page(
      Page page,
      Caller caller,
      @Nullable OrganizationId organization,
      String notice,
      String declining,
      String reason,
      Model model) {
    List<Meetup> waiting;
    List<FamilyGroup> asked;
    List<Alerts.Alerted> alerted;
    List<HostPlaces.Kept> kept = List.of();
    if (organization == null) {
      page.is(Route.MEETUPS_WAITING);
      waiting = approvals.inRegion(caller);
      asked = groups.inRegion(caller);
      alerted = alerts.inRegion(caller);
    } else {
      page.is(lang -> address(lang, organization));
      waiting = approvals.of(caller, organization);
      asked = groups.of(caller, organization);
      alerted = alerts.of(caller, organization);
      kept = places.of(caller, organization);
    }
    Map<LocationId, Listing<Location>> where = new HashMap<>();
    directory
        .locations(
            Stream.concat(
                    waiting.stream().map(Meetup::place), asked.stream().map(FamilyGroup::place))
                .distinct()
                .toList())
        .forEach(it -> where.put(it.record().id(), it));
    model.addAttribute(
        "shown",
        new QueueView(
            waiting,
            asked,
            alerted,
            where,
            organization,
            kept,
            list(page, organization),
            notice,
            declining,
            reason));
    return "meetups/queue";
  }
}
