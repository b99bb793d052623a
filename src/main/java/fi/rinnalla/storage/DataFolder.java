package fi.rinnalla.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder where this installation keeps its database and its index (`RINNALLA_DATA`, by default
/// `./data`). Whoever holds its lock owns what runs in it: a PostgreSQL found running in a folder
/// whose lock is free was orphaned by a killed process.
@Component
public class DataFolder implements AutoCloseable {
  private final Path path;
  private @Nullable FileChannel channel;

  DataFolder(@Value("${rinnalla.data:data}") Path path) {
    this.path = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.path);
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "the data folder " + this.path + " can't be made: choose another with RINNALLA_DATA",
          cause);
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /// Takes the lock for the life of this process. False when another process has it.
  synchronized boolean own() {
    try {
      FileChannel opened =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = opened.tryLock();
      if (lock == null) {
        opened.close();
        return false;
      }
      channel = opened;
      return true;
    } catch (IOException cause) {
      throw new UncheckedIOException("the data folder " + path + " can't be locked", cause);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /// Gives the lock back; the last thing a stopping process does with the folder.
  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
