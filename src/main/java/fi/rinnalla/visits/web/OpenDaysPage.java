package fi.rinnalla.visits.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.HeadSum;
import fi.rinnalla.visits.OpenDays;
import fi.rinnalla.vocabulary.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How many have come to an organization's places: a month's table of each, and the year for a
/// spreadsheet.
@Controller
public class OpenDaysPage {
  private final OpenDays days;
  private final OrganizationNames names;

  OpenDaysPage(OpenDays days, OrganizationNames names) {
    this.days = days;
    this.names = names;
  }

  /// The organization's places.
  public record Places(
      UUID organization, Text name, YearMonth month, List<OpenDays.Shown> places) {}

  /// A month of one place.
  public record Month(UUID organization, OpenDays.Shown shown, YearMonth month) {
    public UUID place() {
      return shown.place().record().uuid();
    }
  }

  @Needs(action = Action.READ, record = RecordType.HEAD_COUNT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/kavijat",
    "/sv/min/organisation/{organization}/besokare",
    "/en/my/organization/{organization}/visitors"
  })
  String places(Page page, Caller caller, @PathVariable OrganizationId organization, Model model) {
    UUID ours = organization.value();
    page.is(lang -> Addresses.counts(lang, ours));
    YearMonth month = YearMonth.from(page.today());
    model.addAttribute(
        "view", new Places(ours, names.of(organization), month, days.of(caller, ours, month)));
    return "visits/counts";
  }

  @Needs(action = Action.READ, record = RecordType.HEAD_COUNT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/kavijat/{place}",
    "/sv/min/organisation/{organization}/besokare/{place}",
    "/en/my/organization/{organization}/visitors/{place}"
  })
  String month(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID place,
      @RequestParam(defaultValue = "") String month,
      Model model) {
    UUID ours = organization.value();
    page.is(lang -> Addresses.counts(lang, ours, place));
    YearMonth which = month(page, month);
    model.addAttribute(
        "view", new Month(ours, days.of(caller, ours, new LocationId(place), which), which));
    return "visits/month";
  }

  /// RFC 4180, with the mark by which spreadsheets know UTF-8: days and numbers, and no words of
  /// anybody.
  @Needs(action = Action.READ, record = RecordType.HEAD_COUNT, in = Relation.ORGANIZATION)
  @GetMapping({
    "/fi/oma/jarjesto/{organization}/kavijat/{place}/taulukko",
    "/sv/min/organisation/{organization}/besokare/{place}/tabell",
    "/en/my/organization/{organization}/visitors/{place}/table"
  })
  ResponseEntity<byte[]> table(
      Page page,
      Caller caller,
      @PathVariable OrganizationId organization,
      @PathVariable UUID place,
      @RequestParam(defaultValue = "") String month) {
    int year = month(page, month).getYear();
    OpenDays.Shown shown = days.of(caller, organization.value(), new LocationId(place), year);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + page.say("visits.days.file") + "-" + year + ".csv\"")
        .body(csv(page, shown).getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(Page page, OpenDays.Shown shown) {
    StringWriter text = new StringWriter();
    text.append('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          page.say("visits.day"),
          page.say("visits.count.adults"),
          page.say("visits.count.children"),
          page.say("visits.count.new_families"));
      for (OpenDays.Day day : shown.days().reversed()) {
        HeadSum count = day.count() == null ? HeadSum.NONE : day.count();
        csv.writeRecord(
            day.date().toString(),
            String.valueOf(count.adults()),
            String.valueOf(count.children()),
            String.valueOf(count.newFamilies()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /// This month, when none is asked or it can't be read.
  private static YearMonth month(Page page, String written) {
    YearMonth now = YearMonth.from(page.today());
    try {
      YearMonth asked = written.isEmpty() ? now : YearMonth.parse(written);
      return asked.isAfter(now) || asked.isBefore(now.minusYears(10)) ? now : asked;
    } catch (DateTimeException unreadable) {
      return now;
    }
  }
}
