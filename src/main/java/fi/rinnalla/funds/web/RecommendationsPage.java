package fi.rinnalla.funds.web;

import fi.rinnalla.funds.HobbyApplication;
import fi.rinnalla.funds.HobbyApplication.Word;
import fi.rinnalla.funds.Recommendations;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a professional is asked: to say that the need is seen, or not.
@Controller
public class RecommendationsPage {
  private final Recommendations recommendations;

  RecommendationsPage(Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  /// What one question's page shows.
  ///
  /// @param it nothing when the link isn't good
  /// @param wrong the end of the key of why nothing was said, or nothing
  public record Shown(Optional<HobbyApplication> it, String key, boolean done, String wrong) {}

  @Needs(action = Action.READ, record = RecordType.RECOMMENDATION)
  @GetMapping({"/fi/oma/suositukset", "/sv/min/rekommendationer", "/en/my/recommendations"})
  String list(Page page, Caller caller, @RequestParam(defaultValue = "") String done, Model model) {
    page.is(Route.RECOMMENDATIONS).beSensitive();
    List<HobbyApplication> all = recommendations.of(caller);
    model.addAttribute("all", all);
    model.addAttribute("begun", done.equals("begun"));
    return "funds/recommendations";
  }

  @Needs(action = Action.READ, record = RecordType.RECOMMENDATION)
  @Limited(perHour = 120)
  @GetMapping({
    "/fi/oma/suositukset/{key}",
    "/sv/min/rekommendationer/{key}",
    "/en/my/recommendations/{key}"
  })
  String one(
      Page page,
      Caller caller,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    return shown(page, caller, key, done.equals("said"), "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.RECOMMENDATION)
  @Limited(perHour = 120)
  @PostMapping({
    "/fi/oma/suositukset/{key}",
    "/sv/min/rekommendationer/{key}",
    "/en/my/recommendations/{key}"
  })
  String say(
      Page page,
      Caller caller,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String word,
      HttpServletResponse response,
      Model model) {
    Optional<Word> said =
        Arrays.stream(Word.values()).filter(it -> it.code().equals(word)).findFirst();
    if (said.isEmpty()) {
      response.setStatus(422);
      return shown(page, caller, key, false, "none", model);
    }
    Recommendations.Outcome outcome = recommendations.say(caller, key, said.get());
    if (outcome == Recommendations.Outcome.DONE) {
      return "redirect:" + page.to(Route.RECOMMENDATIONS, key) + "?done=said";
    }
    response.setStatus(422);
    return shown(page, caller, key, false, outcome.name().toLowerCase(Locale.ROOT), model);
  }

  private String shown(
      Page page, Caller caller, String key, boolean done, String wrong, Model model) {
    page.is(Route.RECOMMENDATIONS, key).beSensitive();
    if (!wrong.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute("shown", new Shown(recommendations.find(caller, key), key, done, wrong));
    return "funds/recommend";
  }
}
