package fi.rinnalla.upkeep;

import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.SourceStatus;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Feeds that are broken, and what is to mend in those that aren't. A feed brings in what it brings
/// in wherever that lies, so everybody's staff sees all of them; the page of sources is open
/// anyway.
@Component
@Order(400)
class FeedTally implements Tally {
  private final Imports imports;

  FeedTally(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String heading() {
    return "upkeep.region.feeds";
  }

  @Override
  public List<Line> lines(Page page, Caller caller) {
    List<SourceStatus> sources = imports.sources();
    List<Line> lines = new ArrayList<>();
    long broken = sources.stream().filter(it -> it.fault(page.now()) != null).count();
    lines.add(
        new Line(
            broken,
            page.say("upkeep.region.broken", broken),
            "",
            page.to(Route.SOURCES),
            broken > 0));
    for (SourceStatus status : sources) {
      ImportRun run = status.lastRun();
      String name = status.source().name();
      SourceStatus.Fault fault = status.fault(page.now());
      if (run == null) {
        if (fault != null) {
          lines.add(
              new Line(
                  0,
                  page.say("upkeep.region.notices", 0, name),
                  page.say("upkeep.region.feed.never_read"),
                  page.to(Route.SOURCES),
                  true));
        }
        continue;
      }
      String at = page.date(Dates.day(run.startedAt()));
      String there = page.to(Route.SOURCES, run.id().toString());
      int notices = run.notices().values().stream().mapToInt(Integer::intValue).sum();
      if (fault != null) {
        String how = fault.name().toLowerCase(Locale.ROOT);
        lines.add(
            new Line(
                notices,
                page.say("upkeep.region.notices", notices, name),
                page.say("upkeep.region.feed." + how, at),
                there,
                true));
      } else if (notices > 0) {
        lines.add(
            new Line(
                notices,
                page.say("upkeep.region.notices", notices, name),
                page.say("upkeep.region.feed.read", at),
                there,
                false));
      }
    }
    return lines;
  }
}
