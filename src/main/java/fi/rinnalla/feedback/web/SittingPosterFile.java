package fi.rinnalla.feedback.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.drawing.Drawings;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.feedback.Sitting;
import fi.rinnalla.feedback.SittingPoster;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A sitting's code to print and hang by the door; for its own people, as its link is.
@Controller
class SittingPosterFile {
  private static final String LATER_SECONDS = "10";

  private final FeedbackRounds rounds;
  private final Drawings drawings;
  private final Messages messages;
  private final SiteAddress site;

  SittingPosterFile(FeedbackRounds rounds, Drawings drawings, Messages messages, SiteAddress site) {
    this.rounds = rounds;
    this.drawings = drawings;
    this.messages = messages;
    this.site = site;
  }

  @Needs(action = Action.UPDATE, record = RecordType.FEEDBACK, in = Relation.ORGANIZATION)
  @Limited(perHour = 300)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/palaute/{round}/{sitting}/juliste.pdf",
    "/sv/min/organisation/{organization}/respons/{round}/{sitting}/affisch.pdf",
    "/en/my/organization/{organization}/feedback/{round}/{sitting}/poster.pdf"
  })
  ResponseEntity<byte[]> poster(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID round,
      @PathVariable UUID sitting) {
    FeedbackRounds.Shown shown = rounds.get(caller, organization.value(), round);
    Sitting one =
        shown.sittings().stream()
            .filter(it -> shown.owner() && it.id().equals(sitting))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(RecordType.FEEDBACK));
    SittingPoster poster = poster(page, shown.round(), one);
    return drawings
        .drawn(poster.content(), poster::drawn)
        .map(drawn ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"rinnalla.pdf\"")
                .body(drawn))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", LATER_SECONDS)
                .build());
  }

  private SittingPoster poster(Page page, Round round, Sitting sitting) {
    Text title = sitting.title().isEmpty() ? round.title() : sitting.title();
    Lang lang = page.lang();
    List<SittingPoster.Asked> ask =
        Stream.concat(Stream.of(lang), Stream.of(Lang.values()).filter(it -> it != lang))
            .map(it -> new SittingPoster.Asked(it, messages.say(it, "feedback.poster.ask")))
            .toList();
    String open =
        page.say(
            "feedback.poster.open",
            page.moment(sitting.startsAt()),
            page.moment(sitting.closesAt()));
    return new SittingPoster(
        lang,
        page.words(title) + " · " + page.date(Dates.day(sitting.startsAt())),
        ask,
        page.say("feedback.poster.how"),
        site.of(page.to(Route.FEEDBACK, sitting.token())),
        page.isDemo() ? open + " " + page.say("layout.demo") : open,
        page.today().atStartOfDay(Zone.HELSINKI).toInstant());
  }
}
