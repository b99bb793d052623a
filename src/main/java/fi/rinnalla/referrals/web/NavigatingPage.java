package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.Disclosure;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.referrals.Accompaniment;
import fi.rinnalla.referrals.Beside;
import fi.rinnalla.referrals.Findings;
import fi.rinnalla.referrals.FollowUp;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.HelpCaseId;
import fi.rinnalla.referrals.Navigators;
import fi.rinnalla.referrals.Need;
import fi.rinnalla.referrals.Option;
import fi.rinnalla.referrals.OptionId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
  private static final String DONE = "done";

  private final Navigators navigators;
  private final Findings findings;
  private final Beside beside;
  private final OrganizationNames names;
  private final Areas areas;

  NavigatingPage(
      Navigators navigators,
      Findings findings,
      Beside beside,
      OrganizationNames names,
      Areas areas) {
    this.navigators = navigators;
    this.findings = findings;
    this.beside = beside;
    this.names = names;
    this.areas = areas;
  }

  /// What a matter's page shows.
  ///
  /// @param words what is looked for
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong the end of the key of why nothing has, or nothing
  /// @param typed what was typed and not taken, by field
  public record Shown(
      Navigators.Opened opened,
      Beside.Arranged arranged,
      Map<UUID, Text> names,
      Text area,
      String words,
      List<Findings.Found> found,
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
        uuid(id)
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
    String outcome = done(caller, id, act, typed);
    if (outcome.equals(DONE)) {
      // Whoever has handed it over sees it no more.
      return act.equals("hand_over")
          ? "redirect:" + page.to(Route.NAVIGATING)
          : "redirect:" + page.to(Route.NAVIGATING, id.toString()) + "?done=" + act;
    }
    response.setStatus(422);
    page.beFaulty();
    return shown(page, caller, id, q, "", outcome, typed.toSingleValueMap(), model);
  }

  /// The end of the key of what became of it; [#DONE] when it was done.
  private String done(
      Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    Enum<?> outcome =
        switch (act) {
          case "plan", "end_plan", "answered" -> arranged(caller, id, act, typed);
          default -> stepped(caller, id, act, typed);
        };
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private Beside.Outcome arranged(
      Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    return switch (act) {
      case "plan" -> {
        LocalDateTime when = when(first(typed, "day"), first(typed, "time")).orElse(null);
        Accompaniment.Kind kind =
            find(Accompaniment.Kind.values(), first(typed, "kind")).orElse(null);
        yield when == null || kind == null
            ? Beside.Outcome.BAD_TIME
            : beside.plan(
                caller, id, kind, when, Typed.plain(first(typed, "place")).replace('\n', ' '));
      }
      case "end_plan" ->
          uuid(first(typed, "accompaniment"))
              .flatMap(it ->
                  find(Accompaniment.State.values(), first(typed, "state"))
                      .map(state -> beside.end(caller, id, it, state)))
              .orElse(Beside.Outcome.NOT_GOOD);
      default ->
          uuid(first(typed, "follow_up"))
              .flatMap(it ->
                  find(FollowUp.Outcome.values(), first(typed, "outcome"))
                      .map(outcome -> beside.answered(caller, id, it, outcome)))
              .orElse(Beside.Outcome.NOT_GOOD);
    };
  }

  private static Optional<LocalDateTime> when(String day, String time) {
    try {
      return Optional.of(LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Navigators.Outcome stepped(
      Caller caller, HelpCaseId id, String act, MultiValueMap<String, String> typed) {
    return switch (act) {
      case "state" ->
          find(HelpCase.State.values(), first(typed, "state"))
              .map(it -> navigators.move(caller, id, it))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "level" ->
          find(HelpCase.Level.values(), first(typed, "level"))
              .map(it -> navigators.level(caller, id, it))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "close" ->
          find(HelpCase.Outcome.values(), first(typed, "outcome"))
              .map(it -> navigators.close(caller, id, it))
              .orElse(Navigators.Outcome.NO_OUTCOME);
      case "map" -> {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        typed.getOrDefault("need", List.of()).stream()
            .flatMap(it -> Need.find(it).stream())
            .forEach(needs::add);
        yield navigators.map(caller, id, needs, Typed.plain(first(typed, "words")));
      }
      case "offer" ->
          find(Option.Kind.values(), first(typed, "kind"))
              .flatMap(kind ->
                  uuid(first(typed, "record"))
                      .flatMap(record ->
                          findings.option(
                              id,
                              kind,
                              record,
                              Typed.plain(first(typed, "note")).replace('\n', ' '))))
              .map(option -> navigators.offer(caller, id, option))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "refer" ->
          uuid(first(typed, "option"))
              .flatMap(it ->
                  find(Consent.Channel.values(), first(typed, "channel"))
                      .filter(channel -> channel != Consent.Channel.IN_APP)
                      .map(channel -> navigators.refer(caller, id, new OptionId(it), channel)))
              .orElse(Navigators.Outcome.NOT_GOOD);
      case "hand_over" ->
          uuid(first(typed, "to"))
              .map(it -> navigators.handOver(caller, id, new PersonId(it)))
              .orElse(Navigators.Outcome.NOT_GOOD);
      default -> Navigators.Outcome.NOT_GOOD;
    };
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
            names.of(organizations),
            area == null ? Text.none() : areas.find(area).map(Area::name).orElse(Text.none()),
            words,
            findings.search(words, area, postcode),
            done,
            wrong,
            typed));
    return "referrals/navigating";
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }

  private static <E extends Enum<E>> Optional<E> find(E[] all, String code) {
    return Stream.of(all).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(code)).findFirst();
  }

  private static Optional<UUID> uuid(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static HelpCaseId id(String written) {
    return uuid(written)
        .map(HelpCaseId::new)
        .orElseThrow(() -> new NoSuchRecord(RecordType.HELP_CASE));
  }
}
