package fi.rinnalla.notifications.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.DemoOutbox;
import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/// The demonstration's letters, for whoever tries it. Elsewhere there is no such page.
@Controller
class DemoMailPage {
  private static final String PATH = "/demo/mail";

  private final DemoOutbox outbox;

  DemoMailPage(DemoOutbox outbox) {
    this.outbox = outbox;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(PATH)
  String show(Page page, Model model, HttpServletResponse response) {
    if (!outbox.isOpen()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("letters", outbox.letters());
    model.addAttribute("waiting", outbox.waiting());
    return "notifications/demo";
  }
}
