package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Advisers;
import fi.rinnalla.advice.DeskArticles;
import fi.rinnalla.advice.DeskKeeping;
import fi.rinnalla.advice.DeskKeeping.Outcome;
import fi.rinnalla.advice.DutyException;
import fi.rinnalla.advice.DutyWindow;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.WrittenId;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One desk for those who keep it: its name, its hours, the days that aren't as usual, who runs it
/// together, and who sits there.
@Controller
public class KeptDeskPage {
  private static final Set<String> DONE =
      Set.of("tell", "week", "except", "as_usual", "share", "part", "seat", "unseat");

  private final DeskKeeping keeping;
  private final Advisers advisers;
  private final OrganizationNames names;
  private final DeskArticles articles;

  KeptDeskPage(
      DeskKeeping keeping, Advisers advisers, OrganizationNames names, DeskArticles articles) {
    this.articles = articles;
    this.keeping = keeping;
    this.advisers = advisers;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param act which of its forms something was wrong in
  /// @param found organizations of which one may be asked along
  /// @param drafts how many questions and answers wait to be published
  public record Shown(
      UUID organization,
      DeskKeeping.Kept kept,
      DeskForm form,
      Advisers.Table table,
      Map<UUID, Text> named,
      OrganizationNames.Found found,
      long drafts,
      Map<String, String> typed,
      String act,
      String fault,
      String done) {

    public String value(String name) {
      return typed.getOrDefault(name, "");
    }

    public String hours(Page page, DayOfWeek day) {
      return act.equals("week")
          ? value("day_" + day.getValue())
          : HoursForm.write(page.lang(), kept.hours(), day);
    }

    public String hours(Page page, DutyException exception) {
      return HoursForm.write(page.lang(), exception);
    }

    public boolean isFaulty(String form) {
      return act.equals(form) && !fault.isEmpty();
    }

    /// Which day of the week is to be mended, when it is one.
    public Optional<DayOfWeek> faultyDay() {
      return isFaulty("week") ? HoursForm.faultyDay(typed) : Optional.empty();
    }

    /// The field to mend first.
    public String faulty() {
      return switch (fault) {
        case "no_name" -> act.equals("seat") ? "adviser_name" : "name";
        case "no_language" -> "languages";
        case "bad_number" -> "most";
        case "bad_time", "overlap" ->
            faultyDay().map(it -> "day_" + it.getValue()).orElse("windows");
        case "bad_days" -> "first";
        case "no_reason" -> "reason";
        case "nobody" -> "person";
        default -> act.equals("share") ? "q" : "name";
      };
    }
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}",
    "/sv/min/organisation/{organization}/radgivning/{desk}",
    "/en/my/organization/{organization}/advice/{desk}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    String known = DONE.contains(done) ? done : "";
    return page(page, caller, organization.value(), desk, Map.of("q", q), "", "", known, model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}",
    "/sv/min/organisation/{organization}/radgivning/{desk}",
    "/en/my/organization/{organization}/advice/{desk}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    String act = typed.getOrDefault("act", "");
    UUID ours = organization.value();
    String fault =
        switch (act) {
          case "tell" ->
              DeskForm.code(keeping.tell(caller, ours, desk, DeskForm.read(typed).told()));
          case "week" -> week(caller, ours, desk, typed);
          case "except" -> except(page, caller, ours, desk, typed);
          case "as_usual", "share", "part", "seat", "unseat" ->
              uuid(typed).map(it -> with(caller, ours, desk, act, it, typed)).orElse("choose");
          default -> {
            keeping.get(caller, ours, desk);
            yield "choose";
          }
        };
    if (fault.isEmpty()) {
      return "redirect:" + Addresses.kept(page.lang(), ours, desk) + "?done=" + act;
    }
    response.setStatus(422);
    return page(page, caller, ours, desk, typed, act, fault, "", model);
  }

  private String week(Caller caller, UUID ours, UUID desk, Map<String, String> typed) {
    Optional<List<DutyWindow>> week = HoursForm.week(typed);
    if (week.isEmpty()) {
      keeping.get(caller, ours, desk);
      return DeskForm.code(Outcome.BAD_TIME);
    }
    return DeskForm.code(keeping.week(caller, ours, desk, week.get()));
  }

  private String except(Page page, Caller caller, UUID ours, UUID desk, Map<String, String> typed) {
    return switch (HoursForm.exception(typed, page.today())) {
      case HoursForm.Read.Good(DutyException exception) ->
          DeskForm.code(keeping.except(caller, ours, desk, exception));
      case HoursForm.Read.BadDays _ -> DeskForm.code(Outcome.BAD_DAYS);
      case HoursForm.Read.BadTime _ -> DeskForm.code(Outcome.BAD_TIME);
    };
  }

  private String with(
      Caller caller, UUID ours, UUID desk, String act, UUID id, Map<String, String> typed) {
    return switch (act) {
      case "as_usual" -> DeskForm.code(keeping.asUsual(caller, ours, desk, id));
      case "share", "part" ->
          DeskForm.code(keeping.share(caller, ours, desk, id, act.equals("share")));
      case "seat" ->
          code(
              advisers.seat(
                  caller, ours, desk, new PersonId(id), typed.getOrDefault("adviser_name", "")));
      default -> code(advisers.unseat(caller, ours, desk, new PersonId(id)));
    };
  }

  private static String code(Advisers.Outcome outcome) {
    return outcome == Advisers.Outcome.DONE ? "" : outcome.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<UUID> uuid(Map<String, String> typed) {
    return WrittenId.find(typed.getOrDefault("id", ""));
  }

  private String page(
      Page page,
      Caller caller,
      UUID ours,
      UUID desk,
      Map<String, String> typed,
      String act,
      String fault,
      String done,
      Model model) {
    DeskKeeping.Kept kept = keeping.get(caller, ours, desk);
    DeskForm form = act.equals("tell") ? DeskForm.read(typed) : DeskForm.of(kept.desk());
    page.is(lang -> Addresses.kept(lang, ours, desk));
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            kept,
            form,
            advisers.of(caller, ours, desk),
            names.of(kept.desk().organizations().stream().map(OrganizationId::new).toList()),
            names.find(typed.getOrDefault("q", "")),
            articles.drafts(caller, new DeskArticles.Side(desk, ours)),
            typed,
            act,
            fault,
            done));
    return "advice/kept-desk";
  }
}
