package fi.rinnalla.signin;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./rinnalla person invite`: gives somebody a role and a link to come in by. How the first
/// administrator comes to a house without a demo.
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    description = "Invites a person to a role.")
public class PersonCommand implements Callable<Integer> {
  private static final String USAGE =
      "usage: person invite --role ROLE (--area M106 | --organization UUID) [--send] EMAIL";

  private final People people;
  private final SignInLinks links;
  private final InvitationLetter letter;
  private final SiteAddress site;
  private final TransactionTemplate transaction;

  @Spec @Nullable CommandSpec spec;

  PersonCommand(
      People people,
      SignInLinks links,
      InvitationLetter letter,
      SiteAddress site,
      TransactionTemplate transaction) {
    this.people = people;
    this.links = links;
    this.letter = letter;
    this.site = site;
    this.transaction = transaction;
  }

  @Override
  public Integer call() {
    out().println(USAGE);
    return 2;
  }

  @Command(name = "invite", description = "Gives a role, and prints a link that signs in once.")
  int invite(
      @Option(names = "--role", required = true, description = "such as REGION_ADMIN") String role,
      @Option(names = "--area", description = "a municipality, such as M106") @Nullable String area,
      @Option(names = "--organization", description = "an organization's id")
          @Nullable UUID organization,
      @Option(names = "--lang", defaultValue = "fi", description = "fi, sv or en") String lang,
      @Option(names = "--send", description = "send the link as a letter too") boolean send,
      @Parameters(paramLabel = "EMAIL") String email) {
    Optional<EmailAddress> to = EmailAddress.find(email);
    Optional<Role> given = role(role);
    if (to.isEmpty() || given.isEmpty() || (area == null) == (organization == null)) {
      out().println(USAGE);
      return 2;
    }
    AreaCode where;
    try {
      where = area == null ? null : new AreaCode(area);
    } catch (IllegalArgumentException wrong) {
      out().println(wrong.getMessage());
      return 2;
    }
    Lang words = Lang.find(lang).orElse(Lang.FI);
    String link =
        Viewer.house(() ->
            transaction.execute(_ -> {
              Person person = people.of(to.get().value(), words);
              people.give(person.id(), given.get(), organization, where, null);
              String token = links.invite(to.get().value(), Route.PASSKEYS.path(words));
              String path = Route.SIGN_IN.path(words, token);
              if (send) {
                letter.send(to.get(), words, site.of(path));
              }
              return site.of(path).toString();
            }));
    out().println("Give this link to the one invited, and to nobody else; it works once:");
    out().println(Objects.requireNonNull(link));
    out().flush();
    return 0;
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
