package fi.rinnalla.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL in the data folder, durable like one installed by hand. A second process on
/// the same folder (a command beside the running server) joins the server's instead of starting
/// one.
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final @Nullable EmbeddedPostgres ours;
  private final DataFolder folder;
  private final int port;
  private final String password;

  private EmbeddedDatabase(
      @Nullable EmbeddedPostgres ours, DataFolder folder, int port, String password) {
    this.ours = ours;
    this.folder = folder;
    this.port = port;
    this.password = password;
  }

  static EmbeddedDatabase open(DataFolder folder) {
    try {
      return folder.own() ? start(folder) : join(folder);
    } catch (IOException cause) {
      throw new UncheckedIOException(
          "the embedded PostgreSQL did not start in " + folder + ": " + cause.getMessage(), cause);
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
  }

  String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    if (ours != null) {
      ours.close();
    }
    folder.close();
  }

  private static EmbeddedDatabase start(DataFolder folder) throws IOException {
    Path data = folder.resolve("pg");
    stopOrphan(data);
    String password = DatabasePassword.of(folder);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("pg-bin").toFile())
            // The library's own defaults trade durability for the speed of tests.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "128MB")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            // Its own hook would stop PostgreSQL before the connection pool has let go.
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", password)
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    DatabasePassword.require(password, data, postgres.getPostgresDatabase());
    return new EmbeddedDatabase(postgres, folder, postgres.getPort(), password);
  }

  private static EmbeddedDatabase join(DataFolder folder) throws IOException {
    Path pidFile = folder.resolve("pg").resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      throw new IOException("another process holds the folder and has no database running yet");
    }
    // Line 4 of postmaster.pid is the port: PostgreSQL, src/include/utils/pidfile.h.
    List<String> lines = Files.readAllLines(pidFile);
    int port = Integer.parseInt(lines.get(3).strip());
    return new EmbeddedDatabase(null, folder, port, DatabasePassword.of(folder));
  }

  /// A killed process leaves its postmaster running, and a new one would wait a minute and fail.
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    ProcessHandle orphan =
        ProcessHandle.of(pid).filter(process -> runsIn(process, data)).orElse(null);
    if (orphan == null) {
      Files.deleteIfExists(pidFile);
      return;
    }
    log.info("stopping the PostgreSQL that a killed process left running (pid {})", pid);
    // PostgreSQL reads SIGINT as "fast shutdown": no data is lost.
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
    try {
      orphan.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the orphaned PostgreSQL stopped", interrupted);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the orphaned PostgreSQL (pid " + pid + ") does not stop", failed);
    }
  }

  private static boolean runsIn(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(data.toString()))
        .orElse(false);
  }
}
