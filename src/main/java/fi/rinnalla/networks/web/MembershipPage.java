package fi.rinnalla.networks.web;

import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.Member;
import fi.rinnalla.networks.Networks;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A member's networks, one of them, and the one-tap answer by a letter's link, behind which nobody
/// is named.
@Controller
public class MembershipPage {
  private final Networks networks;
  private final OrganizationNames names;

  MembershipPage(Networks networks, OrganizationNames names) {
    this.networks = networks;
    this.names = names;
  }

  /// What one shows.
  public record Shown(Networks.Seen seen, Map<UUID, Text> names, boolean done) {
    public Text name(Member member) {
      return names.getOrDefault(member.organization().value(), Text.none());
    }
  }

  /// What a letter's link shows.
  ///
  /// @param its null when the link is good no more
  public record ByLink(String token, Networks.@Nullable Nameless its, boolean done) {}

  @Needs(action = Action.READ, record = RecordType.NETWORK_MEMBER, in = Relation.OWN)
  @GetMapping({"/fi/oma/verkostoissa", "/sv/min/i-natverk", "/en/my/in-networks"})
  String list(Page page, Caller caller, Model model) {
    page.is(Route.IN_NETWORKS).beSensitive();
    model.addAttribute("around", networks.around(caller));
    return "networks/around";
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK_MEMBER, in = Relation.OWN)
  @GetMapping({
    "/fi/oma/verkostoissa/{member}",
    "/sv/min/i-natverk/{member}",
    "/en/my/in-networks/{member}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable String member,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    UUID id = NetworksPage.uuid(member);
    page.is(Route.IN_NETWORKS, id.toString()).beSensitive();
    Networks.Seen seen = networks.see(caller, id);
    model.addAttribute(
        "shown",
        new Shown(
            seen,
            names.of(
                seen.network().members().stream().map(Member::organization).distinct().toList()),
            done));
    return "networks/member";
  }

  @Needs(action = Action.UPDATE, record = RecordType.NETWORK_MEMBER, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({
    "/fi/oma/verkostoissa/{member}",
    "/sv/min/i-natverk/{member}",
    "/en/my/in-networks/{member}"
  })
  String answer(
      Page page,
      Caller caller,
      @PathVariable String member,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") List<String> time) {
    UUID id = NetworksPage.uuid(member);
    boolean joins = !act.equals("decline");
    networks.answer(caller, id, joins, NetworksPage.times(time));
    return "redirect:"
        + (joins
            ? page.to(Route.IN_NETWORKS, id.toString()) + "?done=true"
            : page.to(Route.IN_NETWORKS));
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK_MEMBER, in = Relation.ASSIGNED)
  @Limited(perHour = 120)
  @GetMapping({"/fi/verkosto/{token}", "/sv/natverk/{token}", "/en/network/{token}"})
  String byLink(Page page, Caller caller, @PathVariable String token, Model model) {
    return byLink(page, token, networks.find(caller, token), false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.NETWORK_MEMBER, in = Relation.ASSIGNED)
  @Limited(perHour = 120)
  @PostMapping({"/fi/verkosto/{token}", "/sv/natverk/{token}", "/en/network/{token}"})
  String answerByLink(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") List<String> time,
      HttpServletResponse response,
      Model model) {
    boolean done = networks.answer(caller, token, !act.equals("decline"), NetworksPage.times(time));
    if (!done) {
      response.setStatus(422);
    }
    return byLink(page, token, networks.find(caller, token), done, model);
  }

  private String byLink(
      Page page, String token, Optional<Networks.Nameless> found, boolean done, Model model) {
    page.is(Route.NETWORK_ANSWER, token).beSensitive();
    model.addAttribute("shown", new ByLink(token, found.orElse(null), done));
    return "networks/bylink";
  }
}
