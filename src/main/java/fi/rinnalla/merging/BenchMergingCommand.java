package fi.rinnalla.merging;

import fi.rinnalla.search.BaseForms;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./rinnalla bench merging`: how fast and how surely doubles are found among made-up records of
/// which it is known. See docs/performance.md.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "bench merging",
    mixinStandardHelpOptions = true,
    description = "Finds doubles among made-up records, and says how many of them it found.")
public class BenchMergingCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", defaultValue = "100k", description = "10k or 100k")
  String size = "100k";

  private final BaseForms forms;

  BenchMergingCommand(BaseForms forms) {
    this.forms = forms;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PlantedTwins planted = PlantedTwins.of(records(size));
    long started = System.nanoTime();
    List<Likeness> found = new Matching(PlantedTowns.names(), forms).among(planted.records());
    double seconds = (System.nanoTime() - started) / 1e9;
    PlantedTwins.Score score = planted.score(found);
    out.println(
        String.format(
            Locale.ROOT,
            "%,d records in %.1f s on %d cores (heap %,d MB): %,d of %,d twins found, recall %.3f,"
                + " precision %.3f",
            planted.records().size(),
            seconds,
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            score.right(),
            score.planted(),
            score.recall(),
            score.precision()));
    out.flush();
    return 0;
  }

  private static int records(String size) {
    return switch (size) {
      case "10k" -> 10_000;
      case "100k" -> 100_000;
      default -> throw new IllegalArgumentException("10k or 100k, not " + size);
    };
  }
}
