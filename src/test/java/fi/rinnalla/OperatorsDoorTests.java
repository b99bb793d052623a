package fi.rinnalla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./rinnalla` in a fresh clone, with a Java and a Maven that only tell what they were asked.
class OperatorsDoorTests {
  @TempDir Path clone;

  private Path jdk;
  private Path tools;

  @BeforeEach
  void aFreshClone() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    Files.copy(Path.of("rinnalla"), clone.resolve("rinnalla"));
    for (String file : List.of("pom.xml", "package.json", "package-lock.json", "src/main/A.java")) {
      Files.createDirectories(clone.resolve("src/main"));
      Files.writeString(clone.resolve(file), "");
    }
    jdk = clone.resolve("jdk");
    tools = Files.createDirectories(jdk.resolve("bin"));
    tool("javac", "echo 'javac 25.0.1' >&2");
    tool(
        "java",
        """
        if [ "$1" = -version ]; then echo 'openjdk version "25.0.1"' >&2; else echo "java $*"; fi
        """);
    tool("mvn", "echo built >> built.log; mkdir -p target; : > target/rinnalla-0.1.jar");
    for (String installed :
        List.of("node", "npm", "chromium", "dpkg-query", "ldconfig", "apt-get")) {
      tool(installed, "exit 0");
    }
  }

  @Test
  void whatIsMissingIsBuiltOnce() throws Exception {
    assertThat(rinnalla("run")).contains("-jar target/rinnalla-0.1.jar run");
    assertThat(rinnalla("run")).contains("-jar target/rinnalla-0.1.jar run");

    assertThat(Files.readAllLines(clone.resolve("built.log"))).hasSize(1);
  }

  @Test
  void aCommandIsHandedOnAsItWasWritten() throws Exception {
    assertThat(rinnalla("import", "--source", "Perhe tupa", "a b.csv"))
        .contains("import --source Perhe tupa a b.csv");
  }

  @Test
  void anUnknownWordIsAnsweredWithWhatThereIs() throws Exception {
    assertThat(rinnalla("sing")).contains("./rinnalla run", "there is no «sing»");
  }

  private void tool(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String rinnalla(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("/bin/bash", "rinnalla"));
    line.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(clone.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
