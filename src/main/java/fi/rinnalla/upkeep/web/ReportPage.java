package fi.rinnalla.upkeep.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.upkeep.Reports;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subject;
import fi.rinnalla.upkeep.Subjects;
import fi.rinnalla.upkeep.What;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Where anybody tells that something is wrong on a page, or missing: without signing in, and
/// without being asked who they are.
@Controller
public class ReportPage {
  private static final int LONGEST_TOWN = 80;

  private final Reports reports;
  private final Subjects subjects;

  ReportPage(Reports reports, Subjects subjects) {
    this.reports = reports;
    this.subjects = subjects;
  }

  /// What is wrong with the form.
  ///
  /// @param field where it is mended
  /// @param reason the end of a message key, `upkeep.report.fault.<reason>`
  public record Fault(String field, String reason) {}

  /// What the form shows.
  ///
  /// @param about null on the page of what is missing
  /// @param address where it is sent
  public record Form(
      @Nullable Seen about,
      String address,
      String what,
      String words,
      String town,
      List<Fault> faults) {

    public List<What> choices() {
      return What.choices(about == null);
    }

    public Optional<Fault> fault(String field) {
      return faults.stream().filter(it -> it.field().equals(field)).findFirst();
    }
  }

  @Needs(action = Action.CREATE, record = RecordType.REPORT)
  @GetMapping({"/fi/kerro/{kind}/{slug}", "/sv/beratta/{kind}/{slug}", "/en/tell/{kind}/{slug}"})
  String ask(Page page, @PathVariable String kind, @PathVariable String slug, Model model) {
    Seen about = about(page, kind, slug);
    return form(model, new Form(about, address(page, about), "", "", "", List.of()));
  }

  @Needs(action = Action.CREATE, record = RecordType.REPORT)
  @Limited(perHour = 20)
  @PostMapping({"/fi/kerro/{kind}/{slug}", "/sv/beratta/{kind}/{slug}", "/en/tell/{kind}/{slug}"})
  String take(
      Page page,
      @PathVariable String kind,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String homepage,
      HttpServletResponse response,
      Model model) {
    Seen about = about(page, kind, slug);
    Optional<What> chosen = What.find(what).filter(it -> !it.isMissing());
    List<Fault> faults = faults(chosen, words, chosen.filter(What.OTHER::equals).isPresent());
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return form(model, new Form(about, address(page, about), what, words, "", faults));
    }
    if (homepage.isEmpty()) {
      reports.report(about, chosen.orElseThrow(), Typed.plain(words));
    }
    return thanks(page);
  }

  @Needs(action = Action.CREATE, record = RecordType.REPORT)
  @GetMapping({"/fi/kerro", "/sv/beratta", "/en/tell"})
  String askWhatIsMissing(Page page, @RequestParam(defaultValue = "") String town, Model model) {
    page.is(Route.REPORT);
    String where = town.length() > LONGEST_TOWN ? "" : town;
    return form(model, new Form(null, page.to(Route.REPORT), "", "", where, List.of()));
  }

  @Needs(action = Action.CREATE, record = RecordType.REPORT)
  @Limited(perHour = 20)
  @PostMapping({"/fi/kerro", "/sv/beratta", "/en/tell"})
  String takeWhatIsMissing(
      Page page,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String town,
      @RequestParam(defaultValue = "") String homepage,
      HttpServletResponse response,
      Model model) {
    page.is(Route.REPORT);
    Optional<What> chosen = What.find(what).filter(What::isMissing);
    List<Fault> faults = faults(chosen, words, true);
    if (town.length() > LONGEST_TOWN) {
      faults.add(new Fault("town", "town"));
    }
    if (!faults.isEmpty()) {
      response.setStatus(422);
      return form(model, new Form(null, page.to(Route.REPORT), what, words, town, faults));
    }
    if (homepage.isEmpty()) {
      reports.suggest(chosen.orElseThrow(), Typed.plain(words), Typed.plain(town));
    }
    return thanks(page);
  }

  @Needs(action = Action.CREATE, record = RecordType.REPORT)
  @GetMapping({"/fi/kerro/kiitos", "/sv/beratta/tack", "/en/tell/thanks"})
  String thanked(Page page) {
    page.is(Route.THANKS);
    return "upkeep/thanks";
  }

  private static String thanks(Page page) {
    return "redirect:" + page.to(Route.THANKS);
  }

  private Seen about(Page page, String kind, String slug) {
    Seen about =
        Subject.Kind.find(page.lang(), kind)
            .flatMap(it -> subjects.find(it, slug))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (about.gone()) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    Route route = about.subject().kind().route();
    page.is(lang -> Route.REPORT.path(lang, route.word(lang) + "/" + about.slug()));
    return about;
  }

  private static String address(Page page, Seen about) {
    Route route = about.subject().kind().route();
    return page.to(Route.REPORT, route.word(page.lang()) + "/" + about.slug());
  }

  private static List<Fault> faults(Optional<What> what, String words, boolean wordsNeeded) {
    List<Fault> faults = new ArrayList<>();
    if (what.isEmpty()) {
      faults.add(new Fault("what", "what"));
    }
    if (Typed.plain(words).length() > Reports.LONGEST) {
      faults.add(new Fault("words", "too_long"));
    } else if (wordsNeeded && Typed.plain(words).isBlank()) {
      faults.add(new Fault("words", "words"));
    }
    return faults;
  }

  private static String form(Model model, Form form) {
    model.addAttribute("form", form);
    return "upkeep/report";
  }
}
