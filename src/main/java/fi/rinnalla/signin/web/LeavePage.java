package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The quick way out: whoever reads about a shelter and hears steps leaves by one press, is no
/// longer signed in, finds the weather on the screen, and this browser keeps nothing of ours to
/// read offline (after GOV.UK's "Exit this page"; what the browser's own history has, we can't
/// erase).
@Controller
class LeavePage {
  private final Session session;

  LeavePage(Session session) {
    this.session = session;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/poistu", "/sv/lamna", "/en/leave"})
  String leave(Page page, HttpServletRequest request, HttpServletResponse response) {
    // A stranger's page that sends somebody here doesn't sign them out.
    String from = request.getHeader("Sec-Fetch-Site");
    if (from == null || from.equals("same-origin") || from.equals("none")) {
      session.end(request);
      // Not "cache": browsers take seconds over it, and seconds are what isn't there.
      response.setHeader("Clear-Site-Data", "\"storage\"");
    }
    return "redirect:" + page.say("leave.to");
  }
}
