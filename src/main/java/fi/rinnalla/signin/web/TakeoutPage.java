package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.signin.Takeout;
import fi.rinnalla.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What somebody takes along: all that is kept of them, and the receipt that nothing is any more.
@Controller
class TakeoutPage {
  private final Takeout takeout;
  private final Vault vault;
  private final Session session;

  TakeoutPage(Takeout takeout, Vault vault, Session session) {
    this.takeout = takeout;
    this.vault = vault;
    this.session = session;
  }

  /// Everything at once is asked for by whoever has just come in, not by whoever finds an open
  /// page.
  @Needs(action = Action.READ, record = RecordType.ACCOUNT)
  @Limited(perHour = 20)
  @GetMapping({"/fi/oma/tiedot", "/sv/min/uppgifter", "/en/my/data"})
  ResponseEntity<byte[]> take(Page page, Caller caller) {
    if (!session.mayUndo()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, Back.again(page, Route.TAKEOUT))
          .build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("rinnalla.json").build().toString())
        .body(takeout.of(caller).getBytes(StandardCharsets.UTF_8));
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @Limited(perHour = 120)
  @GetMapping({"/fi/kuitti/{id}", "/sv/kvitto/{id}", "/en/receipt/{id}"})
  String receipt(Page page, @PathVariable String id, Model model) {
    page.is(Route.RECEIPT, id);
    model.addAttribute("receipt", found(id).orElse(null));
    return "signin/receipt";
  }

  private Optional<Vault.Receipt> found(String id) {
    return WrittenId.find(id).flatMap(vault::receipt);
  }
}
