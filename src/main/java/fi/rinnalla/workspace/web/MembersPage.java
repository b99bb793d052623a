package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.workspace.ClaimDecisions;
import fi.rinnalla.workspace.Colleagues;
import fi.rinnalla.workspace.Invitation;
import fi.rinnalla.workspace.Members;
import fi.rinnalla.workspace.Workspace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who keeps the organization's page; its owners ask others along and let them go.
@Controller
public class MembersPage {
  /// Whom an owner may ask to work here, as the form has them.
  public static final List<Role> INVITED =
      List.of(
          Role.ORG_EDITOR,
          Role.ORG_OWNER,
          Role.ADVISER,
          Role.NAVIGATOR,
          Role.PROFESSIONAL,
          Role.HOBBY_HANDLER);

  private static final int UNPROCESSABLE = 422;

  private final Workspace workspace;
  private final Members members;
  private final Colleagues colleagues;
  private final ClaimDecisions claims;

  MembersPage(Workspace workspace, Members members, Colleagues colleagues, ClaimDecisions claims) {
    this.workspace = workspace;
    this.members = members;
    this.colleagues = colleagues;
    this.claims = claims;
  }

  /// What the page shows.
  ///
  /// @param email what was typed
  /// @param fault the end of a message's key, or nothing
  /// @param done the end of a message's key, or nothing
  public record Shown(
      Listing<Organization> organization,
      Members.Team team,
      List<Invitation> open,
      List<ClaimDecisions.Asking> asking,
      String email,
      String fault,
      String done) {

    public OrganizationId id() {
      return organization.record().id();
    }
  }

  @Needs(action = Action.READ, record = RecordType.ROLE, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/tekijat",
    "/sv/min/organisation/{organization}/medlemmar",
    "/en/my/organization/{organization}/people"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = page.has("members.done." + done) ? done : "";
    return page(page, caller, organization, "", "", said, model);
  }

  @Needs(action = Action.CREATE, record = RecordType.INVITATION, in = Relation.ORGANIZATION)
  @Limited(perHour = 30)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/kutsu",
    "/sv/min/organisation/{organization}/medlemmar/bjud-in",
    "/en/my/organization/{organization}/people/invite"
  })
  String invite(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "ORG_EDITOR") String role,
      HttpServletResponse response,
      Model model) {
    Optional<EmailAddress> to = EmailAddress.find(email);
    String fault =
        to.isEmpty()
            ? email.isBlank() ? "empty" : "address"
            : switch (colleagues.ask(caller, organization, to.get(), role(role), page.lang())) {
              case Colleagues.Asked.Sent _ -> "";
              case Colleagues.Asked.AlreadyMember _ -> "member";
              case Colleagues.Asked.AlreadyAsked _ -> "asked";
              case Colleagues.Asked.Enough _ -> "enough";
              case Colleagues.Asked.TooManyOpen _ -> "too_many";
            };
    if (fault.isEmpty()) {
      return back(page, organization, "invited");
    }
    response.setStatus(UNPROCESSABLE);
    return page(page, caller, organization, email, fault, "", model);
  }

  @Needs(action = Action.DELETE, record = RecordType.INVITATION, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/peru-kutsu",
    "/sv/min/organisation/{organization}/medlemmar/dra-tillbaka",
    "/en/my/organization/{organization}/people/uninvite"
  })
  String uninvite(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID invitation) {
    colleagues.withdraw(caller, organization, invitation);
    return back(page, organization, "uninvited");
  }

  @Needs(action = Action.CREATE, record = RecordType.ROLE, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/tehtava",
    "/sv/min/organisation/{organization}/medlemmar/uppgift",
    "/en/my/organization/{organization}/people/role"
  })
  String change(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID person,
      @RequestParam String role,
      HttpServletResponse response,
      Model model) {
    Members.Outcome outcome =
        members.change(caller, organization, new PersonId(person), role(role));
    return after(page, caller, organization, outcome, "changed", response, model);
  }

  @Needs(action = Action.DELETE, record = RecordType.ROLE, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/poista",
    "/sv/min/organisation/{organization}/medlemmar/ta-bort",
    "/en/my/organization/{organization}/people/remove"
  })
  String remove(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID person,
      HttpServletResponse response,
      Model model) {
    Members.Outcome outcome = members.remove(caller, organization, new PersonId(person));
    return after(page, caller, organization, outcome, "removed", response, model);
  }

  @Needs(action = Action.DELETE, record = RecordType.ROLE, in = Relation.OWN)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/lahde",
    "/sv/min/organisation/{organization}/medlemmar/lamna",
    "/en/my/organization/{organization}/people/leave"
  })
  String leave(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      HttpServletResponse response,
      Model model) {
    Members.Outcome outcome = members.leave(caller, organization);
    return outcome instanceof Members.Outcome.Done
        ? "redirect:" + page.to(Route.OWN)
        : after(page, caller, organization, outcome, "", response, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.CLAIM, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/tekijat/vastaa",
    "/sv/min/organisation/{organization}/medlemmar/svara",
    "/en/my/organization/{organization}/people/answer"
  })
  String answer(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam UUID claim,
      @RequestParam(defaultValue = "false") boolean yes,
      HttpServletResponse response,
      Model model) {
    return switch (claims.decide(caller, claim, yes, "")) {
      case ClaimDecisions.Decided.Granted _ -> back(page, organization, "granted");
      case ClaimDecisions.Decided.Refused _ -> back(page, organization, "refused");
      case ClaimDecisions.Decided.AlreadyKept _, ClaimDecisions.Decided.NotGood _ -> {
        response.setStatus(UNPROCESSABLE);
        yield page(page, caller, organization, "", "answered", "", model);
      }
    };
  }

  private String after(
      Page page,
      Caller caller,
      OrganizationId organization,
      Members.Outcome outcome,
      String done,
      HttpServletResponse response,
      Model model) {
    return switch (outcome) {
      case Members.Outcome.Done _ -> back(page, organization, done);
      case Members.Outcome.LastOwner _ -> {
        response.setStatus(UNPROCESSABLE);
        yield page(page, caller, organization, "", "last_owner", "", model);
      }
    };
  }

  private String page(
      Page page,
      Caller caller,
      OrganizationId organization,
      String email,
      String fault,
      String done,
      Model model) {
    Members.Team team = members.of(caller, organization);
    // A page that was made for a form would lose what was typed; its language links lead home.
    page.is(Route.WORKSPACE, organization.toString());
    model.addAttribute(
        "shown",
        new Shown(
            workspace.get(caller, organization),
            team,
            team.mayChange() ? colleagues.open(caller, organization) : List.of(),
            team.mayChange() ? claims.forOwner(caller, organization) : List.of(),
            email,
            fault,
            done));
    return "workspace/members";
  }

  /// As it is written; else an editor's, which gives little.
  private static Role role(String written) {
    return INVITED.stream()
        .filter(it -> it.name().equals(written))
        .findFirst()
        .orElse(Role.ORG_EDITOR);
  }

  /// After members have changed the caller may be an editor now, who still sees the list.
  private static String back(Page page, OrganizationId organization, String done) {
    return "redirect:" + Door.MEMBERS.of(page, organization) + "?done=" + done;
  }
}
