package fi.rinnalla.merging;

import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./rinnalla doubles`: which records of different sources may tell of the same thing, and why.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "doubles",
    mixinStandardHelpOptions = true,
    description = "Lists records of different sources that may be the same, and changes nothing.")
public class DoublesCommand implements Callable<Integer> {
  private final Doubles doubles;
  private final Messages messages;

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--lang",
      defaultValue = "fi",
      description = "fi, sv or en: the language it tells the reasons in")
  String lang = "fi";

  @Option(names = "--from", defaultValue = "0.5", description = "how sure at least, from 0.5 to 1")
  double from;

  DoublesCommand(Doubles doubles, Messages messages) {
    this.doubles = doubles;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Lang told = Lang.find(lang).orElse(Lang.FI);
    List<Likeness> found = doubles.find().stream().filter(it -> it.score() >= from).toList();
    for (Likeness it : found) {
      out.printf(
          Locale.ROOT,
          "%.2f %s%n     %s%n     %s%n     %s%n",
          it.score(),
          messages.say(told, "merging.kind." + it.one().kind().code()),
          line(it.one(), told),
          line(it.other(), told),
          it.reasons().stream()
              .map(reason -> said(reason, told))
              .collect(Collectors.joining(", ")));
    }
    out.println(messages.say(told, "merging.found", found.size()));
    out.flush();
    return 0;
  }

  private static String line(Told told, Lang lang) {
    return "%s (%s) %s"
        .formatted(
            told.names().stream().findFirst().orElse(Text.none()).orEmpty(lang),
            told.source(),
            told.id());
  }

  private String said(Likeness.Reason reason, Lang lang) {
    return messages.say(lang, reason.message(), reason.figure());
  }
}
