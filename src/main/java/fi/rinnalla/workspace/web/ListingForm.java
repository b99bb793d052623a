package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Term;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.EventMaker;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.ListingPictures;
import fi.rinnalla.workspace.Maker;
import fi.rinnalla.workspace.Places;
import fi.rinnalla.workspace.ServiceMaker;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/// One listing on one page: begun, looked at, saved as a draft, published, changed. Every button
/// posts the whole form, so that it works without scripts and loses nothing.
@Component
public class ListingForm {
  private static final int MOST_TO_COPY = 12;
  private static final UUID NOBODY = new UUID(0, 0);

  private final Workspace workspace;
  private final EventMaker events;
  private final ServiceMaker services;
  private final Places places;
  private final Classification classification;
  private final FormParts parts;
  private final ObjectProvider<ListingPictures> pictures;

  ListingForm(
      Workspace workspace,
      EventMaker events,
      ServiceMaker services,
      Places places,
      Classification classification,
      FormParts parts,
      ObjectProvider<ListingPictures> pictures) {
    this.workspace = workspace;
    this.events = events;
    this.services = services;
    this.places = places;
    this.classification = classification;
    this.parts = parts;
    this.pictures = pictures;
  }

  /// One that may be copied.
  public record Entry(UUID id, Text title, String more) {}

  /// A new form, from another listing or a template; nothing when neither is chosen.
  Optional<String> begin(
      Page page,
      Caller caller,
      OrganizationId organization,
      Kept.Kind kind,
      Optional<Sheet> template,
      @Nullable UUID copy,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    here(page, organization);
    Optional<Sheet> sheet =
        copy != null
            ? Optional.of(workspace.copy(caller, organization, kind, copy, page.lang()))
            : template.map(it -> filledIn(page, it));
    return sheet.map(it ->
        show(
            model,
            shown(page, ours, kind, null, 0, it, List.of(), "", UUID.randomUUID().toString())));
  }

  private static Sheet filledIn(Page page, Sheet begun) {
    Sheet sheet = begun;
    for (Field field : List.of(Field.TITLE, Field.DESCRIPTION, Field.HOW_IT_GOES)) {
      String key = "workspace.template." + begun.get(Field.KIND) + "." + field.code();
      if (page.has(key)) {
        sheet = sheet.with(field.input(page.lang()), page.say(key));
      }
    }
    return sheet;
  }

  /// The page where one chooses what to begin from.
  String choose(
      Page page,
      Caller caller,
      OrganizationId organization,
      Kept.Kind kind,
      List<String> templates,
      Model model) {
    Stream<Entry> kept =
        workspace.sheets(caller, organization).stream()
            .filter(it -> it.kind() == kind)
            .map(
                it -> new Entry(it.id(), it.sheet().text(Field.TITLE), it.sheet().get(Field.WHEN)));
    Stream<Entry> fed =
        switch (kind) {
          case EVENT ->
              workspace.fromFeeds(caller, organization).stream()
                  .map(it -> new Entry(it.event().id().value(), it.event().title(), ""));
          case SERVICE ->
              workspace.servicesFromFeeds(caller, organization).stream()
                  .map(it -> new Entry(it.record().uuid(), it.record().name(), ""));
        };
    model.addAttribute("organization", workspace.get(caller, organization));
    model.addAttribute("kind", kind);
    model.addAttribute("entries", Stream.concat(kept, fed.limit(MOST_TO_COPY)).toList());
    model.addAttribute("templates", templates);
    return "workspace/new";
  }

  /// Takes what was typed where its button says.
  ///
  /// @param kept null for a new one
  String take(
      Page page,
      Caller caller,
      OrganizationId organization,
      @Nullable Kept kept,
      Kept.Kind kind,
      MultiValueMap<String, String> typed,
      HttpServletResponse response,
      Model model) {
    Listing<Organization> ours = workspace.get(caller, organization);
    here(page, organization);
    String begun = begun(typed);
    Sheet sheet = sheet(typed);
    int version = number(typed.getFirst("version"));
    String words = Optional.ofNullable(typed.getFirst("place_words")).orElse("");
    String act = Optional.ofNullable(typed.getFirst("act")).orElse("draft");
    if (act.equals("edit") || act.equals("places")) {
      return show(model, shown(page, ours, kind, kept, version, sheet, List.of(), words, begun));
    }
    if (act.equals("preview")) {
      return preview(page, ours, kind, kept, version, sheet, begun, response, model);
    }
    UUID id = kept == null ? idOf(caller, organization, begun) : kept.id();
    boolean publish = act.equals("publish");
    return switch (workspace.save(
        caller, organization, id, kind, version, sheet, publish, page.lang())) {
      case Workspace.Saved.Done done -> home(page, organization, done.kept());
      case Workspace.Saved.Faulty faulty ->
          faulty(
              response,
              model,
              shown(page, ours, kind, kept, version, sheet, faulty.faults(), words, begun));
      case Workspace.Saved.Stale stale ->
          stale(response, model, new Compared(ours, stale.now(), stale.base(), sheet));
    };
  }

  /// The id of what a form begins: the same however often the form is sent, so that going back and
  /// publishing again makes no second listing; and nobody's to choose.
  private static UUID idOf(Caller caller, OrganizationId organization, String begun) {
    return UUID.nameUUIDFromBytes(
        (organization + "/" + caller.person().id() + "/" + begun).getBytes(StandardCharsets.UTF_8));
  }

  private static String begun(MultiValueMap<String, String> typed) {
    String begun = typed.getFirst("begun");
    return begun == null || begun.isBlank() ? UUID.randomUUID().toString() : begun;
  }

  private String preview(
      Page page,
      Listing<Organization> ours,
      Kept.Kind kind,
      @Nullable Kept kept,
      int version,
      Sheet sheet,
      String begun,
      HttpServletResponse response,
      Model model) {
    UUID id = kept == null ? NOBODY : kept.id();
    // Cancelled times are pressed and not typed, so they aren't in the form.
    Sheet whole =
        kept == null ? sheet : sheet.with(Field.CANCELLED, kept.sheet().get(Field.CANCELLED));
    Maker.Made<?> made =
        switch (kind) {
          case EVENT -> events.make(id, ours.record(), whole, page.lang());
          case SERVICE -> services.make(id, ours.record(), whole, page.lang());
        };
    Shown shown = shown(page, ours, kind, kept, version, sheet, made.faults(), "", begun);
    if (made.record() == null) {
      return faulty(response, model, shown);
    }
    show(model, shown);
    model.addAttribute("newPlace", made.newPlace());
    ListingPictures looks = pictures.getIfAvailable();
    model.addAttribute("look", kept == null || looks == null ? null : looks.of(kept).orElse(null));
    if (made.record() instanceof Event event) {
      model.addAttribute("event", event);
      return "workspace/preview";
    }
    model.addAttribute("offered", made.record());
    return "workspace/offered";
  }

  /// The form, with what was typed and what must be mended.
  private String faulty(HttpServletResponse response, Model model, Shown shown) {
    response.setStatus(422);
    return show(model, shown);
  }

  String show(Model model, Shown shown) {
    model.addAttribute("shown", shown);
    return shown.kind() == Kept.Kind.EVENT ? "workspace/event" : "workspace/service";
  }

  /// Both versions side by side, for the later editor to choose from.
  String stale(HttpServletResponse response, Model model, Compared compared) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("compared", compared);
    return "workspace/compare";
  }

  /// After a press that types nothing: a fault or somebody else's save is shown on the form.
  String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID id,
      Workspace.Saved saved,
      HttpServletResponse response,
      Model model) {
    here(page, organization);
    Listing<Organization> ours = workspace.get(caller, organization);
    return switch (saved) {
      case Workspace.Saved.Done done -> home(page, organization, done.kept());
      case Workspace.Saved.Faulty faulty ->
          faulty(
              response,
              model,
              shown(page, ours, workspace.get(caller, organization, id), faulty.faults()));
      case Workspace.Saved.Stale stale ->
          stale(response, model, new Compared(ours, stale.now(), stale.base(), stale.base()));
    };
  }

  static String home(Page page, OrganizationId organization, Kept kept) {
    return "redirect:" + Door.home(page, organization) + "?done=" + kept.state().code();
  }

  /// The form of a listing as it is kept.
  Shown shown(Page page, Listing<Organization> ours, Kept kept, List<Fault> faults) {
    return shown(page, ours, kept.kind(), kept, kept.version(), kept.sheet(), faults, "", "");
  }

  private Shown shown(
      Page page,
      Listing<Organization> ours,
      Kept.Kind kind,
      @Nullable Kept kept,
      int version,
      Sheet sheet,
      List<Fault> faults,
      String placeWords,
      String begun) {
    List<String> chosen =
        kind == Kept.Kind.EVENT
            ? List.of(sheet.get(Field.PLACE))
            : sheet.get(Field.PLACES).lines().toList();
    return new Shown(
        ours,
        kind,
        kept,
        version,
        begun,
        sheet,
        faults,
        parts.dates(sheet.get(Field.WHEN)),
        parts.week(page, sheet.get(Field.HOURS)),
        parts.own(ours.record(), chosen),
        placeWords,
        parts.found(ours.record(), placeWords),
        places.town(ours.record()),
        places.centre(ours.record(), sheet.get(Field.POINT)),
        classification.list(Term.Taxonomy.THEME));
  }

  static Sheet sheet(MultiValueMap<String, String> typed) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      for (Lang lang : Lang.values()) {
        String input = field.input(lang);
        inputs.put(input, String.join(field.separator(), typed.getOrDefault(input, List.of())));
      }
    }
    return new Sheet(inputs);
  }

  static int number(@Nullable String written) {
    return written != null && written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
  }

  static void here(Page page, OrganizationId organization) {
    // A form's own language links would lose what was typed; they lead to the list.
    page.is(Route.WORKSPACE, organization.toString());
  }

  /// What a field is called: «Mitä siellä tehdään» of an event, «Mitä se on» of a service.
  public static String label(Page page, Field field, Kept.Kind kind) {
    String key = "workspace.field." + field.code();
    String own = key + "." + kind.code();
    return page.say(page.has(own) ? own : key);
  }
}
