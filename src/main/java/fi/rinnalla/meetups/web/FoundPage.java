package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.meetups.Founding;
import fi.rinnalla.meetups.Founding.Founded;
import fi.rinnalla.meetups.Meetup;
import fi.rinnalla.meetups.MeetupId;
import fi.rinnalla.meetups.Plan;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Three fields make a group of a weekly meet-up. Of one that isn't the caller's, or can't become a
/// group, the page says the same.
@Controller
public class FoundPage {
  private final Founding founding;

  FoundPage(Founding founding) {
    this.founding = founding;
  }

  /// What the page shows.
  ///
  /// @param open whether the meet-up can become a group
  public record Shown(FoundForm form, boolean open, String address) {

    public Plan.Ages[] ages() {
      return Plan.Ages.values();
    }

    /// The page's own language first.
    public List<Lang> langs(Page page) {
      List<Lang> langs = new ArrayList<>(List.of(Lang.values()));
      langs.remove(page.lang());
      langs.addFirst(page.lang());
      return langs;
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.GROUP, in = Relation.OWN)
  @GetMapping({
    "/fi/perusta-ryhma/{meetup}",
    "/sv/grunda-grupp/{meetup}",
    "/en/found-group/{meetup}"
  })
  String show(Page page, Caller caller, @PathVariable String meetup, Model model) {
    MeetupId id = MeetupPage.id(meetup);
    Plan.Ages ages =
        founding.find(caller, id).map(Meetup::plan).map(Plan::ages).orElse(Plan.Ages.ALL);
    return page(page, caller, id, FoundForm.empty(ages), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.GROUP, in = Relation.OWN)
  @Limited(perHour = 30)
  @PostMapping({
    "/fi/perusta-ryhma/{meetup}",
    "/sv/grunda-grupp/{meetup}",
    "/en/found-group/{meetup}"
  })
  String found(
      Page page,
      Caller caller,
      @PathVariable String meetup,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response,
      Model model) {
    MeetupId id = MeetupPage.id(meetup);
    FoundForm form = FoundForm.read(sent, page.lang());
    if (form.faults().isEmpty() && founding.find(caller, id).isPresent()) {
      Founded founded =
          founding.found(caller, id, form.name(), form.ages(), form.get("words"), page.lang());
      if (founded instanceof Founded.Done done) {
        return "redirect:" + page.to(Route.GROUP, done.group().id().toString()) + "?done=founded";
      }
    }
    response.setStatus(422);
    return page(page, caller, id, form, model);
  }

  private String page(Page page, Caller caller, MeetupId id, FoundForm form, Model model) {
    page.is(Route.FOUND_GROUP, id.toString());
    model.addAttribute(
        "shown",
        new Shown(
            form,
            founding.find(caller, id).isPresent(),
            page.to(Route.FOUND_GROUP, id.toString())));
    return "meetups/found";
  }
}
