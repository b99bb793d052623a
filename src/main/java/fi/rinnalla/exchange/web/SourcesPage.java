package fi.rinnalla.exchange.web;

import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.RunId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import org.springframework.http.HttpStatus;
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

  SourcesPage(Imports imports) {
    this.imports = imports;
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
    Imports.Report report =
        imports
            .find(new RunId(run))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page.is(Route.SOURCES, Long.toString(run));
    model.addAttribute("report", report);
    return "exchange/run";
  }
}
