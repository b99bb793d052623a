package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Places;
import fi.rinnalla.workspace.RuleWords;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Template;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One event on one page: written, looked at, saved as a draft, published, changed. Every button
/// posts the whole form, so that it works without scripts and loses nothing.
@Controller
public class EventForm {
  private static final int TIMES_SHOWN = 5;
  private static final int TIMES_TO_CANCEL = 12;
  private static final int MOST_TO_COPY = 12;

  private final Workspace workspace;
  private final EventMaker maker;
  private final Places places;

  EventForm(Workspace workspace, EventMaker maker, Places places) {
    this.workspace = workspace;
    this.maker = maker;
    this.places = places;
  }

  /// What the form shows.
  ///
  /// @param id null for a new one
  /// @param more whether the folded part stands open
  public record Shown(
      Listing<Organization> organization,
      @Nullable UUID id,
      int version,
      Kept.@Nullable State state,
      Sheet sheet,
      List<Fault> faults,
      Dates dates,
      List<String> places,
      boolean more) {

    public OrganizationId organizationId() {
      return organization.record().id();
    }

    public Optional<Fault> fault(String input) {
      return faults.stream().filter(it -> it.input().equals(input)).findFirst();
    }

    public boolean isPublished() {
      return state == Kept.State.PUBLISHED;
    }
  }

  /// What a rule in plain words means.
  ///
  /// @param fault null when it was understood
  public record Dates(List<Occurrence> next, @Nullable Fault fault, boolean empty) {}

  /// Two who changed the same listing.
  ///
  /// @param base what the later one began from
  public record Compared(
      Listing<Organization> organization, Kept now, Sheet base, Sheet typed, String who) {

    /// The inputs where the two differ.
    public List<String> differing() {
      List<String> differing = new ArrayList<>(typed.differences(now.sheet()));
      differing.remove(Field.CANCELLED.code());
      return differing;
    }

    public List<String> same() {
      List<String> same = new ArrayList<>(typed.inputs().keySet());
      same.removeAll(differing());
      return same;
    }

    /// Whether it was the later editor who changed this.
    public boolean isMine(String input) {
      return !typed.get(input).equals(base.get(input));
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/uusi",
    "/sv/min/organisation/{organization}/ny",
    "/en/my/organization/{organization}/new"
  })
  String begin(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String template,
      @RequestParam(required = false) @Nullable UUID copy,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    here(page, organization);
    Optional<Template> kind = Template.find(template);
    if (copy == null && kind.isEmpty()) {
      model.addAttribute("organization", ours);
      model.addAttribute("sheets", workspace.sheets(caller, organization));
      model.addAttribute(
          "fromFeeds",
          workspace.fromFeeds(caller, organization).stream().limit(MOST_TO_COPY).toList());
      return "workspace/new";
    }
    Sheet sheet =
        copy != null
            ? workspace.copy(caller, organization, copy, page.lang())
            : filledIn(page, kind.orElse(Template.OTHER));
    form(model, shown(ours, null, 0, null, sheet, List.of()));
    return "workspace/event";
  }

  private static Sheet filledIn(Page page, Template template) {
    Sheet sheet = Sheet.EMPTY.with(Field.KIND, template.code());
    for (Field field : List.of(Field.TITLE, Field.DESCRIPTION, Field.HOW_IT_GOES)) {
      String key = "workspace.template." + template.code() + "." + field.code();
      if (page.has(key)) {
        sheet = sheet.with(field.input(page.lang()), page.say(key));
      }
    }
    return sheet;
  }

  /// The next dates, as one types; without scripts they come with the whole form.
  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ajat",
    "/sv/min/organisation/{organization}/tider",
    "/en/my/organization/{organization}/dates"
  })
  String dates(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String when,
      Model model) {
    workspace.get(caller, organization);
    model.addAttribute("dates", dates(when));
    return "workspace/dates";
  }

  @Needs(action = Action.CREATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/uusi",
    "/sv/min/organisation/{organization}/ny",
    "/en/my/organization/{organization}/new"
  })
  String create(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    return take(page, caller, organization, null, typed, response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}",
    "/sv/min/organisation/{organization}/annons/{id}",
    "/en/my/organization/{organization}/listing/{id}"
  })
  String edit(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    Kept kept = workspace.get(caller, organization, id);
    here(page, organization);
    form(model, shown(ours, id, kept.version(), kept.state(), kept.sheet(), List.of()));
    return "workspace/event";
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}",
    "/sv/min/organisation/{organization}/annons/{id}",
    "/en/my/organization/{organization}/listing/{id}"
  })
  String change(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    return take(page, caller, organization, id, typed, response, model);
  }

  private String take(
      Page page,
      Caller caller,
      OrganizationId organization,
      @Nullable UUID id,
      MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    Kept.State state = id == null ? null : workspace.get(caller, organization, id).state();
    here(page, organization);
    Sheet sheet = sheet(typed);
    int version = number(typed.getFirst("version"));
    String act = Optional.ofNullable(typed.getFirst("act")).orElse("draft");
    if (act.equals("edit")) {
      form(model, shown(ours, id, version, state, sheet, List.of()));
      return "workspace/event";
    }
    if (act.equals("preview")) {
      EventMaker.Made made = maker.make(new UUID(0, 0), ours.record(), sheet, page.lang());
      Event event = made.event();
      if (event != null) {
        form(model, shown(ours, id, version, state, sheet, List.of()));
        model.addAttribute("event", event);
        return "workspace/preview";
      }
      return faulty(response, model, shown(ours, id, version, state, sheet, made.faults()));
    }
    UUID kept = id == null ? UUID.randomUUID() : id;
    boolean publish = act.equals("publish");
    return switch (workspace.save(
        caller, organization, kept, version, sheet, publish, page.lang())) {
      case Workspace.Saved.Done done ->
          "redirect:" + Door.home(page, organization) + "?done=" + done.kept().state().code();
      case Workspace.Saved.Faulty faulty ->
          faulty(response, model, shown(ours, id, version, state, sheet, faulty.faults()));
      case Workspace.Saved.Stale stale ->
          stale(response, model, new Compared(ours, stale.now(), stale.base(), sheet, ""));
    };
  }

  private static String faulty(HttpServletResponse response, Model model, Shown shown) {
    response.setStatus(422);
    form(model, shown);
    return "workspace/event";
  }

  private static String stale(HttpServletResponse response, Model model, Compared compared) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("compared", compared);
    return "workspace/compare";
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kerrat",
    "/sv/min/organisation/{organization}/annons/{id}/tillfallen",
    "/en/my/organization/{organization}/listing/{id}/times"
  })
  String times(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    return times(page, caller, organization, id, List.of(), model);
  }

  private String times(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID id,
      List<Fault> faults,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    Kept kept = workspace.get(caller, organization, id);
    here(page, organization);
    Event event = maker.make(id, ours.record(), kept.sheet(), page.lang()).event();
    model.addAttribute("organization", ours);
    model.addAttribute("kept", kept);
    model.addAttribute("faults", faults);
    model.addAttribute(
        "times", event == null ? List.<Occurrence>of() : maker.next(event, TIMES_TO_CANCEL));
    return "workspace/times";
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/kerrat",
    "/sv/min/organisation/{organization}/annons/{id}/tillfallen",
    "/en/my/organization/{organization}/listing/{id}/times"
  })
  String cancel(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam String time,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean held,
      HttpServletResponse response,
      Model model) {
    LocalDateTime at;
    try {
      at = LocalDateTime.parse(time);
    } catch (DateTimeException unreadable) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Workspace.Saved saved =
        workspace.cancel(caller, organization, id, at, held, reason, page.lang());
    if (saved instanceof Workspace.Saved.Faulty faulty) {
      response.setStatus(422);
      return times(page, caller, organization, id, faulty.faults(), model);
    }
    return "redirect:" + Door.TIMES.of(page, organization, id);
  }

  @Needs(action = Action.DELETE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/poista",
    "/sv/min/organisation/{organization}/annons/{id}/ta-bort",
    "/en/my/organization/{organization}/listing/{id}/withdraw"
  })
  String withdraw(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      HttpServletResponse response,
      Model model) {
    Workspace.Saved saved = workspace.withdraw(caller, organization, id, version, page.lang());
    return after(page, caller, organization, id, saved, response, model);
  }

  @Needs(action = Action.READ, record = RecordType.DRAFT)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/historia",
    "/sv/min/organisation/{organization}/annons/{id}/historik",
    "/en/my/organization/{organization}/listing/{id}/history"
  })
  String history(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      Model model) {
    List<Kept> versions = workspace.history(caller, organization, id);
    here(page, organization);
    Map<UUID, String> names = new LinkedHashMap<>();
    versions.forEach(
        it -> names.computeIfAbsent(it.changedBy(), by -> workspace.nameOf(by).orElse("")));
    model.addAttribute("organization", workspace.get(caller, organization));
    model.addAttribute("versions", versions);
    model.addAttribute("names", names);
    return "workspace/history";
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/ilmoitus/{id}/palauta",
    "/sv/min/organisation/{organization}/annons/{id}/aterstall",
    "/en/my/organization/{organization}/listing/{id}/restore"
  })
  String restore(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam int earlier,
      HttpServletResponse response,
      Model model) {
    Workspace.Saved saved =
        workspace.restore(caller, organization, id, version, earlier, page.lang());
    return after(page, caller, organization, id, saved, response, model);
  }

  /// After a press that types nothing: a fault or somebody else's save is shown on the form.
  private String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID id,
      Workspace.Saved saved,
      HttpServletResponse response,
      Model model) {
    return switch (saved) {
      case Workspace.Saved.Done done ->
          "redirect:" + Door.home(page, organization) + "?done=" + done.kept().state().code();
      case Workspace.Saved.Faulty faulty -> {
        Listing<Organization> ours = workspace.get(caller, organization);
        Kept kept = workspace.get(caller, organization, id);
        here(page, organization);
        yield faulty(
            response,
            model,
            shown(ours, id, kept.version(), kept.state(), kept.sheet(), faulty.faults()));
      }
      case Workspace.Saved.Stale stale -> {
        here(page, organization);
        yield stale(
            response,
            model,
            new Compared(
                workspace.get(caller, organization), stale.now(), stale.base(), stale.base(), ""));
      }
    };
  }

  private Shown shown(
      Listing<Organization> ours,
      @Nullable UUID id,
      int version,
      Kept.@Nullable State state,
      Sheet sheet,
      List<Fault> faults) {
    boolean more =
        faults.stream()
            .map(it -> Field.ofInput(it.input()).orElse(Field.TITLE))
            .anyMatch(field -> field.compareTo(Field.PRICE) > 0);
    return new Shown(
        ours,
        id,
        version,
        state,
        sheet,
        faults,
        dates(sheet.get(Field.WHEN)),
        List.copyOf(places.of(ours.record()).keySet()),
        more);
  }

  private Dates dates(String when) {
    String words = when.length() > Field.WHEN.longest() ? "" : when;
    LocalDate today = maker.today();
    return switch (RuleWords.read(words, today)) {
      case RuleWords.Outcome.Read read ->
          new Dates(maker.next(read.rule(), TIMES_SHOWN), null, false);
      case RuleWords.Outcome.NotRead not ->
          new Dates(
              List.of(),
              new Fault(Field.WHEN.code(), "when_" + not.reason().code(), not.word()),
              words.isBlank());
    };
  }

  private static void form(Model model, Shown shown) {
    model.addAttribute("shown", shown);
  }

  private static Sheet sheet(MultiValueMap<String, String> typed) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      for (Lang lang : Lang.values()) {
        String input = field.input(lang);
        inputs.put(input, String.join(",", typed.getOrDefault(input, List.of())));
      }
    }
    return new Sheet(inputs);
  }

  private static int number(@Nullable String written) {
    return written != null && written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
  }

  private static void here(Page page, OrganizationId organization) {
    // A form's own language links would lose what was typed; they lead to the list.
    page.is(Route.WORKSPACE, organization.toString());
  }

  /// As a time is named to [Workspace#cancel].
  public static String named(Occurrence time) {
    return time.recurrenceId().toString();
  }
}
