package fi.rinnalla.visits.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.Outcome;
import fi.rinnalla.visits.RotaPlan;
import fi.rinnalla.visits.Rotas;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An organization's rotas, and where a new one is begun: first the place, then when it is open.
@Controller
public class RotasPage {
  private static final int MONTHS_AHEAD = 6;

  private final Rotas rotas;
  private final OrganizationNames names;

  RotasPage(Rotas rotas, OrganizationNames names) {
    this.rotas = rotas;
    this.names = names;
  }

  /// What the list shows.
  ///
  /// @param places what the rotas' places are called, by the rota's id
  public record Listed(
      UUID organization,
      Text name,
      List<Rotas.Shown> rotas,
      Map<UUID, Text> places,
      List<PlaceChoice.Town> choices,
      String done) {}

  /// The form of a new rota.
  public record Form(
      UUID organization, Listing<Location> place, Map<String, String> values, String fault) {
    public String value(String name) {
      return values.getOrDefault(name, "");
    }

    public String faulty() {
      return fault.equals("bad_time") || fault.equals("taken") ? "first" : Faults.field(fault);
    }
  }

  @Needs(action = Action.READ, record = RecordType.ROTA, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/esittelyvuorot",
    "/sv/min/organisation/{organization}/presentationsturer",
    "/en/my/organization/{organization}/rotas"
  })
  String list(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    UUID ours = organization.value();
    page.is(lang -> Addresses.rotas(lang, ours));
    List<Rotas.Shown> all = rotas.of(caller, ours);
    Map<UUID, Text> places = new HashMap<>();
    for (Rotas.Shown one : all) {
      rotas
          .place(ours, one.rota().location())
          .ifPresent(it -> places.put(one.rota().id(), it.record().name()));
    }
    model.addAttribute(
        "view",
        new Listed(
            ours,
            names.of(organization),
            all,
            places,
            PlaceChoice.byTown(page, rotas.places(ours), null),
            page.has("visits.rota.done." + done) ? done : ""));
    return "visits/rotas";
  }

  @Needs(action = Action.CREATE, record = RecordType.ROTA, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/esittelyvuorot/uusi",
    "/sv/min/organisation/{organization}/presentationsturer/ny",
    "/en/my/organization/{organization}/rotas/new"
  })
  String form(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(required = false) @Nullable UUID place,
      Model model) {
    rotas.of(caller, organization.value());
    return form(page, organization, place, null, "", model);
  }

  @Needs(action = Action.CREATE, record = RecordType.ROTA, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/esittelyvuorot/uusi",
    "/sv/min/organisation/{organization}/presentationsturer/ny",
    "/en/my/organization/{organization}/rotas/new"
  })
  String create(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    UUID ours = organization.value();
    LocalDate first = LocalTimes.date(typed.getOrDefault("first", ""));
    LocalDate until = LocalTimes.date(typed.getOrDefault("until", ""));
    LocalTime from = LocalTimes.clock(typed.getOrDefault("from", ""));
    LocalTime to = LocalTimes.clock(typed.getOrDefault("to", ""));
    LocationId at = new LocationId(place == null ? new UUID(0, 0) : place);
    Outcome outcome =
        first == null || until == null || from == null || to == null
            ? new Outcome.BadTime()
            : rotas.create(
                caller, ours, new RotaPlan(at, first, until, from, to, RuleChoice.rrule(typed)));
    if (outcome instanceof Outcome.Done done) {
      return "redirect:" + Addresses.rota(page.lang(), ours, done.id()) + "?done=create";
    }
    response.setStatus(422);
    page.beFaulty();
    return form(page, organization, place, typed, Faults.of(outcome), model);
  }

  /// Without a place of its own, one is chosen first.
  private String form(
      Page page,
      OrganizationId organization,
      @Nullable UUID place,
      @Nullable Map<String, String> typed,
      String fault,
      Model model) {
    UUID ours = organization.value();
    page.is(lang -> Addresses.beginRota(lang, ours));
    Listing<Location> at =
        place == null ? null : rotas.place(ours, new LocationId(place)).orElse(null);
    if (at == null) {
      return "redirect:" + Addresses.rotas(page.lang(), ours) + "#begin";
    }
    Map<String, String> values = typed == null ? usual(page, at.record()) : typed;
    model.addAttribute("form", new Form(ours, at, values, fault));
    return "visits/newrota";
  }

  /// From the place's regular hours.
  private Map<String, String> usual(Page page, Location place) {
    Rotas.Usual usual = rotas.usual(place).orElse(null);
    Map<String, String> values = RuleChoice.values(usual == null ? "" : usual.rrule());
    Schedule hours = usual == null ? null : usual.hours();
    LocalTime opens = hours == null ? null : hours.opensAt();
    LocalTime closes = hours == null ? null : hours.closesAt();
    values.put("from", opens == null ? "" : opens.toString());
    values.put("to", closes == null ? "" : closes.toString());
    values.put("first", page.today().plusDays(1).toString());
    values.put("until", page.today().plusMonths(MONTHS_AHEAD).toString());
    return values;
  }
}
