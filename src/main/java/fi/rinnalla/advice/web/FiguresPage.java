package fi.rinnalla.advice.web;

import fi.rinnalla.advice.DeskFigures;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How a desk is used, and when people ask.
@Controller
public class FiguresPage {
  private final DeskFigures figures;

  FiguresPage(DeskFigures figures) {
    this.figures = figures;
  }

  /// @param organization whose desk it is here; null on the region's page
  public record Shown(DeskFigures.Shown of, @Nullable UUID organization) {}

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}/luvut",
    "/sv/min/organisation/{organization}/radgivning/{desk}/siffror",
    "/en/my/organization/{organization}/advice/{desk}/figures"
  })
  String kept(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    return page(page, caller, desk, organization.value(), month, model);
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/neuvonta/{desk}/luvut.csv",
    "/sv/min/organisation/{organization}/radgivning/{desk}/siffror.csv",
    "/en/my/organization/{organization}/advice/{desk}/figures.csv"
  })
  ResponseEntity<byte[]> keptTable(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String month) {
    return table(page, figures.of(caller, desk, organization.value(), read(month)));
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.REGION)
  @GetMapping({
    "/fi/yllapito/neuvonta/{desk}",
    "/sv/underhall/radgivning/{desk}",
    "/en/upkeep/advice/{desk}"
  })
  String region(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    return page(page, caller, desk, null, month, model);
  }

  @Needs(action = Action.READ, record = RecordType.DESK, in = Relation.REGION)
  @GetMapping({
    "/fi/yllapito/neuvonta/{desk}/luvut.csv",
    "/sv/underhall/radgivning/{desk}/siffror.csv",
    "/en/upkeep/advice/{desk}/figures.csv"
  })
  ResponseEntity<byte[]> regionTable(
      Page page,
      Caller caller,
      @PathVariable UUID desk,
      @RequestParam(defaultValue = "") String month) {
    return table(page, figures.of(caller, desk, null, read(month)));
  }

  private String page(
      Page page, Caller caller, UUID desk, @Nullable UUID organization, String month, Model model) {
    page.is(lang -> Addresses.figures(lang, desk, organization));
    model.addAttribute(
        "shown", new Shown(figures.of(caller, desk, organization, read(month)), organization));
    return "advice/figures";
  }

  private static ResponseEntity<byte[]> table(Page page, DeskFigures.Shown shown) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"rinnalla-" + shown.figures().month() + ".csv\"")
        .body(FiguresTable.of(page, shown.figures()).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable YearMonth read(String month) {
    try {
      return month.isEmpty() ? null : YearMonth.parse(month);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
