package fi.rinnalla.upkeep;

import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    List<Imports.SourceStatus> sources = imports.sources();
    List<Line> lines = new ArrayList<>();
    long broken = sources.stream().filter(it -> isBroken(it, page)).count();
    lines.add(
        new Line(
            broken,
            page.say("upkeep.region.broken", broken),
            "",
            page.to(Route.SOURCES),
            broken > 0));
    for (Imports.SourceStatus status : sources) {
      ImportRun run = status.lastRun();
      String name = status.source().name();
      if (run == null) {
        continue;
      }
      String at = page.date(Dates.day(run.startedAt()));
      String there = page.to(Route.SOURCES, run.id().toString());
      int notices = run.notices().values().stream().mapToInt(Integer::intValue).sum();
      if (isBroken(status, page)) {
        String how = run.state() == ImportRun.State.FAILED ? "failed" : how(run);
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

  private static String how(ImportRun run) {
    return run.state() == ImportRun.State.AWAITING_CONFIRMATION ? "asks" : "late";
  }

  /// The last reading failed or asks something of a person, or two readings in a row were missed.
  private static boolean isBroken(Imports.SourceStatus status, Page page) {
    ImportRun run = status.lastRun();
    Duration every = status.source().every();
    if (run == null) {
      return every != null;
    }
    boolean late =
        every != null && run.startedAt().plus(every.multipliedBy(2)).isBefore(page.now());
    return late
        || run.state() == ImportRun.State.FAILED
        || run.state() == ImportRun.State.AWAITING_CONFIRMATION;
  }
}
