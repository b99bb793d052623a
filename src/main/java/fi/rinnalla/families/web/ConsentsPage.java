package fi.rinnalla.families.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.families.Consent;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.families.Consents;
import fi.rinnalla.families.Consents.Key;
import fi.rinnalla.families.Consents.Outcome;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody has agreed to: asked, given and taken back, on a page of one's own or by a
/// letter's link. Yes and no are two buttons of one size.
@Controller
public class ConsentsPage {
  private static final Set<String> DONE = Set.of("give", "refuse", "withdraw", "confirm");

  private final Consents consents;
  private final OrganizationNames names;

  ConsentsPage(Consents consents, OrganizationNames names) {
    this.consents = consents;
    this.names = names;
  }

  /// What the pages show.
  ///
  /// @param signedIn whether the list can be anybody's
  /// @param token of a letter's link; empty on the list
  /// @param done the end of the key of what has just happened, or nothing
  /// @param wrong whether what was wished couldn't be done any more
  public record Shown(
      boolean signedIn,
      List<Consent> consents,
      Map<UUID, Text> names,
      String token,
      String done,
      boolean wrong) {

    public Text organization(Consent consent) {
      return names.getOrDefault(consent.organization().value(), Text.none());
    }
  }

  @Needs(action = Action.READ, record = RecordType.CONSENT, in = Relation.OWN)
  @GetMapping({"/fi/oma/suostumukset", "/sv/min/samtycken", "/en/my/consents"})
  String list(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    return list(page, caller, done, false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CONSENT, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/oma/suostumukset", "/sv/min/samtycken", "/en/my/consents"})
  String act(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String consent,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    boolean did = id(consent).map(it -> did(caller, new Key.Own(it), act)).orElse(false);
    if (did) {
      return "redirect:" + page.to(Route.CONSENTS) + "?done=" + act;
    }
    response.setStatus(422);
    return list(page, caller, "", true, model);
  }

  @Needs(action = Action.READ, record = RecordType.CONSENT, in = Relation.OWN)
  @Limited(perHour = 120)
  @GetMapping({"/fi/suostumus/{token}", "/sv/samtycke/{token}", "/en/consent/{token}"})
  String one(Page page, Caller caller, @PathVariable String token, Model model) {
    return one(page, caller, token, "", false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CONSENT, in = Relation.OWN)
  @Limited(perHour = 120)
  @PostMapping({"/fi/suostumus/{token}", "/sv/samtycke/{token}", "/en/consent/{token}"})
  String answer(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    boolean did = did(caller, new Key.ByLink(token), act);
    if (!did) {
      response.setStatus(422);
    }
    return one(page, caller, token, did ? act : "", !did, model);
  }

  private boolean did(Caller caller, Key key, String act) {
    Optional<Outcome> outcome =
        switch (act) {
          case "give" -> Optional.of(consents.decide(caller, key, true));
          case "refuse" -> Optional.of(consents.decide(caller, key, false));
          case "confirm" -> Optional.of(consents.confirm(caller, key));
          case "withdraw" -> Optional.of(consents.withdraw(caller, key));
          default -> Optional.empty();
        };
    return outcome.filter(Outcome.Done.class::isInstance).isPresent();
  }

  private String list(Page page, Caller caller, String done, boolean wrong, Model model) {
    page.is(Route.CONSENTS);
    List<Consent> own = caller.isVisitor() ? List.of() : consents.of(caller);
    return shown(page, !caller.isVisitor(), own, "", done, wrong, model);
  }

  private String one(
      Page page, Caller caller, String token, String done, boolean wrong, Model model) {
    page.is(Route.CONSENT, token);
    List<Consent> found = consents.find(caller, new Key.ByLink(token)).stream().toList();
    return shown(page, !caller.isVisitor(), found, token, done, wrong, model);
  }

  private String shown(
      Page page,
      boolean signedIn,
      List<Consent> found,
      String token,
      String done,
      boolean wrong,
      Model model) {
    page.beSensitive();
    List<OrganizationId> organizations =
        found.stream().map(Consent::organization).distinct().toList();
    String said = DONE.contains(done) ? done : "";
    model.addAttribute(
        "shown", new Shown(signedIn, found, names.of(organizations), token, said, wrong));
    return "families/consents";
  }

  private static Optional<ConsentId> id(String written) {
    return WrittenId.find(written).map(ConsentId::new);
  }
}
