package fi.rinnalla.funds.web;

import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.funds.FundRoundId;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.funds.HobbyDrafts;
import fi.rinnalla.funds.HobbyDrafts.Outcome;
import fi.rinnalla.funds.HobbyWords;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a professional begins an application with a parent who is beside them.
@Controller
public class HobbyDraftPage {
  private final HobbyDrafts drafts;
  private final Funds funds;
  private final OrganizationNames names;
  private final Areas areas;

  HobbyDraftPage(HobbyDrafts drafts, Funds funds, OrganizationNames names, Areas areas) {
    this.drafts = drafts;
    this.funds = funds;
    this.names = names;
    this.areas = areas;
  }

  /// What the page shows.
  ///
  /// @param typed by field
  /// @param faults by the field that has to be mended, the ends of the keys of why
  public record Shown(
      HobbySupportPage.Shown open,
      Map<String, String> typed,
      HobbyWords words,
      Map<String, String> faults) {
    public String value(String field) {
      return typed.getOrDefault(field, "");
    }

    public @Nullable String invalid(String field) {
      return faults.containsKey(field) ? "true" : null;
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.RECOMMENDATION)
  @GetMapping({
    "/fi/oma/aloita-harrastushakemus",
    "/sv/min/borja-hobbyansokan",
    "/en/my/begin-hobby-application"
  })
  String form(Page page, Model model) {
    return form(page, Map.of("lang", page.lang().code()), Map.of(), model);
  }

  @Needs(action = Action.CREATE, record = RecordType.RECOMMENDATION)
  @Limited(perHour = 60)
  @PostMapping({
    "/fi/oma/aloita-harrastushakemus",
    "/sv/min/borja-hobbyansokan",
    "/en/my/begin-hobby-application"
  })
  String begin(
      Page page,
      Caller caller,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    HobbyDrafts.Begun begun =
        new HobbyDrafts.Begun(
            WrittenId.find(typed.getOrDefault("round", "")).map(FundRoundId::new).orElse(null),
            HobbyForm.line(typed, "parent"),
            Lang.find(typed.getOrDefault("lang", "")).orElse(page.lang()),
            HobbyForm.words(typed),
            typed.containsKey("agreed"),
            typed.containsKey("seen"));
    return switch (drafts.begin(caller, begun)) {
      case Outcome.Done _ -> "redirect:" + page.to(Route.RECOMMENDATIONS) + "?done=begun";
      case Outcome.Faulty(Map<String, String> faults) -> {
        response.setStatus(422);
        yield form(page, typed, faults, model);
      }
      case Outcome.TooMany _ -> {
        response.setStatus(422);
        yield form(page, typed, Map.of("send", "too_many"), model);
      }
    };
  }

  private String form(
      Page page, Map<String, String> typed, Map<String, String> faults, Model model) {
    page.is(Route.HOBBY_DRAFT).beSensitive();
    if (!faults.isEmpty()) {
      page.beFaulty();
    }
    model.addAttribute(
        "shown",
        new Shown(
            HobbySupportPage.shown(funds, names, areas), typed, HobbyForm.words(typed), faults));
    return "funds/draft";
  }
}
