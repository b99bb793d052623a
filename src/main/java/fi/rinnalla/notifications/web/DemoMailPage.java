package fi.rinnalla.notifications.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.DemoOutbox;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The demonstration's letters, for whoever tries it; no part of the pages in three languages, so
/// the language is asked for in the query. Elsewhere there is no such page.
@Controller
class DemoMailPage {
  private static final String PATH = "/demo/mail";

  private final DemoOutbox outbox;
  private final Pages pages;

  DemoMailPage(DemoOutbox outbox, Pages pages) {
    this.outbox = outbox;
    this.pages = pages;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(PATH)
  String show(
      @RequestParam(defaultValue = "fi") String kieli, Model model, HttpServletResponse response) {
    if (!outbox.isOpen()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Lang lang = Lang.find(kieli).orElse(Lang.FI);
    Page page = pages.at("/" + lang.code(), null);
    page.is(other -> PATH + "?kieli=" + other.code());
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("page", page);
    model.addAttribute("letters", outbox.letters());
    model.addAttribute("waiting", outbox.waiting());
    return "notifications/demo";
  }
}
