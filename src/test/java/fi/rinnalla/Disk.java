package fi.rinnalla;

import fi.rinnalla.storage.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/// What lies on the disk, whatever tables say: a row that was deleted stays in its pages and in the
/// log of writes.
@Component
public class Disk {
  private final JdbcConnectionDetails details;
  private final DataFolder folder;

  Disk(JdbcConnectionDetails details, DataFolder folder) {
    this.details = details;
    this.folder = folder;
  }

  /// A word that nobody else has ever written.
  public static String canary() {
    return "kanarialintu" + UUID.randomUUID().toString().replace("-", "");
  }

  /// The files that have these words: of the database with its log of writes, and of the house with
  /// its index.
  public List<Path> found(String word) {
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(details.getJdbcUrl(), "postgres", "postgres"));
    owner.sql("checkpoint").update();
    String oid =
        owner
            .sql("select oid::text from pg_database where datname = current_database()")
            .query(String.class)
            .single();
    Path data = Path.of(owner.sql("show data_directory").query(String.class).single());
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(data, folder.resolve(""))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            // Other tests' databases of the same server.
            .filter(it -> !it.startsWith(data.resolve("base")) || it.toString().contains("/" + oid))
            .filter(it -> has(it, word))
            .forEach(found::add);
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
    return found;
  }

  private static boolean has(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
