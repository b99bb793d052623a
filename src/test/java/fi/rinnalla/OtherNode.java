package fi.rinnalla;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/// Another node of the house that a test runs in, as a process of its own: one that a test can kill
/// or freeze.
public final class OtherNode {
  private static final String READY = "the other node is ready";

  private OtherNode() {}

  /// A folder for what nodes share besides the database: their keys.
  public static Path folder() {
    try {
      return Files.createTempDirectory("rinnalla-keys");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /// Starts one; its words go into the file.
  ///
  /// @param main whose `main` it runs, which begins with [#open] or says [#ready] by itself
  /// @param own what `main` gets before the settings
  public static Process start(
      Class<?> main, File words, JdbcConnectionDetails database, List<String> own, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(own);
    command.add("--spring.datasource.url=" + database.getJdbcUrl());
    command.add("--spring.datasource.username=" + database.getUsername());
    command.add("--spring.datasource.password=" + database.getPassword());
    command.addAll(Arrays.asList(more));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words).start();
  }

  /// In the other process: the house, with what does nothing by itself.
  public static ConfigurableApplicationContext open(String[] args, Class<?>... more) {
    SpringApplication node =
        new SpringApplication(
            Stream.concat(Stream.of(House.class, GivenClock.class), Stream.of(more))
                .toArray(Class<?>[]::new));
    node.setWebApplicationType(WebApplicationType.SERVLET);
    node.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "rinnalla.demo", "false",
            "rinnalla.search.follow", "false",
            "db-scheduler.enabled", "false",
            "rinnalla.calendar.make-times-at", "-",
            "logging.level.root", "warn"));
    return node.run(Stream.of(args).filter(it -> it.startsWith("--")).toArray(String[]::new));
  }

  /// In the other process: from here on it is at its work.
  public static void ready() {
    System.out.println(READY);
  }

  public static boolean isReady(File words) throws IOException {
    return Files.readString(words.toPath()).contains(READY);
  }
}
