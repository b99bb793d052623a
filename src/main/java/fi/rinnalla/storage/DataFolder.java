package fi.rinnalla.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The folder where this installation keeps its database and its index (`RINNALLA_DATA`, by default
/// `./data`). Whoever holds its lock owns what runs in it: a PostgreSQL found running in a folder
/// whose lock is free was orphaned by a killed process.
@Component
public class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OURS_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private @Nullable FileChannel channel;

  /// @param serves whether this process is the server of the folder and not a command beside it
  DataFolder(
      @Value("${rinnalla.data:data}") Path path, @Value("${rinnalla.serves:true}") boolean serves) {
    this.path = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.path);
      keepToOurselves(this.path);
    } catch (IOException cause) {
      throw new CannotStart(
          "The data folder " + this.path + " can't be made or isn't ours: " + cause.getMessage(),
          "Choose another with RINNALLA_DATA, or give it to the user that runs Rinnalla.",
          cause);
    }
    if (serves && !own()) {
      throw new CannotStart(
          "Another Rinnalla runs on the data folder " + this.path + ".",
          "Stop it first, or choose another folder with RINNALLA_DATA.",
          null);
    }
  }

  /// What is closed to the world in here must be closed to this machine's other users too.
  private static void keepToOurselves(Path folder) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)
        && !Files.getPosixFilePermissions(folder).equals(OURS_ONLY)) {
      Files.setPosixFilePermissions(folder, OURS_ONLY);
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /// Takes the lock for the life of this process. False when another process has it.
  synchronized boolean own() {
    if (channel != null) {
      return true;
    }
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
    } catch (OverlappingFileLockException _) {
      return false;
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
