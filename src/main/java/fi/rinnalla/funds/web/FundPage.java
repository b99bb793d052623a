package fi.rinnalla.funds.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.funds.Cents;
import fi.rinnalla.funds.FundAddresses;
import fi.rinnalla.funds.FundFigures;
import fi.rinnalla.funds.FundId;
import fi.rinnalla.funds.Funds;
import fi.rinnalla.funds.HobbyApplication;
import fi.rinnalla.funds.HobbyCheck;
import fi.rinnalla.funds.HobbyDesk;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One fund, for its handlers: what was applied for, its rounds, its money, and the figures for
/// whoever gave it.
@Controller
public class FundPage {
  private static final Set<String> DONE = Set.of("made", "round", "topped");

  private final Funds funds;
  private final HobbyDesk desk;

  FundPage(Funds funds, HobbyDesk desk) {
    this.funds = funds;
    this.desk = desk;
  }

  /// What the page shows.
  ///
  /// @param wrong the field that has to be mended, or nothing
  /// @param opens the days of a round and the sum of more money, as they were typed
  public record Shown(
      UUID organization,
      Funds.Kept kept,
      List<HobbyApplication> applications,
      List<FundLine> figures,
      String done,
      String wrong,
      String opens,
      String closes,
      String sum) {}

  @Needs(action = Action.READ, record = RecordType.FUND, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/rahastot/{fund}",
    "/sv/min/organisation/{organization}/fonder/{fund}",
    "/en/my/organization/{organization}/funds/{fund}"
  })
  String show(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID fund,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    String said = DONE.contains(done) ? done : "";
    return shown(page, caller, organization, new FundId(fund), said, "", "", "", "", model);
  }

  @Needs(action = Action.UPDATE, record = RecordType.FUND, in = Relation.ORGANIZATION)
  @PostMapping({
    "/fi/oma/jarjesto/{organization}/rahastot/{fund}",
    "/sv/min/organisation/{organization}/fonder/{fund}",
    "/en/my/organization/{organization}/funds/{fund}"
  })
  String act(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID fund,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String opens,
      @RequestParam(defaultValue = "") String closes,
      @RequestParam(defaultValue = "") String sum,
      HttpServletResponse response,
      Model model) {
    FundId id = new FundId(fund);
    String there = FundAddresses.fund(page.lang(), organization.value(), id);
    String wrong;
    if (act.equals("top_up")) {
      OptionalInt cents = Cents.read(sum);
      if (cents.isPresent()) {
        funds.topUp(caller, organization, id, cents.getAsInt());
        return "redirect:" + there + "?done=topped";
      }
      wrong = "sum";
    } else {
      Optional<LocalDate> first = HobbyCheck.date(opens.strip());
      Optional<LocalDate> last = HobbyCheck.date(closes.strip());
      if (first.isPresent() && last.isPresent() && !last.get().isBefore(first.get())) {
        funds.open(caller, organization, id, first.get(), last.get());
        return "redirect:" + there + "?done=round";
      }
      wrong = "opens";
    }
    response.setStatus(422);
    page.beFaulty();
    return shown(page, caller, organization, id, "", wrong, opens, closes, sum, model);
  }

  /// RFC 4180, with the mark by which spreadsheets know UTF-8: for whoever gave the money.
  @Needs(action = Action.READ, record = RecordType.FUND, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/rahastot/{fund}/taulukko",
    "/sv/min/organisation/{organization}/fonder/{fund}/tabell",
    "/en/my/organization/{organization}/funds/{fund}/table"
  })
  ResponseEntity<byte[]> table(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID fund) {
    FundFigures figures = funds.get(caller, organization, new FundId(fund)).figures();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + page.say("funds.file") + "-" + page.today() + ".csv\"")
        .body(csv(page, figures).getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(Page page, FundFigures figures) {
    StringWriter text = new StringWriter();
    text.append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(page.say("funds.figure"), page.say("funds.value"));
      for (FundLine line : FundLine.of(page, figures)) {
        csv.writeRecord(line.name(), line.value());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string can't be written", impossible);
    }
    return text.toString();
  }

  private String shown(
      Page page,
      Caller caller,
      OrganizationId organization,
      FundId id,
      String done,
      String wrong,
      String opens,
      String closes,
      String sum,
      Model model) {
    UUID ours = organization.value();
    page.is(lang -> FundAddresses.fund(lang, ours, id)).beSensitive();
    Funds.Kept kept = funds.get(caller, organization, id);
    model.addAttribute(
        "shown",
        new Shown(
            ours,
            kept,
            desk.of(caller, organization, id),
            FundLine.of(page, kept.figures()),
            done,
            wrong,
            opens,
            closes,
            sum));
    return "funds/fund";
  }
}
