package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.referrals.CaseFigures;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a team has done, in numbers without names, by the half-year.
@Controller
public class TeamFiguresPage {
  private static final int HALF = 6;
  private static final int HALVES_SHOWN = 4;

  private final CaseFigures figures;
  private final OrganizationNames names;

  TeamFiguresPage(CaseFigures figures, OrganizationNames names) {
    this.figures = figures;
    this.names = names;
  }

  /// What the page shows.
  ///
  /// @param from the first month of the half-year
  /// @param halves the half-years one may choose
  public record Shown(
      UUID organization,
      Text name,
      LocalDate from,
      List<LocalDate> halves,
      List<CaseFigures.Line> lines,
      String heads,
      boolean wrong,
      boolean saved) {

    public LocalDate to() {
      return from.plusMonths(HALF).minusDays(1);
    }
  }

  /// Where the words of a detail are, the narrowest first: it may be a source, a reason, an outcome
  /// or a choice.
  private static final List<String> WORDS =
      List.of(
          "referral.reason.", "case.outcome.", "case.choice.", "along.state.", "follow.outcome.");

  /// What a number is of.
  public static String label(Page page, CaseFigures.Line line, CaseFigures.Cell cell) {
    if (cell.detail().isEmpty()) {
      return page.say("figures.families");
    }
    return Stream.concat(Stream.of("figures." + line.what().code() + "."), WORDS.stream())
        .map(it -> it + cell.detail())
        .filter(page::has)
        .findFirst()
        .map(page::say)
        .orElse(cell.detail());
  }

  public static String address(Lang lang, UUID organization) {
    return TeamPage.address(lang, organization)
        + switch (lang) {
          case FI -> "/luvut";
          case SV -> "/siffror";
          case EN -> "/figures";
        };
  }

  @Needs(action = Action.READ, record = RecordType.TEAM, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/palveluohjaus/luvut",
    "/sv/min/organisation/{organization}/handledning/siffror",
    "/en/my/organization/{organization}/navigation/figures"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "false") boolean saved,
      Model model) {
    return shown(page, caller, organization, from, "", false, saved, model);
  }

  @Needs(action = Action.READ, record = RecordType.TEAM, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/palveluohjaus/luvut",
    "/sv/min/organisation/{organization}/handledning/siffror",
    "/en/my/organization/{organization}/navigation/figures"
  })
  String reached(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @RequestParam(defaultValue = "") String heads,
      HttpServletResponse response,
      Model model) {
    String written = heads.strip();
    int many = written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
    if (figures.reached(caller, organization, many)) {
      return "redirect:" + address(page.lang(), organization.value()) + "?saved=true";
    }
    response.setStatus(422);
    page.beFaulty();
    return shown(page, caller, organization, "", heads, true, false, model);
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      String from,
      String heads,
      boolean wrong,
      boolean saved,
      Model model) {
    UUID ours = organization.value();
    page.is((Lang lang) -> address(lang, ours));
    LocalDate now = half(figures.today());
    List<LocalDate> halves =
        IntStream.range(0, HALVES_SHOWN).mapToObj(it -> now.minusMonths((long) it * HALF)).toList();
    LocalDate chosen =
        halves.stream().filter(it -> it.toString().equals(from)).findFirst().orElse(now);
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            names.of(organization),
            chosen,
            halves,
            figures.of(caller, organization, chosen, chosen.plusMonths(HALF).minusDays(1)),
            heads,
            wrong,
            saved));
    return "referrals/figures";
  }

  private static LocalDate half(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonthValue() <= HALF ? 1 : HALF + 1, 1);
  }
}
