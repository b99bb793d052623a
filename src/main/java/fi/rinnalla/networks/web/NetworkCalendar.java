package fi.rinnalla.networks.web;

import fi.rinnalla.calendar.PrivateMeeting;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.networks.Network;
import fi.rinnalla.networks.Networks;
import fi.rinnalla.pages.Page;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The meeting of a network, for the calendars of the family and of those who have joined.
@Controller
class NetworkCalendar {
  private final Networks networks;

  NetworkCalendar(Networks networks) {
    this.networks = networks;
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK, in = Relation.OWN)
  @Limited(perHour = 60)
  @GetMapping({
    "/fi/oma/verkostot/{network}/tapaaminen.ics",
    "/sv/min/natverk/{network}/traff.ics",
    "/en/my/networks/{network}/meeting.ics"
  })
  ResponseEntity<byte[]> own(Page page, Caller caller, @PathVariable String network) {
    Network its = networks.peek(caller, LuuriPage.id(network));
    return file(page, its.id().toString(), its.agreed(), RecordType.NETWORK);
  }

  @Needs(action = Action.READ, record = RecordType.NETWORK_MEMBER, in = Relation.OWN)
  @Limited(perHour = 60)
  @GetMapping({
    "/fi/oma/verkostoissa/{member}/tapaaminen.ics",
    "/sv/min/i-natverk/{member}/traff.ics",
    "/en/my/in-networks/{member}/meeting.ics"
  })
  ResponseEntity<byte[]> member(Page page, Caller caller, @PathVariable String member) {
    Networks.Seen seen = networks.see(caller, NetworksPage.uuid(member));
    return file(page, seen.me().id().toString(), seen.meeting(), RecordType.NETWORK_MEMBER);
  }

  private static ResponseEntity<byte[]> file(
      Page page, String uid, Network.@Nullable Meeting meeting, RecordType record) {
    if (meeting == null) {
      throw new NoSuchRecord(record);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tapaaminen.ics").build().toString())
        .body(
            new PrivateMeeting(uid, page.say("networks.calendar"), meeting.at())
                .toBytes(page.now()));
  }
}
