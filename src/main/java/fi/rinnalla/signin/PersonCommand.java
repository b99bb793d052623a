package fi.rinnalla.signin;

import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./rinnalla person invite`: gives somebody a role and a link to come in by. How the first
/// administrator comes to a house without a demo, and how staff come back who lost their passkey.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    description = "Invites a person to a role.")
public class PersonCommand implements Callable<Integer> {
  private static final String USAGE =
      """
      usage: person invite --role ROLE (--area M106 | --organization UUID) [--lang fi] [--send] EMAIL
             person invite --lost [--send] EMAIL\
      """;

  /// A role over an area that isn't there would be a riddle to whoever holds it.
  private static final Pattern AREA = Pattern.compile("FI|HVA-\\d{2}|M\\d{3}(-[a-z0-9-]+)?");

  private final Invitations invitations;

  @Spec @Nullable CommandSpec spec;

  PersonCommand(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public Integer call() {
    return refused(USAGE);
  }

  @Command(name = "invite", description = "Gives a role, and prints a link that signs in once.")
  int invite(
      @Option(names = "--role", description = "such as REGION_ADMIN") @Nullable String role,
      @Option(names = "--area", description = "a municipality, such as M106") @Nullable String area,
      @Option(names = "--organization", description = "an organization's id")
          @Nullable UUID organization,
      @Option(names = "--lost", description = "all strong ways in are lost: take them away")
          boolean lost,
      @Option(names = "--lang", defaultValue = "fi", description = "fi, sv or en") String lang,
      @Option(names = "--send", description = "send the link as a letter too") boolean send,
      @Parameters(paramLabel = "EMAIL") String email) {
    Optional<EmailAddress> to = EmailAddress.find(email);
    boolean toRole = role != null && (area == null) != (organization == null);
    boolean nothingElse = role == null && area == null && organization == null;
    if (to.isEmpty() || !(lost ? nothingElse : toRole)) {
      return refused(USAGE);
    }
    if (lost) {
      return Viewer.house(() -> invitations.afterLoss(to.get(), send))
          .map(this::told)
          .orElseGet(() -> refused("nobody has that address"));
    }
    Optional<Role> given = role(String.valueOf(role));
    if (given.isEmpty() || (area != null && !AREA.matcher(area).matches())) {
      return refused(USAGE);
    }
    AreaCode where = area == null ? null : new AreaCode(area);
    Lang words = Lang.find(lang).orElse(Lang.FI);
    return told(
        Viewer.house(
            () -> invitations.toRole(to.get(), words, given.get(), organization, where, send)));
  }

  private int told(URI link) {
    out()
        .println(
            "Give this link to the one invited, and to nobody else; it works once, for a day:");
    out().println(link);
    out().flush();
    return 0;
  }

  private int refused(String why) {
    out().println(why);
    out().flush();
    return 2;
  }

  /// The roles that come by themselves can't be given.
  private static Optional<Role> role(String written) {
    try {
      Role role = Role.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
      return role == Role.VISITOR || role == Role.PARENT ? Optional.empty() : Optional.of(role);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private PrintWriter out() {
    return spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
  }
}
