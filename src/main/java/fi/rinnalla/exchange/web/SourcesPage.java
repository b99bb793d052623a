package fi.rinnalla.exchange.web;

import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.RunId;
import fi.rinnalla.exchange.SourceStatus;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Where the information comes from: open to all, for a list that nobody vouches for is why
/// services like this one stopped. It tells no file paths and no owners' addresses.
@Controller
class SourcesPage {
  private final Imports imports;
  private final SiteAddress site;
  private final Clock clock;

  SourcesPage(Imports imports, SiteAddress site, Clock clock) {
    this.imports = imports;
    this.site = site;
    this.clock = clock;
  }

  @Needs(action = Action.READ, record = RecordType.SOURCE)
  @GetMapping({"/fi/lahteet", "/sv/kallor", "/en/sources"})
  String list(Page page, Model model) {
    page.is(Route.SOURCES);
    model.addAttribute("sources", imports.sources());
    return "exchange/sources";
  }

  /// One reading: how far it is, or how it went, with its notices for whoever mends the data.
  @Needs(action = Action.READ, record = RecordType.SOURCE)
  @GetMapping({"/fi/lahteet/{run}", "/sv/kallor/{run}", "/en/sources/{run}"})
  String run(Page page, @PathVariable long run, Model model) {
    Imports.Report report = report(run);
    page.is(Route.SOURCES, Long.toString(run));
    model.addAttribute("report", report);
    String path = page.to(Route.SOURCES, Long.toString(run));
    model.addAttribute("table", path + ".csv");
    model.addAttribute("letter", NoticeReport.letter(page, report, site.of(path).toString()));
    return "exchange/run";
  }

  /// All kept notices of one reading, for a spreadsheet.
  @Needs(action = Action.READ, record = RecordType.SOURCE)
  @GetMapping({"/fi/lahteet/{run}.csv", "/sv/kallor/{run}.csv", "/en/sources/{run}.csv"})
  ResponseEntity<String> table(Page page, @PathVariable long run) {
    Imports.Report report = report(run);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%d.csv\"".formatted(report.run().source(), run))
        .body(NoticeReport.table(page, report));
  }

  /// For a monitor: a line for each source, and 503 when a person should look at one of them. What
  /// single records lack doesn't count; feeds have that every day.
  @Needs(action = Action.READ, record = RecordType.SOURCE)
  @GetMapping("/health/feeds")
  ResponseEntity<String> health() {
    Instant now = clock.instant();
    StringBuilder lines = new StringBuilder();
    boolean well = true;
    for (SourceStatus status : imports.sources()) {
      SourceStatus.Fault fault = status.fault(now);
      ImportRun run = status.lastRun();
      well &= fault == null;
      lines
          .append(status.source().name())
          .append(fault == null ? " ok" : " " + fault.name().toLowerCase(Locale.ROOT))
          .append(run == null ? "" : " last=" + run.startedAt())
          .append(status.next() == null ? "" : " next=" + status.next())
          .append('\n');
    }
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(lines.toString());
  }

  private Imports.Report report(long run) {
    return imports
        .find(new RunId(run))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
