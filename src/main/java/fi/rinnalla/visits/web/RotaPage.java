package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Decline;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.Presenter;
import fi.rinnalla.visits.Rotas;
import fi.rinnalla.visits.Turn;
import fi.rinnalla.visits.Turns;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Month;
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

/// A rota as its host plans it: dates by organizations, what is free, and who takes turns.
@Controller
public class RotaPage {
  private static final UUID NONE = new UUID(0, 0);

  private final Rotas rotas;
  private final Turns turns;
  private final OrganizationNames names;

  RotaPage(Rotas rotas, Turns turns, OrganizationNames names) {
    this.rotas = rotas;
    this.turns = turns;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param place null when it may not be shown any more
  /// @param found organizations that could take turns, too
  public record View(
      UUID organization,
      Rotas.Shown shown,
      @Nullable Listing<Location> place,
      String sought,
      OrganizationNames.Found found,
      String done,
      String fault,
      Map<String, String> typed) {

    /// Columns: those who take turns, and those who had some.
    public List<Presenter> columns() {
      return shown.rota().presenters().stream()
          .filter(it -> !it.gone() || shown.held(it) > 0)
          .toList();
    }

    public List<Decline> declines(Turn turn) {
      return shown.declines().stream().filter(it -> it.turn().equals(turn.id())).toList();
    }

    public boolean isNamed(UUID organization) {
      return shown.rota().taking().stream().anyMatch(it -> organization.equals(it.partner()));
    }

    public String faulty() {
      return fault.equals("no_partner") || fault.equals("nobody_to_ask")
          ? "presenters"
          : Faults.field(fault);
    }
  }

  @Needs(action = Action.READ, record = RecordType.ROTA, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/esittelyvuorot/{rota}",
    "/sv/min/organisation/{organization}/presentationsturer/{rota}",
    "/en/my/organization/{organization}/rotas/{rota}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID rota,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = page.has("visits.rota.done." + done) ? done : "";
    return show(page, caller, organization, rota, partner, said, "", Map.of(), model);
  }

  /// What the host does with it: one button each. Letters may go to addresses that nobody has
  /// vouched for, so not without end.
  @Needs(action = Action.UPDATE, record = RecordType.ROTA, in = Relation.ORGANIZATION)
  @Limited(perHour = 240)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/esittelyvuorot/{rota}",
    "/sv/min/organisation/{organization}/presentationsturer/{rota}",
    "/en/my/organization/{organization}/rotas/{rota}"
  })
  String press(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID rota,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable UUID partner,
      @RequestParam(required = false) @Nullable UUID presenter,
      @RequestParam(required = false) @Nullable UUID turn,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") Set<Integer> month,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    rotas.get(caller, ours, rota);
    UUID which = turn == null ? NONE : turn;
    UUID who = presenter == null ? NONE : presenter;
    Outcome outcome =
        switch (act) {
          case "join" -> rotas.join(caller, ours, rota, partner == null ? NONE : partner);
          case "invite" ->
              rotas.join(
                  caller,
                  ours,
                  rota,
                  Typed.plain(typed.getOrDefault("name", "")).replace('\n', ' '),
                  typed.getOrDefault("email", ""),
                  page.lang());
          case "off" ->
              rotas.off(
                  caller,
                  ours,
                  rota,
                  who,
                  month.stream()
                      .filter(it -> it >= 1 && it <= 12)
                      .map(Month::of)
                      .collect(Collectors.toSet()));
          case "part" -> rotas.part(caller, ours, rota, who);
          case "deal" -> turns.deal(caller, ours, rota);
          case "send" -> turns.send(caller, ours, rota);
          case "end" -> turns.end(caller, ours, rota);
          case "offer" -> turns.offer(caller, ours, rota, which);
          case "give" ->
              turns.give(caller, ours, rota, which, hand(typed.getOrDefault("to", "")), version);
          default -> new Outcome.NotNow();
        };
    if (outcome instanceof Outcome.Done) {
      String to =
          act.equals("end") && rotas.of(caller, ours).stream().noneMatch(it -> it.is(rota))
              ? Addresses.rotas(page.lang(), ours)
              : Addresses.rota(page.lang(), ours, rota);
      return "redirect:" + to + "?done=" + act;
    }
    response.setStatus(422);
    page.beFaulty();
    return show(page, caller, organization, rota, "", "", Faults.of(outcome), typed, model);
  }

  /// What isn't anybody of the rota is refused as nobody of it.
  private static Turns.Hand hand(String to) {
    if (to.equals("off") || to.isEmpty()) {
      return new Turns.Hand(null, to.equals("off"));
    }
    return new Turns.Hand(WrittenId.find(to).orElse(NONE), false);
  }

  private String show(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID rota,
      String sought,
      String done,
      String fault,
      Map<String, String> typed,
      Model model) {
    UUID ours = organization.value();
    Rotas.Shown shown = rotas.get(caller, ours, rota);
    page.is(lang -> Addresses.rota(lang, ours, rota));
    Listing<Location> place = rotas.place(ours, shown.rota().location()).orElse(null);
    model.addAttribute(
        "view",
        new View(
            ours,
            shown,
            place,
            sought,
            names.find(sought, place == null ? null : place.record().area()),
            done,
            fault,
            typed));
    return "visits/rota";
  }
}
