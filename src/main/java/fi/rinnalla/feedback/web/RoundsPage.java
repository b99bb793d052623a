package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// All that an organization hears of.
@Controller
class RoundsPage {
  private final FeedbackRounds rounds;
  private final OrganizationNames names;

  RoundsPage(FeedbackRounds rounds, OrganizationNames names) {
    this.rounds = rounds;
    this.names = names;
  }

  @Needs(
      action = Action.READ,
      record = RecordType.FEEDBACK,
      in = {Relation.ORGANIZATION, Relation.ASSIGNED})
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/palaute",
    "/sv/min/organisation/{organization}/respons",
    "/en/my/organization/{organization}/feedback"
  })
  String list(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    page.is(lang -> Addresses.rounds(lang, organization.value()));
    List<Round> all = rounds.of(caller, organization.value());
    Set<UUID> owners = all.stream().map(Round::organization).collect(Collectors.toSet());
    owners.add(organization.value());
    model.addAttribute("organization", organization.value());
    model.addAttribute("rounds", all);
    model.addAttribute("named", names.of(owners.stream().map(OrganizationId::new).toList()));
    return "feedback/rounds";
  }
}
