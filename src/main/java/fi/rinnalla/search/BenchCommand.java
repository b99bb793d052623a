package fi.rinnalla.search;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./rinnalla bench`: how fast this machine imports, searches and serves. It says ratios beside
/// figures, for a ratio holds on another machine too. See docs/performance.md.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures this machine against the goals, on a made-up region.")
public class BenchCommand implements Callable<Integer> {
  private final Directory directory;
  private final Calendar calendar;
  private final Areas areas;
  private final WordAnalysis analysis;
  private final Synonyms synonyms;
  private final Clock clock;

  @Spec @Nullable CommandSpec spec;

  BenchCommand(
      Directory directory,
      Calendar calendar,
      Areas areas,
      WordAnalysis analysis,
      Synonyms synonyms,
      Clock clock) {
    this.directory = directory;
    this.calendar = calendar;
    this.areas = areas;
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.clock = clock;
  }

  /// The sizes of region there are, by their words.
  private int services(String size) {
    return switch (size) {
      case "10k" -> 10_000;
      case "100k" -> 100_000;
      case "1m" -> 1_000_000;
      default ->
          throw new ParameterException(
              Objects.requireNonNull(spec).commandLine(), "10k, 100k or 1m, not " + size);
    };
  }

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(out());
    return 0;
  }

  @Command(
      name = "land",
      hidden = true,
      description = "Lands a made-up region in this data folder.")
  int land(@Parameters(index = "0") String size) {
    BenchRegion region = new BenchRegion(directory, calendar, areas, services(size));
    long started = System.nanoTime();
    region.landServices();
    long between = System.nanoTime();
    region.landEvents();
    long ended = System.nanoTime();
    say(
        "landed %,d services in %.1f s, %,d events with %,d times in %.1f s (heap %,d MB)",
        services(size),
        (between - started) / 1e9,
        region.events(),
        region.occurrences(),
        (ended - between) / 1e9,
        Runtime.getRuntime().maxMemory() >> 20);
    return 0;
  }

  @Command(name = "search", description = "Imports, builds the index and asks it over HTTP.")
  int search(
      @Parameters(index = "0", defaultValue = "100k", description = "10k, 100k or 1m") String size,
      @Option(names = "--seconds", defaultValue = "8", description = "for each measurement")
          double seconds,
      @Option(names = "--connections", defaultValue = "16", description = "kept alive")
          int connections,
      @Option(names = "--fresh", description = "import again, over what an earlier run left")
          boolean fresh)
      throws IOException, InterruptedException {
    services(size);
    Path data = Path.of("target", "bench", size).toAbsolutePath();
    Path landed = data.resolve("landed");
    if (fresh || !Files.exists(landed)) {
      FileSystemUtils.deleteRecursively(data);
      Files.createDirectories(data);
      if (BenchServer.command(data, "512m", "bench", "land", size) != 0) {
        return 1;
      }
      Files.createFile(landed);
    }
    try (BenchServer server = BenchServer.start(data, size.equals("1m") ? "4g" : "1g");
        BenchRaw raw = new BenchRaw(data.resolve("index"), analysis, synonyms)) {
      say("index of %,d entries: %s", raw.documents(), server.indexBuilt());
      measure(server, raw, connections, seconds);
    }
    return 0;
  }

  private void measure(BenchServer server, BenchRaw raw, int connections, double seconds)
      throws IOException, InterruptedException {
    BenchQuestions questions = new BenchQuestions(areas, clock.instant());
    List<Query> near = questions.nearTodayWord();
    say(
        "%d connections on %d cores; near+today+word finds %.0f on average%n",
        connections, Runtime.getRuntime().availableProcessors(), raw.meanHits(near));
    int cores = Runtime.getRuntime().availableProcessors();
    Map<String, List<String>> asked = new LinkedHashMap<>();
    asked.put("near+today+word", questions.nearTodayWord("/api/search"));
    asked.put("word", questions.word());
    asked.put("town, no words", questions.town());
    asked.put("search page", questions.nearTodayWord("/fi/haku"));
    asked.put("front page", List.of("/fi", "/sv", "/en"));
    asked.put("/health/live", List.of("/health/live"));
    ProcessHandle theirs = server.process();
    ProcessHandle ours = ProcessHandle.current();
    // Once round to warm up, for a server is measured as it runs all day.
    for (List<String> targets : asked.values()) {
      BenchLoad.run(BenchLoad.http(server.port(), targets), theirs, connections, seconds);
    }
    BenchLoad.run(raw.askers(near), ours, cores, seconds);
    say("%-16s %9s %9s %9s %9s %7s", "", "asked/s", "per cpu s", "p50 ms", "p99 ms", "failed");
    Map<String, BenchLoad.Figures> found = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> one : asked.entrySet()) {
      BenchLoad.Askers askers = BenchLoad.http(server.port(), one.getValue());
      found.put(
          one.getKey(), row(one.getKey(), BenchLoad.run(askers, theirs, connections, seconds)));
    }
    BenchLoad.Figures bare =
        row("raw Lucene", BenchLoad.run(raw.askers(near), ours, cores, seconds));
    BenchLoad.Figures searched = Objects.requireNonNull(found.get("near+today+word"));
    BenchLoad.Figures trivial = Objects.requireNonNull(found.get("/health/live"));
    say("%n%-32s %8s %8s %8s", "goal", "now", "per cpu", "wanted");
    say("%-32s %8.0f %8s %8s", "near+today+word, asked/s", searched.perSecond(), "", ">= 5000");
    say("%-32s %8.2f %8s %8s", "near+today+word, p99 ms", searched.p99(), "", "<= 10");
    ratio("near+today+word : raw Lucene", searched, bare, ">= 0.6");
    for (String page : List.of("front page", "search page")) {
      ratio(page + " : trivial page", Objects.requireNonNull(found.get(page)), trivial, ">= 0.4");
    }
  }

  private BenchLoad.Figures row(String name, BenchLoad.Figures it) {
    say(
        "%-16s %9.0f %9.0f %9.2f %9.2f %7d",
        name, it.perSecond(), it.perCpuSecond(), it.p50(), it.p99(), it.failed());
    return it;
  }

  private void ratio(String name, BenchLoad.Figures one, BenchLoad.Figures to, String wanted) {
    say(
        "%-32s %8.2f %8.2f %8s",
        name, one.perSecond() / to.perSecond(), one.perCpuSecond() / to.perCpuSecond(), wanted);
  }

  private void say(String words, Object... values) {
    out().println(String.format(Locale.ROOT, words, values));
    out().flush();
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
