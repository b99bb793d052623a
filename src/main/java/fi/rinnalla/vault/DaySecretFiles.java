package fi.rinnalla.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The secrets of the days, each a file in the folder of keys.
@Component
class DaySecretFiles implements DaySecrets {
  private static final String FOLDER = "days";
  private static final String END = ".day";
  private static final int BYTES = 32;

  private final MasterKeys masters;
  private final SecureRandom random = new SecureRandom();

  DaySecretFiles(MasterKeys masters) {
    this.masters = masters;
  }

  @Override
  public byte[] of(LocalDate day) {
    Path file = folder().resolve(day + END);
    try {
      if (!Files.exists(file)) {
        make(file);
        destroyBefore(day);
      }
      return Files.readAllBytes(file);
    } catch (IOException cause) {
      throw new UncheckedIOException("the secret of the day can't be kept in " + folder(), cause);
    }
  }

  private void make(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    MasterKeys.once(file, bytes);
  }

  private void destroyBefore(LocalDate day) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(folder())) {
      old =
          files
              .filter(it -> it.getFileName().toString().endsWith(END))
              .filter(it -> it.getFileName().toString().compareTo(day + END) < 0)
              .toList();
    }
    for (Path file : old) {
      try {
        MasterKeys.overwrite(file, new byte[BYTES]);
        Files.delete(file);
      } catch (NoSuchFileException _) {
        // Another node was first.
      }
    }
  }

  private Path folder() {
    try {
      return Files.createDirectories(masters.folder().resolve(FOLDER));
    } catch (IOException cause) {
      throw new UncheckedIOException("the folder of secrets can't be made", cause);
    }
  }
}
