package fi.rinnalla.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The copies of real feeds that lie beside the project. They are not ours to ship, so the tests
/// that read them are skipped where they are absent.
final class SharedData {
  private SharedData() {}

  static Path data(String path) {
    Path file = Path.of(System.getProperty("rinnalla.shared", "../shared"), "data", path);
    Assumptions.assumeTrue(Files.exists(file), "no shared data at " + file);
    return file;
  }
}
