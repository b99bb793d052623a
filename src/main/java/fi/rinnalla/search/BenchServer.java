package fi.rinnalla.search;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rinnalla in a process of its own, with a data folder of its own, as an operator would start it.
/// Were it in the process of the load tool, the two would share a heap and its collector.
final class BenchServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Pattern BUILT = Pattern.compile("the index was built in (\\d+) ms");

  private final Process process;
  private final Path log;
  private final int port;

  private BenchServer(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /// Runs one command to its end, its words going where ours go.
  static int command(Path data, String heap, String... words)
      throws IOException, InterruptedException {
    return builder(data, heap, words).inheritIO().start().waitFor();
  }

  static BenchServer start(Path data, String heap) throws IOException, InterruptedException {
    Path log = data.resolve("server.log");
    int port = freePort();
    Process process =
        builder(data, heap, "run", "--server.port=" + port, "--rinnalla.demo=false")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    BenchServer server = new BenchServer(process, log, port);
    server.await();
    return server;
  }

  int port() {
    return port;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /// How long the index took, or nothing when the one on disk was still good.
  String indexBuilt() throws IOException {
    Matcher built = BUILT.matcher(Files.readString(log));
    String last = "kept from before";
    while (built.find()) {
      last = Long.parseLong(built.group(1)) / 1000.0 + " s";
    }
    return last;
  }

  private void await() throws IOException, InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException _) {
          // Not listening yet.
        }
        Thread.sleep(200);
      }
    }
    close();
    throw new IOException("the server did not become ready; see " + log);
  }

  private static ProcessBuilder builder(Path data, String heap, String... words) {
    List<String> line =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    line.addAll(List.of("-Xmx" + heap, "--enable-native-access=ALL-UNNAMED"));
    String path = System.getProperty("java.class.path", "");
    if (path.endsWith(".jar") && !path.contains(java.io.File.pathSeparator)) {
      line.addAll(List.of("-jar", path));
    } else {
      line.addAll(List.of("-cp", path, "fi.rinnalla.House"));
    }
    line.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("RINNALLA_DATA", data.toString());
    builder.environment().remove("RINNALLA_DB_URL");
    return builder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
