package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.meetups.HandOver;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Taking over as a meet-up's host, by a letter's link. Mail scanners open links, so opening one
/// changes nothing.
@Controller
class HandOverPage {
  private final HandOver handOver;

  HandOverPage(HandOver handOver) {
    this.handOver = handOver;
  }

  @Needs(action = Action.READ, record = RecordType.MEETUP)
  @Limited(perHour = 60)
  @GetMapping({"/fi/vetovuoro/{token}", "/sv/vardskap/{token}", "/en/hosting/{token}"})
  String show(Page page, Caller caller, @PathVariable String token, Model model) {
    page.is(Route.HAND_OVER, token);
    model.addAttribute("offered", handOver.find(caller, token).orElse(null));
    model.addAttribute("token", token);
    return "meetups/hand-over";
  }

  @Needs(action = Action.UPDATE, record = RecordType.MEETUP)
  @Limited(perHour = 60)
  @PostMapping({"/fi/vetovuoro/{token}", "/sv/vardskap/{token}", "/en/hosting/{token}"})
  String accept(
      Page page,
      Caller caller,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      HttpServletResponse response,
      Model model) {
    if (act.equals("decline") && handOver.decline(caller, token)) {
      return "redirect:" + page.to(Route.MY_MEETUPS) + "?done=not_taken";
    }
    Optional<MeetupId> taken =
        act.equals("decline") ? Optional.empty() : handOver.accept(caller, token);
    if (taken.isPresent()) {
      return "redirect:" + page.to(Route.MEETUP, taken.get().toString()) + "?done=taken_over";
    }
    response.setStatus(422);
    page.is(Route.HAND_OVER, token);
    model.addAttribute("offered", null);
    model.addAttribute("token", token);
    return "meetups/hand-over";
  }
}
