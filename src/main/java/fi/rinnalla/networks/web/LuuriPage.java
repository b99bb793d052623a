package fi.rinnalla.networks.web;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Consent;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.Function;
import fi.rinnalla.networks.Luuri;
import fi.rinnalla.networks.LuuriDesk;
import fi.rinnalla.networks.Member;
import fi.rinnalla.networks.Network;
import fi.rinnalla.networks.NetworkId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The worker's desk, the form of a call with permission, and that of one without, which has no
/// field for a name; and what whoever called sees.
@Controller
public class LuuriPage {
  private static final Set<String> DONE =
      Set.of("assembled", "advised", "heard", "asked", "agreed");

  private static final Set<String> WRONG = Set.of("said", "nobody_else", "late", "time", "where");

  private final Luuri luuri;
  private final LuuriDesk desk;
  private final Areas areas;
  private final OrganizationNames names;

  LuuriPage(Luuri luuri, LuuriDesk desk, Areas areas, OrganizationNames names) {
    this.luuri = luuri;
    this.desk = desk;
    this.areas = areas;
    this.names = names;
  }

  /// What the desk shows.
  ///
  /// @param missing functions for which nobody was on duty
  /// @param at the network of which something couldn't be done, and why
  public record Shown(
      List<LuuriDesk.Line> networks,
      List<LuuriDesk.Figure> figures,
      Map<UUID, Text> names,
      String done,
      List<Function> missing,
      Typing at) {

    public Text name(Member member) {
      return names.getOrDefault(member.organization().value(), Text.none());
    }
  }

  /// What was typed about one network and couldn't be done.
  ///
  /// @param wrong the end of the key of why; or nothing
  public record Typing(String network, String wrong, String time, String other, String where) {
    static final Typing NONE = new Typing("", "", "", "", "");

    public boolean isAbout(LuuriDesk.Line line) {
      return network.equals(line.id().toString());
    }
  }

  /// What the forms of a call show.
  ///
  /// @param wrong the end of the key of why it wasn't assembled, or nothing
  public record Calling(List<Area> areas, CallForm form, String wrong) {}

  @Needs(action = Action.READ, record = RecordType.NETWORK, in = Relation.REGION)
  @GetMapping({"/fi/oma/luuri", "/sv/min/luuri", "/en/my/luuri"})
  String desk(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String missing,
      Model model) {
    return desk(page, caller, DONE.contains(done) ? done : "", missing, Typing.NONE, model);
  }

  private String desk(
      Page page, Caller caller, String done, String missing, Typing typing, Model model) {
    page.is(Route.LUURI).beSensitive();
    if (!typing.wrong().isEmpty()) {
      page.beFaulty();
    }
    List<LuuriDesk.Line> networks = desk.of(caller);
    List<OrganizationId> organizations =
        networks.stream()
            .flatMap(it -> it.members().stream())
            .map(Member::organization)
            .distinct()
            .toList();
    model.addAttribute(
        "shown",
        new Shown(
            networks,
            desk.figures(caller),
            names.of(organizations),
            done,
            Arrays.stream(missing.split(",")).flatMap(it -> Function.find(it).stream()).toList(),
            typing));
    model.addAttribute("areas", areas);
    return "networks/luuri";
  }

  @Needs(action = Action.UPDATE, record = RecordType.NETWORK, in = Relation.REGION)
  @Limited(perHour = 120)
  @PostMapping({"/fi/oma/luuri", "/sv/min/luuri", "/en/my/luuri"})
  String change(
      Page page,
      Caller caller,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    String network = first(typed, "network");
    if (network.isEmpty()) {
      return "redirect:" + page.to(Route.LUURI);
    }
    NetworkId id = id(network);
    String wrong =
        switch (first(typed, "act")) {
          case "replace" -> replace(caller, id, typed);
          case "agree" -> agree(caller, id, typed);
          default -> {
            desk.heard(caller, id);
            yield "";
          }
        };
    if (!wrong.isEmpty()) {
      response.setStatus(422);
      return desk(
          page,
          caller,
          "",
          "",
          new Typing(
              network,
              WRONG.contains(wrong) ? wrong : "late",
              first(typed, "time"),
              first(typed, "other"),
              first(typed, "where")),
          model);
    }
    String done =
        switch (first(typed, "act")) {
          case "replace" -> "asked";
          case "agree" -> "agreed";
          default -> "heard";
        };
    return "redirect:" + page.to(Route.LUURI) + "?done=" + done;
  }

  private String replace(Caller caller, NetworkId id, MultiValueMap<String, String> typed) {
    Consent.Channel said = CallForm.said(first(typed, "said")).orElse(null);
    if (said == null) {
      return "said";
    }
    return switch (desk.replace(caller, id, NetworksPage.uuid(first(typed, "member")), said)) {
      case DONE -> "";
      case NOBODY_ELSE -> "nobody_else";
      case NOT_GOOD, NO_SUCH_TIME -> "late";
    };
  }

  /// A proposed time, unless another is written.
  private String agree(Caller caller, NetworkId id, MultiValueMap<String, String> typed) {
    String where = Typed.plain(first(typed, "where")).replace('\n', ' ');
    if (where.length() > Network.Meeting.LONGEST_WHERE) {
      return "where";
    }
    String other = first(typed, "other").strip();
    Optional<Instant> at =
        other.isEmpty()
            ? NetworksPage.times(List.of(first(typed, "time"))).stream().findFirst()
            : CallForm.instant(other);
    if (at.isEmpty()) {
      return "time";
    }
    return switch (desk.agree(caller, id, new Network.Meeting(at.get(), where))) {
      case DONE -> "";
      case NO_SUCH_TIME -> "time";
      case NOT_GOOD, NOBODY_ELSE -> "late";
    };
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }

  @Needs(action = Action.CREATE, record = RecordType.NETWORK, in = Relation.REGION)
  @GetMapping({"/fi/oma/luuri/puhelu", "/sv/min/luuri/samtal", "/en/my/luuri/call"})
  String form(
      Page page, Caller caller, @RequestParam(defaultValue = "") String permission, Model model) {
    return calling(
        page, caller, CallForm.empty(page.lang(), page.now()), "", permission.equals("no"), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.NETWORK, in = Relation.REGION)
  @Limited(perHour = 120)
  @PostMapping({"/fi/oma/luuri/puhelu", "/sv/min/luuri/samtal", "/en/my/luuri/call"})
  String act(
      Page page,
      Caller caller,
      @RequestParam MultiValueMap<String, String> typed,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    CallForm form = CallForm.read(typed, areas, luuri.areas(caller), page.lang(), page.now());
    if (act.equals("advise")) {
      return CallForm.area(area, areas, luuri.areas(caller))
          .map(it -> {
            luuri.advised(caller, it);
            return "redirect:" + page.to(Route.LUURI) + "?done=advised";
          })
          .orElseGet(() -> {
            response.setStatus(422);
            return calling(
                page, caller, CallForm.empty(page.lang(), page.now()), "area", true, model);
          });
    }
    if (!form.faults().isEmpty()) {
      response.setStatus(422);
      return calling(page, caller, form, "", false, model);
    }
    return switch (luuri.assemble(caller, form.asked())) {
      case Luuri.Outcome.Assembled(var _, var missing) ->
          "redirect:"
              + page.to(Route.LUURI)
              + "?done=assembled"
              + (missing.isEmpty()
                  ? ""
                  : "&missing="
                      + missing.stream().map(Function::code).collect(Collectors.joining(",")));
      case Luuri.Outcome.TooMany _ -> {
        response.setStatus(422);
        yield calling(page, caller, form, "too_many", false, model);
      }
      case Luuri.Outcome.NobodyOnDuty _ -> {
        response.setStatus(422);
        yield calling(page, caller, form, "nobody", false, model);
      }
    };
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK, in = Relation.ASSIGNED)
  @Limited(perHour = 120)
  @GetMapping({"/fi/luuri/{token}", "/sv/luuri/{token}", "/en/luuri/{token}"})
  String called(Page page, @PathVariable String token, Model model) {
    page.is(Route.CALLED, token).beSensitive();
    model.addAttribute("assembled", luuri.wasAssembled(token));
    return "networks/called";
  }

  private String calling(
      Page page, Caller caller, CallForm form, String wrong, boolean nameless, Model model) {
    page.is(Route.LUURI_CALL).beSensitive();
    if (!form.faults().isEmpty() || !wrong.isEmpty()) {
      page.beFaulty();
    }
    List<Area> mine = luuri.areas(caller).stream().flatMap(it -> areas.find(it).stream()).toList();
    model.addAttribute("shown", new Calling(mine, form, wrong));
    model.addAttribute("areas", areas);
    return nameless ? "networks/advise" : "networks/call";
  }

  static NetworkId id(String written) {
    return WrittenId.find(written)
        .map(NetworkId::new)
        .orElseThrow(() -> new NoSuchRecord(RecordType.NETWORK));
  }
}
