package fi.rinnalla.referrals.web;

import fi.rinnalla.calendar.PrivateMeeting;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.referrals.Accompaniment;
import fi.rinnalla.referrals.Beside;
import fi.rinnalla.referrals.HelpCaseId;
import fi.rinnalla.referrals.HelpRequests;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Something arranged with a navigator, for the family's own calendar.
@Controller
class AccompanimentCalendar {
  private final HelpRequests requests;
  private final Beside beside;

  AccompanimentCalendar(HelpRequests requests, Beside beside) {
    this.requests = requests;
    this.beside = beside;
  }

  @Needs(action = Action.READ, record = RecordType.HELP_CASE, in = Relation.OWN)
  @Limited(perHour = 60)
  @GetMapping({
    "/fi/oma/asiat/{case}/{accompaniment}.ics",
    "/sv/min/arenden/{case}/{accompaniment}.ics",
    "/en/my/matters/{case}/{accompaniment}.ics"
  })
  ResponseEntity<byte[]> one(
      Page page,
      Caller caller,
      @PathVariable("case") UUID helpCase,
      @PathVariable UUID accompaniment) {
    Accompaniment its =
        beside
            .of(requests.get(caller, new HelpCaseId(helpCase)).helpCase())
            .accompaniments()
            .stream()
            .filter(it -> it.id().equals(accompaniment))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(RecordType.HELP_CASE));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tapaaminen.ics").build().toString())
        .body(
            new PrivateMeeting(its.id().toString(), page.say("case.calendar"), its.startsAt())
                .toBytes(page.now()));
  }
}
