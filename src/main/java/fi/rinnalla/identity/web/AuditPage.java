package fi.rinnalla.identity.web;

import fi.rinnalla.audit.Audit;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's page: who did what to which closed record, newest first, and whether the chain is
/// whole. It tells no content.
@Controller
class AuditPage {
  private static final int ON_PAGE = 100;

  private final Audit audit;
  private final Gate gate;

  AuditPage(Audit audit, Gate gate) {
    this.audit = audit;
    this.gate = gate;
  }

  @Needs(action = Action.READ, record = RecordType.LOOK, in = Relation.ANY)
  @Transactional
  @GetMapping({"/fi/valvonta", "/sv/tillsyn", "/en/audit"})
  public String show(
      Page page, Caller caller, @RequestParam(defaultValue = "0") long before, Model model) {
    gate.open(caller, Action.READ, RecordType.LOOK, "all", Set.of(Relation.ANY), null);
    page.is(Route.AUDIT);
    Audit.End end = audit.end();
    model.addAttribute("entries", audit.newest(before <= 0 ? Long.MAX_VALUE : before, ON_PAGE));
    model.addAttribute("verdict", audit.verify());
    model.addAttribute("end", end.seq() + ":" + HexFormat.of().formatHex(end.hash()));
    model.addAttribute("more", ON_PAGE);
    return "identity/audit";
  }
}
