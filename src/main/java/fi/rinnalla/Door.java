package fi.rinnalla;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one door for operators: the words after `./rinnalla` come here. `run` opens the house; any
/// other word is a command that some room offers, a bean annotated with [Command]. A command works
/// beside a running server and shares its database; it opens no port and keeps no index.
final class Door {
  private static final String RUN = "run";
  private static final String HELP = "--help";

  private Door() {}

  static void open(String[] args) {
    boolean asksHow = Arrays.asList(args).contains(HELP);
    if (args.length == 0 || (args[0].equals(RUN) && !asksHow)) {
      SpringApplication house = new SpringApplication(House.class);
      house.run(args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length));
    } else {
      System.exit(command(args));
    }
  }

  /// Carries out one command; answers with what the process ends with, 0 when all went well.
  ///
  /// @param settings such as `--rinnalla.data=/srv/rinnalla`, beside those of the environment
  static int command(String[] args, String... settings) {
    SpringApplication house = new SpringApplication(House.class);
    house.setWebApplicationType(WebApplicationType.NONE);
    house.addInitializers(
        context -> context.getBeanFactory().registerSingleton("withoutPages", new WithoutPages()));
    house.setDefaultProperties(
        Map.of(
            "rinnalla.serves", "false",
            "rinnalla.search.follow", "false",
            "rinnalla.demo", "false",
            "db-scheduler.enabled", "false",
            "rinnalla.calendar.make-times-at", "-",
            "rinnalla.upkeep.erase-at", "-",
            "logging.level.root", "warn",
            "spring.main.keep-alive", "false"));
    try (ConfigurableApplicationContext context = house.run(settings)) {
      CommandLine door = new CommandLine(CommandLine.Model.CommandSpec.create().name("rinnalla"));
      context.getBeansOfType(Callable.class).values().stream()
          .filter(it -> AnnotationUtils.findAnnotation(it.getClass(), Command.class) != null)
          .map(CommandLine::new)
          .sorted(Comparator.comparing(CommandLine::getCommandName))
          .forEach(command -> hang(command, door));
      door.addSubcommand(
          RUN,
          CommandLine.Model.CommandSpec.create()
              .usageMessage(
                  new CommandLine.Model.UsageMessageSpec()
                      .description(
                          "Opens the house for visitors; the README tells its settings.")));
      answerHelp(door);
      return door.execute(args);
    }
  }

  /// A command of two words hangs under the first of them, which may be another room's.
  private static void hang(CommandLine command, CommandLine door) {
    String[] words = command.getCommandName().split(" ", 2);
    if (words.length == 1) {
      door.addSubcommand(command);
    } else {
      command.setCommandName(words[1]);
      Objects.requireNonNull(door.getSubcommands().get(words[0])).addSubcommand(command);
    }
  }

  /// Every word and every word under it says how it is used, also where its author forgot.
  private static void answerHelp(CommandLine command) {
    CommandLine.Model.CommandSpec spec = command.getCommandSpec();
    if (spec.findOption(HELP) == null) {
      // Not picocli's own mixin: of a method it believes then that help is its first parameter.
      spec.addOption(
          CommandLine.Model.OptionSpec.builder("-h", HELP)
              .usageHelp(true)
              .description("Shows how it is used.")
              .build());
    }
    command.getSubcommands().values().forEach(Door::answerHelp);
  }
}
