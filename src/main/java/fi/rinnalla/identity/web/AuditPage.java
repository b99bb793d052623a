package fi.rinnalla.identity.web;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.audit.Entry;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.storage.HouseWork;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's page: who did what to which closed record, newest first, and whether the chain is
/// whole. It tells no content. The log itself has ids only; a name is looked up when the page is
/// shown, and only of those who acted in a task (decision 0028).
@Controller
public class AuditPage {
  private static final int ON_PAGE = 100;
  private static final Set<Role> IN_A_TASK =
      EnumSet.complementOf(EnumSet.of(Role.VISITOR, Role.PARENT));

  private final Audit audit;
  private final Gate gate;
  private final People people;
  private final HouseWork house;

  AuditPage(Audit audit, Gate gate, People people, HouseWork house) {
    this.audit = audit;
    this.gate = gate;
    this.people = people;
    this.house = house;
  }

  /// What the page shows.
  ///
  /// @param names what those who acted in a task are called, as far as they are still here
  /// @param older the address of the page before; empty when there is none
  public record Shown(
      AuditAsked asked,
      List<Entry> entries,
      Map<UUID, String> names,
      Audit.Verdict verdict,
      String end,
      String older) {

    /// A name, or else the beginning of the id.
    public String who(Entry entry) {
      UUID actor = entry.actor();
      return actor == null ? "–" : isInATask(entry) ? nameOf(actor) : shortly(actor);
    }

    public String nameOf(UUID actor) {
      return names.getOrDefault(actor, shortly(actor));
    }

    private static String shortly(UUID id) {
      return id.toString().substring(0, 8);
    }
  }

  @Needs(action = Action.READ, record = RecordType.LOOK, in = Relation.ANY)
  @Transactional
  @GetMapping({"/fi/valvonta", "/sv/tillsyn", "/en/audit"})
  public String show(
      Page page,
      Caller caller,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    gate.open(caller, Action.READ, RecordType.LOOK, "all", Set.of(Relation.ANY), null);
    page.is(Route.AUDIT);
    AuditAsked asked = AuditAsked.of(typed);
    boolean faulty = !asked.faults().isEmpty();
    if (faulty) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    List<Entry> entries = faulty ? List.of() : audit.newest(asked.sought(), asked.end(), ON_PAGE);
    Audit.End end = audit.end();
    model.addAttribute(
        "shown",
        new Shown(
            asked,
            entries,
            names(entries),
            audit.verify(),
            end.seq() + ":" + HexFormat.of().formatHex(end.hash()),
            entries.size() == ON_PAGE ? asked.older(entries.getLast().seq()) : ""));
    return "identity/audit";
  }

  private Map<UUID, String> names(List<Entry> entries) {
    Set<UUID> actors =
        entries.stream()
            .filter(AuditPage::isInATask)
            .map(Entry::actor)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, String> names = new HashMap<>();
    house.step(() -> {
      actors.forEach(id ->
          people
              .find(new PersonId(id))
              .map(Person::name)
              .filter(name -> !name.isBlank())
              .ifPresent(name -> names.put(id, name)));
      return names;
    });
    return names;
  }

  private static boolean isInATask(Entry entry) {
    return IN_A_TASK.stream().anyMatch(role -> role.name().equals(entry.role()));
  }
}
