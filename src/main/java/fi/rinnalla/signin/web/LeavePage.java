package fi.rinnalla.signin.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The quick way out: whoever reads about a shelter and hears steps leaves by one press, is no
/// longer signed in, finds the weather on the screen, and this browser keeps nothing of ours to
/// read offline (after GOV.UK's "Exit this page"). What the browser's own history has, we can't
/// erase, but for ten minutes a step back to a sensitive page leads to the weather again.
@Controller
class LeavePage {
  /// Known to `leave.js`, which takes it away at the next page that was asked for on purpose.
  private static final String LEFT = "rinnalla-left";

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final Session session;
  private final SiteAddress site;

  LeavePage(Session session, SiteAddress site) {
    this.session = session;
    this.site = site;
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
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(LEFT, "1")
              .maxAge(REMEMBERED)
              .path("/")
              .sameSite("Lax")
              .secure(site.isSecure())
              .build()
              .toString());
    }
    return "redirect:" + page.say("leave.to");
  }
}
