package fi.rinnalla.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private final Imports imports;
  private volatile boolean running;

  DemoRegion(Imports imports) {
    this.imports = imports;
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
          Files.copy(in, copy);
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
