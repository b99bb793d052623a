package fi.rinnalla.exchange;

import fi.rinnalla.storage.HeldLock;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The door of the exchange: what is imported, and how it went.
@Component
public class Imports {
  private static final Logger log = LoggerFactory.getLogger(Imports.class);

  private final Map<Format, FeedReader> readers = new TreeMap<>(Comparator.comparing(Format::code));
  private final SourceRows sources;
  private final RunRows runs;
  private final DraftRows drafts;
  private final Landfall landfall;
  private final Fetcher fetcher;
  private final Json json;
  private final Clock clock;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;

  Imports(
      List<FeedReader> readers,
      SourceRows sources,
      RunRows runs,
      DraftRows drafts,
      Landfall landfall,
      Fetcher fetcher,
      Json json,
      Clock clock,
      DataSource dataSource,
      TransactionTemplate transaction) {
    readers.forEach(reader -> this.readers.put(reader.format(), reader));
    this.sources = sources;
    this.runs = runs;
    this.drafts = drafts;
    this.landfall = landfall;
    this.fetcher = fetcher;
    this.json = json;
    this.clock = clock;
    this.dataSource = dataSource;
    this.transaction = transaction;
  }

  /// A run with its kept notices by type, the gravest first.
  public record Report(ImportRun run, Map<String, List<Notice>> notices) {}

  /// What came of a confirmation.
  public sealed interface Confirmation {
    record Withdrawn(ImportRun run) implements Confirmation {}

    record NoSuchRun() implements Confirmation {}

    /// The run asks nothing, or a later run of its source has been since.
    record NotWaiting(ImportRun run) implements Confirmation {}
  }

  /// Somebody else reads the source just now.
  public static final class AlreadyRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    AlreadyRunning(String source) {
      super("the source %s is being imported already".formatted(source));
    }
  }

  /// The formats that somebody in the house reads, by their names.
  public List<Format> formats() {
    return List.copyOf(readers.keySet());
  }

  public Optional<Format> findFormat(String code) {
    String name = code.strip().toLowerCase(Locale.ROOT);
    return readers.keySet().stream().filter(format -> format.code().equals(name)).findFirst();
  }

  /// Remembers a source; one with an interval is from then on fetched by itself.
  public void register(Source source) {
    sources.put(source, clock.instant());
  }

  /// Imports a feed from end to end and answers when all has landed.
  ///
  /// @param location an address or, for operators only, a path on this computer
  /// @throws AlreadyRunning when the source is being imported elsewhere
  public ImportRun run(Source source, String location, ProgressListener listener) {
    register(source);
    try (HeldLock _ = lock(source.name())) {
      resume(source.name());
      ImportRun run = runs.start(source, location, clock.instant());
      return landfall.land(read(source, run, listener), listener);
    }
  }

  /// Goes on with what was killed midway: drafts that wait land, and a reading that broke off is
  /// marked failed, for its feed can be read again. Called at start.
  public List<ImportRun> resume() {
    List<ImportRun> resumed = new ArrayList<>();
    for (ImportRun run : runs.unfinished()) {
      Optional<HeldLock> lock = tried(run.source());
      if (lock.isPresent()) {
        try (HeldLock _ = lock.get()) {
          resumed.addAll(resume(run.source()));
        }
      }
    }
    return resumed;
  }

  /// A person says that what vanished from the feed is gone.
  public Confirmation confirm(RunId id) {
    Optional<ImportRun> found = runs.find(id);
    if (found.isEmpty()) {
      return new Confirmation.NoSuchRun();
    }
    ImportRun run = found.get();
    boolean last = runs.lastOf(run.source()).filter(it -> it.id().equals(id)).isPresent();
    if (run.state() != ImportRun.State.AWAITING_CONFIRMATION || !last) {
      return new Confirmation.NotWaiting(run);
    }
    try (HeldLock _ = lock(run.source())) {
      return new Confirmation.Withdrawn(landfall.withdrawMissing(run));
    }
  }

  /// The latest runs, newest first.
  public List<ImportRun> runs(int most) {
    return runs.latest(most);
  }

  public Optional<Report> find(RunId id) {
    return runs.find(id).map(run -> new Report(run, runs.notices(id)));
  }

  public List<SourceStatus> sources() {
    Map<String, ImportRun> last = runs.lastOfEach();
    return sources.list().stream()
        .map(source -> new SourceStatus(source, last.get(source.name())))
        .toList();
  }

  public Optional<Source> findSource(String name) {
    return sources.find(name);
  }

  /// Imports each registered source whose time has come. One that fails doesn't hold up the next.
  void runDue() {
    for (Source source : sources.due(clock.instant())) {
      try {
        if (!source.isOnTheWeb()) {
          continue;
        }
        run(source, source.location(), ProgressListener.NOBODY);
      } catch (RuntimeException fault) {
        log.warn("the import of {} failed", source.name(), fault);
      }
    }
  }

  boolean hasFinished(String source) {
    return runs.hasFinished(source);
  }

  private HeldLock lock(String source) {
    return tried(source).orElseThrow(() -> new AlreadyRunning(source));
  }

  private Optional<HeldLock> tried(String source) {
    return HeldLock.take(dataSource, "exchange " + source);
  }

  private List<ImportRun> resume(String source) {
    List<ImportRun> resumed = new ArrayList<>();
    for (ImportRun run : runs.unfinished()) {
      if (run.source().equals(source)) {
        resumed.add(
            run.state() == ImportRun.State.LANDING
                ? landfall.land(run, ProgressListener.NOBODY)
                : abandon(run));
      }
    }
    return resumed;
  }

  private ImportRun abandon(ImportRun run) {
    NoticeBook notices = new NoticeBook(run, runs);
    notices.add(new FeedNotice.ReadingStopped(null));
    drafts.unstageAll(run.id());
    return runs.save(run.fail(clock.instant()).withNotices(notices.write()));
  }

  private ImportRun read(Source source, ImportRun run, ProgressListener listener) {
    NoticeBook notices = new NoticeBook(run, runs);
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    Staging staging =
        new Staging(run, drafts, notices, json, transaction, today, () -> listener.at(run));
    FeedReader reader = readers.get(source.format());
    if (reader == null) {
      // A source of a room that this installation has left out since.
      staging.notice(new FeedNotice.UnknownFormat(source.format().code()));
      return runs.save(staging.finish());
    }
    Instant previous = runs.lastWhole(source.name()).map(ImportRun::startedAt).orElse(null);
    try (Feed feed = Feed.open(source, run.location(), fetcher, !reader.asksByItself(), previous)) {
      reader.read(feed, staging);
    } catch (FetchFault fault) {
      // The operator may see the path or the address; the public page of sources may not.
      log.warn("run {} of {}: {}", run.id(), source.name(), fault.getMessage());
      staging.notice(fault.notice());
    } catch (IOException | RuntimeException fault) {
      // A reader should have made a notice of it; whatever it is, it must not stop the house.
      log.warn("run {} of {} stopped", run.id(), source.name(), fault);
      staging.notice(new FeedNotice.ReadingStopped(null));
    }
    return runs.save(staging.finish());
  }
}
