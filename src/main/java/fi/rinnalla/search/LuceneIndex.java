package fi.rinnalla.search;

import fi.rinnalla.storage.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The index in this process. Its folder holds a folder for each generation and the name of the
/// live one; a generation that never went live is swept away at the next start.
final class LuceneIndex implements SearchIndex, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);
  private static final String LIVE = "live";

  private final Path folder;
  private final WordAnalysis analysis;
  private final Synonyms synonyms;
  private final Json json;

  /// Held for reading by whoever uses the live generation, for writing by the switch alone.
  private final ReadWriteLock switching = new ReentrantReadWriteLock();

  private Path liveFolder;
  private LuceneGeneration live;

  LuceneIndex(Path folder, WordAnalysis analysis, Synonyms synonyms, Json json) {
    this.folder = folder;
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.json = json;
    try {
      Files.createDirectories(folder);
      liveFolder = liveFolder();
      sweep();
      live = open(liveFolder);
    } catch (IOException cause) {
      throw new UncheckedIOException("the index in " + folder + " can't be opened", cause);
    }
  }

  @Override
  public void apply(Collection<Entry> put, Collection<EntryKey> remove, Followed followed) {
    using(generation -> {
      generation.remove(remove);
      generation.put(put);
      generation.commit(followed);
      return followed;
    });
  }

  @Override
  public Results search(Query query) {
    return using(generation -> generation.search(query));
  }

  @Override
  public List<Results.Hit> find(Collection<EntryKey> keys, Instant now) {
    return using(generation -> generation.find(keys, now));
  }

  @Override
  public void forEach(Instant now, Consumer<Card> reader) {
    using(generation -> {
      generation.forEach(now, reader);
      return true;
    });
  }

  @Override
  public Optional<Followed> followed() {
    return using(LuceneGeneration::followed);
  }

  @Override
  public boolean hasContent() {
    return using(LuceneGeneration::hasContent);
  }

  @Override
  public Rebuild rebuild() {
    try {
      Path beside = Files.createTempDirectory(folder, "generation-");
      return new Beside(beside, open(beside));
    } catch (IOException cause) {
      throw new UncheckedIOException("no new index can be made in " + folder, cause);
    }
  }

  @Override
  public void close() throws IOException {
    switching.writeLock().lock();
    try {
      live.close();
    } finally {
      switching.writeLock().unlock();
    }
  }

  private final class Beside implements Rebuild {
    private final Path path;
    private final LuceneGeneration generation;
    private boolean committed;

    Beside(Path path, LuceneGeneration generation) {
      this.path = path;
      this.generation = generation;
    }

    @Override
    public void add(Collection<Entry> entries) {
      try {
        generation.add(entries);
      } catch (IOException cause) {
        throw new UncheckedIOException("the new index can't be written", cause);
      }
    }

    @Override
    public void commit(Followed followed) {
      try {
        generation.settle();
        generation.commit(followed);
        switchTo(path, generation);
        committed = true;
      } catch (IOException cause) {
        throw new UncheckedIOException("the new index can't be put in place", cause);
      }
    }

    @Override
    public void close() {
      if (!committed) {
        try {
          generation.close();
          FileSystemUtils.deleteRecursively(path);
        } catch (IOException cause) {
          log.warn("the unfinished index {} could not be swept away", path, cause);
        }
      }
    }
  }

  private void switchTo(Path path, LuceneGeneration generation) throws IOException {
    switching.writeLock().lock();
    LuceneGeneration before = live;
    Path folderBefore = liveFolder;
    try {
      Path name = folder.resolve(LIVE + ".new");
      Files.writeString(name, path.getFileName().toString());
      Files.move(
          name,
          folder.resolve(LIVE),
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      live = generation;
      liveFolder = path;
    } finally {
      switching.writeLock().unlock();
    }
    before.close();
    FileSystemUtils.deleteRecursively(folderBefore);
  }

  private Path liveFolder() throws IOException {
    Path name = folder.resolve(LIVE);
    return folder.resolve(Files.exists(name) ? Files.readString(name).strip() : "generation-first");
  }

  private void sweep() throws IOException {
    try (Stream<Path> generations = Files.list(folder)) {
      for (Path path : generations.toList()) {
        boolean old = Files.isDirectory(path) && !path.equals(liveFolder);
        if (old) {
          FileSystemUtils.deleteRecursively(path);
        }
      }
    }
  }

  private LuceneGeneration open(Path path) throws IOException {
    try {
      return new LuceneGeneration(path, analysis, synonyms, json);
    } catch (IOException | IllegalArgumentException broken) {
      if (broken instanceof org.apache.lucene.store.LockObtainFailedException) {
        throw broken;
      }
      // An index is a copy; a broken one is made anew rather than mended.
      log.warn("the index {} can't be read and is made anew", path, broken);
      FileSystemUtils.deleteRecursively(path);
      return new LuceneGeneration(path, analysis, synonyms, json);
    }
  }

  private interface Use<T> {
    T with(LuceneGeneration generation) throws IOException;
  }

  private <T> T using(Use<T> use) {
    switching.readLock().lock();
    try {
      return use.with(live);
    } catch (IOException cause) {
      throw new UncheckedIOException("the index failed", cause);
    } finally {
      switching.readLock().unlock();
    }
  }
}
