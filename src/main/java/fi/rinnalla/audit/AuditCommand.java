package fi.rinnalla.audit;

import fi.rinnalla.storage.Viewer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./rinnalla audit`: whether the log of acts on closed records is as it was written.
@Component
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Verifies the log of acts on closed records and prints where it ends.")
public class AuditCommand implements Callable<Integer> {
  private final Audit audit;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--expect",
      paramLabel = "SEQ:HASH",
      description = "an end that an earlier run printed; it must still be in the chain")
  @Nullable String expected;

  AuditCommand(Audit audit) {
    this.audit = audit;
  }

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    Audit.Verdict verdict = Viewer.house(audit::verify);
    String before = expected;
    boolean kept = before == null || Viewer.house(() -> audit.contains(before));
    int answer =
        switch (verdict) {
          case Audit.Verdict.Whole whole -> {
            Audit.End end = Viewer.house(audit::end);
            out.println(whole.entries() + " entries, all as they were written");
            out.println("end " + end.seq() + ":" + HexFormat.of().formatHex(end.hash()));
            yield kept ? 0 : 1;
          }
          case Audit.Verdict.Broken broken -> {
            out.println("entry " + broken.seq() + " is not as it was written");
            yield 1;
          }
        };
    if (!kept) {
      out.println("the expected end is not in the chain: it was rewritten or cut");
    }
    out.flush();
    return answer;
  }
}
