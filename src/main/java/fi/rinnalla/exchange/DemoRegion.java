package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// On the first start there is a region to look at: the demonstration package lands by the same
/// river as any feed, before the search index is built and the door is opened.
/// `rinnalla.demo=false` leaves the house empty.
@Component
@ConditionalOnProperty(name = "rinnalla.demo", havingValue = "true", matchIfMissing = true)
class DemoRegion implements SmartLifecycle {
  static final String NAME = "demo";
  private static final Logger log = LoggerFactory.getLogger(DemoRegion.class);

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final Pattern CHECKED =
      Pattern.compile("(?m)(?<=,)(\\d{4}-\\d{2}-\\d{2})((?:,,[^,\\n]*,)?)$");

  private final Imports imports;
  private final Clock clock;
  private volatile boolean running;

  DemoRegion(Imports imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    if (imports.hasFinished(NAME)) {
      return;
    }
    try {
      List<Resource> files = files(getClass().getClassLoader());
      if (!files.isEmpty()) {
        land(files);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the demonstration region can't be read", cause);
    }
  }

  private void land(List<Resource> files) throws IOException {
    Path folder = Files.createTempDirectory("rinnalla-demo");
    List<Path> copies = new ArrayList<>();
    try {
      for (Resource file : files) {
        Path copy = folder.resolve(String.valueOf(file.getFilename()));
        copies.add(copy);
        try (InputStream in = file.getInputStream()) {
          String words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          Files.writeString(copy, checkedLately(words, today()));
        }
      }
      Source source = new Source(NAME, Format.HSDS, "classpath:demo", null, "CC0-1.0", null);
      ImportRun run = imports.run(source, folder.toString(), ProgressListener.NOBODY);
      log.info(
          "the demonstration region has landed: {} records, {} faulty",
          run.counts().landed(),
          run.counts().faulty());
    } finally {
      for (Path copy : copies) {
        Files.deleteIfExists(copy);
      }
      Files.deleteIfExists(folder);
    }
  }

  /// The table with its days of checking moved to today, so that the region is as fresh whenever it
  /// lands: some of it due, some overdue, some expired. They are the last of a row of events, and
  /// stand before two empty columns and the end of a row of services.
  static String checkedLately(String table, LocalDate today) {
    long days = Math.max(0, ChronoUnit.DAYS.between(AS_OF, today));
    return CHECKED
        .matcher(table)
        .replaceAll(found -> LocalDate.parse(found.group(1)).plusDays(days) + found.group(2));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  /// They may lie inside a jar, so they are found as resources and not as files.
  static List<Resource> files(ClassLoader loader) throws IOException {
    var resolver = new PathMatchingResourcePatternResolver(loader);
    List<Resource> files =
        new ArrayList<>(List.of(resolver.getResources("classpath*:demo/hsds/*.csv")));
    Resource events = resolver.getResource("classpath:demo/events.csv");
    if (!files.isEmpty() && events.exists()) {
      files.add(events);
    }
    return files;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Among the first, so that whoever builds from the directory finds it full.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 100;
  }
}
