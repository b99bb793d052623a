package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Colleagues;
import fi.rinnalla.workspace.Invitation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the person who signed in was asked to do. Mail scanners open links, so the answer is a
/// button here and not the letter's link.
@Controller
public class InvitationsPage {
  private final Colleagues colleagues;
  private final Directory directory;

  InvitationsPage(Colleagues colleagues, Directory directory) {
    this.colleagues = colleagues;
    this.directory = directory;
  }

  /// What the page shows.
  ///
  /// @param names of the organizations
  /// @param late whether the answer that was just given came too late
  public record Shown(
      List<Invitation> invitations,
      Map<OrganizationId, Text> names,
      boolean declined,
      boolean late) {}

  @Needs(action = Action.READ, record = RecordType.INVITATION, in = Relation.OWN)
  @GetMapping({"/fi/oma/kutsut", "/sv/min/inbjudningar", "/en/my/invitations"})
  String show(
      Page page,
      Caller caller,
      @RequestParam(defaultValue = "false") boolean declined,
      Model model) {
    return page(page, caller, declined, false, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.INVITATION, in = Relation.OWN)
  @Limited(perHour = 60)
  @PostMapping({"/fi/oma/kutsut", "/sv/min/inbjudningar", "/en/my/invitations"})
  String answer(
      Page page,
      Caller caller,
      @RequestParam UUID invitation,
      @RequestParam(defaultValue = "false") boolean yes,
      HttpServletResponse response,
      Model model) {
    return switch (colleagues.answer(caller, invitation, yes)) {
      case Colleagues.Answered.Welcome welcome ->
          // Whoever works with families keeps no listings; their own page leads to their work.
          Role.KEEPERS.contains(welcome.role())
              ? "redirect:" + page.to(Route.WORKSPACE, welcome.organization().toString())
              : "redirect:" + page.to(Route.OWN);
      case Colleagues.Answered.Declined _ ->
          "redirect:" + page.to(Route.INVITATIONS) + "?declined=true";
      case Colleagues.Answered.NotGood _ -> {
        response.setStatus(422);
        yield page(page, caller, false, true, model);
      }
    };
  }

  private String page(Page page, Caller caller, boolean declined, boolean late, Model model) {
    page.is(Route.INVITATIONS);
    List<Invitation> open = colleagues.mine(caller);
    Map<OrganizationId, Text> names = new HashMap<>();
    directory
        .organizations(open.stream().map(Invitation::organization).toList())
        .forEach(it -> names.put(it.record().id(), it.record().name()));
    model.addAttribute("shown", new Shown(open, names, declined, late));
    return "workspace/invitations";
  }
}
