package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Zone;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `./rinnalla sources`: where the data comes from and when each source was last read.
@Component
@Command(name = "sources", mixinStandardHelpOptions = true, description = "Lists the sources.")
public class SourcesCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Imports imports;

  @Spec @Nullable CommandSpec spec;

  SourcesCommand(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Integer call() {
    PrintWriter out =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    List<SourceStatus> sources = imports.sources();
    for (SourceStatus one : sources) {
      ImportRun run = one.lastRun();
      String last =
          run == null
              ? "never read"
              : "run %s %s %s, %d records"
                  .formatted(
                      run.id(),
                      run.startedAt().atZone(Zone.HELSINKI).format(MINUTE),
                      run.state(),
                      run.counts().read());
      out.printf(
          "%-24s %-13s %s%n    %s%n",
          one.source().name(), one.source().format().code(), last, one.source().location());
    }
    if (sources.isEmpty()) {
      out.println("no sources yet");
    }
    out.flush();
    return 0;
  }
}
