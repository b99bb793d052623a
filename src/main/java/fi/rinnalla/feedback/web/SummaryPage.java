package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Reviews;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The figures of a round, once its owner lets everybody see them.
@Controller
class SummaryPage {
  private final Reviews reviews;
  private final OrganizationNames names;

  SummaryPage(Reviews reviews, OrganizationNames names) {
    this.reviews = reviews;
    this.names = names;
  }

  @Needs(action = Action.READ, record = RecordType.FEEDBACK, in = Relation.PUBLISHED)
  @GetMapping({
    "/fi/palaute/yhteenveto/{round}",
    "/sv/respons/sammandrag/{round}",
    "/en/feedback/summary/{round}"
  })
  String show(Page page, Caller caller, @PathVariable UUID round, Model model) {
    FeedbackRounds.Shown shown =
        reviews.published(caller, round).orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    page.is(Route.FEEDBACK_SUMMARY, round.toString());
    model.addAttribute("shown", shown);
    model.addAttribute("organizer", names.of(new OrganizationId(shown.round().organization())));
    return "feedback/summary";
  }
}
