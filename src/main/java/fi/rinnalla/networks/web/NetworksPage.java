package fi.rinnalla.networks.web;

import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.Member;
import fi.rinnalla.networks.Network;
import fi.rinnalla.networks.NetworkId;
import fi.rinnalla.networks.Networks;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The family's own networks: who is asked, with a way out beside each, and an end of it all.
@Controller
public class NetworksPage {
  private static final Set<String> DONE = Set.of("removed", "suits", "dissolved");

  /// Nobody agrees on a later one, and the database knows none much later.
  static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private final Networks networks;
  private final OrganizationNames names;

  NetworksPage(Networks networks, OrganizationNames names) {
    this.networks = networks;
    this.names = names;
  }

  /// What the page of one shows.
  public record Shown(Network network, Map<UUID, Text> names, String done) {
    public Text name(Member member) {
      return names.getOrDefault(member.organization().value(), Text.none());
    }
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK, in = Relation.OWN)
  @GetMapping({"/fi/oma/verkostot", "/sv/min/natverk", "/en/my/networks"})
  String list(Page page, Caller caller, Model model) {
    page.is(Route.NETWORKS).beSensitive();
    model.addAttribute("networks", networks.of(caller));
    return "networks/networks";
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK, in = Relation.OWN)
  @GetMapping({
    "/fi/oma/verkostot/{network}",
    "/sv/min/natverk/{network}",
    "/en/my/networks/{network}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable String network,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    NetworkId id = LuuriPage.id(network);
    page.is(Route.NETWORKS, id.toString()).beSensitive();
    Network its = networks.get(caller, id);
    model.addAttribute(
        "shown",
        new Shown(
            its,
            names.of(its.members().stream().map(Member::organization).distinct().toList()),
            DONE.contains(done) ? done : ""));
    return "networks/network";
  }

  @Needs(action = Action.UPDATE, record = RecordType.NETWORK, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({
    "/fi/oma/verkostot/{network}",
    "/sv/min/natverk/{network}",
    "/en/my/networks/{network}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable String network,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") List<String> time) {
    NetworkId id = LuuriPage.id(network);
    String done =
        switch (act) {
          case "remove" -> networks.remove(caller, id, uuid(member)) ? "removed" : "";
          case "suits" -> {
            networks.suits(caller, id, times(time));
            yield "suits";
          }
          case "dissolve" -> {
            networks.dissolve(caller, id);
            yield "dissolved";
          }
          default -> {
            networks.get(caller, id);
            yield "";
          }
        };
    return "redirect:"
        + page.to(Route.NETWORKS, id.toString())
        + (done.isEmpty() ? "" : "?done=" + done);
  }

  static Set<Instant> times(List<String> written) {
    Set<Instant> times = new HashSet<>();
    for (String one : written) {
      try {
        Instant time = Instant.parse(one);
        if (time.isBefore(LAST)) {
          times.add(time);
        }
      } catch (DateTimeException _) {
        // None of those that were proposed.
      }
    }
    return times;
  }

  static UUID uuid(String written) {
    return WrittenId.find(written).orElseThrow(() -> new NoSuchRecord(RecordType.NETWORK));
  }
}
