package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Lang;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./rinnalla import`: brings one feed in and says how it went, with its faults grouped by type so
/// that they can be sent to whoever mends the data.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports a feed, or confirms that what vanished from one is gone.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all has landed",
      "1:something must be mended or confirmed; the notices say what",
      "2:the command was not understood"
    })
public class ImportCommand implements Callable<Integer> {
  private static final int BAR = 30;
  private static final int EXAMPLES = 3;

  private final Imports imports;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--format", description = "what it is written in; docs/feeds.md lists the names")
  @Nullable String format;

  @Option(names = "--source", description = "the source's name, such as mll-hyvinkaa")
  @Nullable String source;

  @Option(names = "--licence", description = "the licence of the data, such as \"CC BY 4.0\"")
  @Nullable String licence;

  @Option(names = "--owner", description = "the e-mail address of whoever mends the data")
  @Nullable String owner;

  @Option(names = "--every", description = "fetch again by itself every so many minutes")
  @Nullable Integer everyMinutes;

  @Option(names = "--confirm", description = "the run whose vanished records are to be withdrawn")
  @Nullable Long confirm;

  @Option(names = "--lang", description = "fi, sv or en (default: fi)")
  String lang = "fi";

  @Parameters(arity = "0..1", paramLabel = "PATH_OR_URL", description = "a file, folder or address")
  @Nullable String location;

  ImportCommand(Imports imports) {
    this.imports = imports;
  }

  /// 0 when all landed, 1 when something must be mended (a record was refused, the feed was not
  /// read to its end, or so much vanished that a person must confirm), 2 when asked wrongly.
  @Override
  public Integer call() {
    PrintWriter out =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    if (confirm != null) {
      return confirm(new RunId(confirm), out);
    }
    Optional<Format> known = format == null ? Optional.empty() : imports.findFormat(format);
    if (known.isEmpty() || source == null || location == null) {
      out.printf(
          "usage: import --format %s --source NAME PATH_OR_URL%n",
          String.join("|", imports.formats().stream().map(Format::code).toList()));
      return 2;
    }
    Source from;
    try {
      Duration every = everyMinutes == null ? null : Duration.ofMinutes(everyMinutes);
      from = new Source(source, known.get(), location, every, licence, owner);
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      return 2;
    }
    try {
      ImportRun run = imports.run(from, location, at -> progress(at, out));
      out.println();
      report(run, out);
      return run.wentWell() ? 0 : 1;
    } catch (Imports.AlreadyRunning busy) {
      out.println(busy.getMessage());
      return 1;
    }
  }

  private int confirm(RunId id, PrintWriter out) {
    return switch (imports.confirm(id)) {
      case Imports.Confirmation.Withdrawn(ImportRun run) -> {
        report(run, out);
        yield 0;
      }
      case Imports.Confirmation.NoSuchRun() -> {
        out.println("no run " + id);
        yield 2;
      }
      case Imports.Confirmation.NotWaiting(ImportRun run) -> {
        out.println("run %s is %s and waits for nothing".formatted(id, run.state()));
        yield 1;
      }
    };
  }

  private static void progress(ImportRun run, PrintWriter out) {
    ImportRun.Counts counts = run.counts();
    // Those that were refused are in no batch.
    int over = run.state().isOver() ? counts.staged() : Math.min(counts.landed(), counts.staged());
    boolean reading = run.state() == ImportRun.State.READING;
    int filled = reading ? 0 : counts.staged() == 0 ? BAR : BAR * over / counts.staged();
    out.print(
        "\r[%s%s] %s %d/%d"
            .formatted(
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                run.state().name().toLowerCase(Locale.ROOT),
                over,
                counts.staged()));
    out.flush();
  }

  private void report(ImportRun run, PrintWriter out) {
    ImportRun.Counts counts = run.counts();
    out.printf(
        "run %s of %s: %s%n  read %d, landed %d, unchanged %d, withdrawn %d, faulty %d%n",
        run.id(),
        run.source(),
        run.state(),
        counts.read(),
        counts.landed(),
        counts.unchanged(),
        counts.withdrawn(),
        counts.faulty());
    if (run.state() == ImportRun.State.AWAITING_CONFIRMATION) {
      out.printf(
          "  %d records are missing from the feed; to withdraw them: import --confirm %s%n",
          run.missing(), run.id());
    }
    Map<String, List<Notice>> kept =
        imports.find(run.id()).map(Imports.Report::notices).orElse(Map.of());
    Lang words = Lang.find(lang).orElse(Lang.FI);
    kept.forEach((type, notices) -> {
      out.printf(
          "  %s %s: %d%n",
          notices.getFirst().severity(), type, run.notices().getOrDefault(type, notices.size()));
      for (Notice notice : notices.subList(0, Math.min(EXAMPLES, notices.size()))) {
        String record = Notice.excerpt(notice.record());
        String of = record.isEmpty() ? "" : record + ": ";
        out.printf("      %s%s%n", of, notice.sentence().orEmpty(words));
      }
    });
    out.flush();
  }
}
