package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Template;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One event on one page: written, looked at, saved as a draft, published, changed. Every button
/// posts the whole form, so that it works without scripts and loses nothing.
@Controller
public class EventForm {
  private static final int MOST_TO_COPY = 12;

  private final Workspace workspace;
  private final EventMaker maker;
  private final ListingForm form;

  EventForm(Workspace workspace, EventMaker maker, ListingForm form) {
    this.workspace = workspace;
    this.maker = maker;
    this.form = form;
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
    ListingForm.here(page, organization);
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
    return form.show(model, form.shown(ours, null, 0, null, sheet, List.of()));
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
    model.addAttribute("dates", form.dates(when));
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
    ListingForm.here(page, organization);
    return form.show(
        model, form.shown(ours, id, kept.version(), kept.state(), kept.sheet(), List.of()));
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
    ListingForm.here(page, organization);
    Sheet sheet = sheet(typed);
    int version = number(typed.getFirst("version"));
    String act = Optional.ofNullable(typed.getFirst("act")).orElse("draft");
    if (act.equals("edit")) {
      return form.show(model, form.shown(ours, id, version, state, sheet, List.of()));
    }
    if (act.equals("preview")) {
      EventMaker.Made made = maker.make(new UUID(0, 0), ours.record(), sheet, page.lang());
      Event event = made.event();
      if (event != null) {
        form.show(model, form.shown(ours, id, version, state, sheet, List.of()));
        model.addAttribute("event", event);
        return "workspace/preview";
      }
      return form.faulty(
          response, model, form.shown(ours, id, version, state, sheet, made.faults()));
    }
    UUID kept = id == null ? UUID.randomUUID() : id;
    boolean publish = act.equals("publish");
    return switch (workspace.save(
        caller, organization, kept, version, sheet, publish, page.lang())) {
      case Workspace.Saved.Done done ->
          "redirect:" + Door.home(page, organization) + "?done=" + done.kept().state().code();
      case Workspace.Saved.Faulty faulty ->
          form.faulty(
              response, model, form.shown(ours, id, version, state, sheet, faulty.faults()));
      case Workspace.Saved.Stale stale ->
          form.stale(
              response,
              model,
              new ListingForm.Compared(ours, stale.now(), stale.base(), sheet, ""));
    };
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
}
