package fi.rinnalla.hsds;

import fi.rinnalla.storage.DataFolder;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Zone;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything as one file: a zip with a table for each kind of object and a description of them, as
/// HSDS would have data handed over. It is made when somebody asks and something has changed since
/// it last was, and kept until then, so that asking often costs no more than asking once.
@Component
public class TabularPackage {
  /// The earliest that a zip can say: the same data makes the same file, byte by byte.
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Catalogue catalogue;
  private final Everything everything;
  private final Profile profile;
  private final Json json;
  private final Path folder;
  private final Clock clock;

  private @Nullable Made made;

  private record Made(Snapshot of, LocalDate on, Path file) {}

  TabularPackage(
      Catalogue catalogue,
      Everything everything,
      Profile profile,
      Json json,
      DataFolder data,
      Clock clock) {
    this.catalogue = catalogue;
    this.everything = everything;
    this.profile = profile;
    this.json = json;
    this.folder = data.resolve("hsds");
    this.clock = clock;
  }

  /// The open file and how long it is; whoever opens it closes it.
  public record Content(InputStream bytes, long size) {}

  /// The package as of now. Who asks while it is made waits for it.
  public synchronized Content open() throws IOException {
    Snapshot now = catalogue.now();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    Made kept = made;
    if (kept == null || kept.of() != now || !kept.on().equals(today)) {
      Files.createDirectories(folder);
      clear();
      kept = new Made(now, today, make(now, today));
      made = kept;
    }
    // What is open stays readable when the next one takes its place.
    return new Content(Files.newInputStream(kept.file()), Files.size(kept.file()));
  }

  private Path make(Snapshot now, LocalDate today) throws IOException {
    Path tables = Files.createDirectory(folder.resolve("tables-" + UUID.randomUUID()));
    try {
      write(now, today, tables);
      Path zip = folder.resolve("package-" + UUID.randomUUID() + ".zip");
      pack(tables, zip);
      return zip;
    } finally {
      delete(tables);
    }
  }

  private void write(Snapshot now, LocalDate today, Path to) throws IOException {
    try (Tables tables = new Tables(to)) {
      everything.forEach(now, today, tables::add);
    }
  }

  private void pack(Path tables, Path zip) throws IOException {
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      String description = json.write(Tables.description(profile.uri().toString()));
      entry(out, "datapackage.json");
      out.write(description.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      for (Tables.Table table : Tables.all()) {
        entry(out, table.file());
        Files.copy(tables.resolve(table.file()), out);
        out.closeEntry();
      }
    }
  }

  private static void entry(ZipOutputStream out, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ANY_TIME);
    out.putNextEntry(entry);
  }

  private void clear() throws IOException {
    for (Path old : list(folder)) {
      delete(old);
    }
  }

  private static void delete(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      for (Path inside : list(file)) {
        Files.deleteIfExists(inside);
      }
    }
    Files.deleteIfExists(file);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
