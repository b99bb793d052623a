package fi.rinnalla.workspace.web;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.workspace.Corrections;
import fi.rinnalla.workspace.Fault;
import fi.rinnalla.workspace.Part;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Corrects what came by a feed: by the organization from its own page, and by those who look after
/// the area from the address of the public one.
@Controller
public class CorrectionPage {
  private final Corrections corrections;
  private final Calendar calendar;
  private final Directory directory;

  CorrectionPage(Corrections corrections, Calendar calendar, Directory directory) {
    this.corrections = corrections;
    this.calendar = calendar;
    this.directory = directory;
  }

  /// What the page shows.
  ///
  /// @param action where the form posts
  /// @param back where one came from
  /// @param others the same page in the other languages, whose words are corrected there
  /// @param typed what was typed and not taken
  public record Shown(
      Corrections.Sheet sheet,
      String action,
      String back,
      Map<Lang, String> others,
      Map<Part, String> typed,
      List<Fault> faults,
      boolean done) {

    public Optional<Fault> fault(Part part) {
      return faults.stream().filter(it -> it.input().equals(part.code())).findFirst();
    }

    public String value(Corrections.Line line) {
      return typed.getOrDefault(line.part(), line.correction());
    }
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/korjaa",
    "/sv/min/organisation/{organization}/ratta",
    "/en/my/organization/{organization}/correct"
  })
  String ours(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID record,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    return ours(page, caller, organization, record, Map.of(), List.of(), done, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.EVENT, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/korjaa",
    "/sv/min/organisation/{organization}/ratta",
    "/en/my/organization/{organization}/correct"
  })
  String correct(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID record,
      @RequestParam Map<String, String> inputs,
      HttpServletResponse response,
      Model model) {
    require(caller, organization);
    Map<Part, String> typed = typed(inputs);
    return switch (corrections.save(caller, record, typed, page.lang())) {
      case Corrections.Saved.Done _ ->
          "redirect:" + Door.CORRECT.of(page, organization) + "?done=true&record=" + record;
      case Corrections.Saved.Faulty faulty -> {
        response.setStatus(422);
        yield ours(page, caller, organization, record, typed, faulty.faults(), false, model);
      }
    };
  }

  /// An organization corrects its own records under its own address, and under no other.
  private static void require(Caller caller, OrganizationId organization) {
    if (!caller.organizations().contains(organization.value())) {
      throw new NoSuchRecord(RecordType.EVENT);
    }
  }

  private String ours(
      Page page,
      Caller caller,
      OrganizationId organization,
      UUID record,
      Map<Part, String> typed,
      List<Fault> faults,
      boolean done,
      Model model) {
    require(caller, organization);
    page.is(Route.WORKSPACE, organization.toString());
    return show(
        model,
        new Shown(
            corrections.get(caller, record, page.lang()),
            Door.CORRECT.of(page, organization),
            Door.home(page, organization),
            others(page, it -> Door.CORRECT.of(it, organization) + "?record=" + record),
            typed,
            faults,
            done));
  }

  @Needs(action = Action.MODERATE, record = RecordType.EVENT, in = Relation.REGION)
  @GetMapping({"/fi/oma/korjaa", "/sv/min/ratta", "/en/my/correct"})
  String staff(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    page.is(Route.CORRECT);
    Optional<UUID> record = find(address);
    if (record.isEmpty()) {
      model.addAttribute("address", address);
      return "workspace/find";
    }
    return staff(page, caller, record.get(), Map.of(), List.of(), done, model);
  }

  @Needs(action = Action.MODERATE, record = RecordType.EVENT, in = Relation.REGION)
  @PostMapping({"/fi/oma/korjaa", "/sv/min/ratta", "/en/my/correct"})
  String moderate(
      Page page,
      Caller caller,
      @RequestParam UUID record,
      @RequestParam Map<String, String> inputs,
      HttpServletResponse response,
      Model model) {
    Map<Part, String> typed = typed(inputs);
    return switch (corrections.save(caller, record, typed, page.lang())) {
      case Corrections.Saved.Done _ ->
          "redirect:" + page.to(Route.CORRECT) + "?done=true&address=" + record;
      case Corrections.Saved.Faulty faulty -> {
        response.setStatus(422);
        yield staff(page, caller, record, typed, faulty.faults(), false, model);
      }
    };
  }

  private String staff(
      Page page,
      Caller caller,
      UUID record,
      Map<Part, String> typed,
      List<Fault> faults,
      boolean done,
      Model model) {
    page.is(Route.CORRECT);
    return show(
        model,
        new Shown(
            corrections.get(caller, record, page.lang()),
            page.to(Route.CORRECT),
            page.to(Route.CORRECT),
            others(page, it -> Route.CORRECT.path(it) + "?address=" + record),
            typed,
            faults,
            done));
  }

  /// By the address of a public page, or by id.
  private Optional<UUID> find(String address) {
    String last = address.strip().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    if (last.isEmpty() || last.length() > 200) {
      return Optional.empty();
    }
    Optional<UUID> id = WrittenId.find(last);
    if (id.isPresent()) {
      return id;
    }
    return calendar
        .find(last)
        .map(it -> it.event().id().value())
        .or(() -> directory.findService(last).map(it -> it.record().uuid()));
  }

  /// What the person changed: a field that is as it was shown isn't touched, so that two who
  /// correct different fields don't undo each other.
  private static Map<Part, String> typed(Map<String, String> inputs) {
    Map<Part, String> typed = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String words = inputs.get(part.code());
      String was = inputs.getOrDefault("was_" + part.code(), "").replace("\r\n", "\n");
      if (part.code().equals(inputs.get("drop"))) {
        return Map.of(part, "");
      }
      if (words != null && !words.replace("\r\n", "\n").strip().equals(was.strip())) {
        typed.put(part, words.replace("\r\n", "\n"));
      }
    }
    return typed;
  }

  private static Map<Lang, String> others(Page page, Function<Lang, String> address) {
    Map<Lang, String> others = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      if (lang != page.lang()) {
        others.put(lang, address.apply(lang));
      }
    }
    return others;
  }

  private static String show(Model model, Shown shown) {
    model.addAttribute("shown", shown);
    return "workspace/correct";
  }
}
