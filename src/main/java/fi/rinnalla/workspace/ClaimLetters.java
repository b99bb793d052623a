package fi.rinnalla.workspace;

import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Letters about a claim: to the published address that decides, to owners that one waits, and to
/// the claimant of what became of it. No subject names anybody.
@Component
class ClaimLetters {
  private static final String ASKED = "claim.letter.asked.subject";
  private static final String ANSWERED = "claim.letter.subject";

  private final Notifications notifications;
  private final Messages messages;
  private final People people;
  private final SiteAddress site;

  ClaimLetters(Notifications notifications, Messages messages, People people, SiteAddress site) {
    this.notifications = notifications;
    this.messages = messages;
    this.people = people;
    this.site = site;
  }

  /// The claimant is named by their address, which is known to be theirs; a name could say
  /// anything.
  void toMailbox(
      EmailAddress published,
      Organization organization,
      String claimant,
      String token,
      Instant until,
      Lang lang) {
    notifications.send(
        Letter.now(
                published,
                lang,
                messages.say(lang, "claim.letter.mailbox.subject"),
                List.of(
                    messages.say(
                        lang,
                        "claim.letter.mailbox.text",
                        claimant,
                        organization.name().orEmpty(lang)),
                    messages.say(lang, "claim.letter.mailbox.how"),
                    messages.say(lang, "claim.letter.mailbox.not")),
                key())
            .withLink(
                messages.say(lang, "claim.letter.mailbox.link"),
                site.of(Route.CLAIM_CONFIRM.path(lang, token)))
            .goodUntil(until));
  }

  void toOwner(PersonId owner, Organization organization) {
    tell(owner, organization, ASKED, "owners", "", Route.WORKSPACE, organization.id().toString());
  }

  void toStaff(PersonId moderator, Organization organization) {
    tell(moderator, organization, ASKED, "staff", "", Route.CLAIMS, "");
  }

  void granted(PersonId claimant, Organization organization) {
    tell(
        claimant,
        organization,
        ANSWERED,
        "granted",
        "",
        Route.WORKSPACE,
        organization.id().toString());
  }

  /// Somebody else was first; those who keep the page now decide.
  void kept(PersonId claimant, Organization organization) {
    tell(claimant, organization, ANSWERED, "kept", "", Route.OWN, "");
  }

  void refused(PersonId claimant, Organization organization, String reason) {
    tell(claimant, organization, ANSWERED, "refused", reason, Route.OWN, "");
  }

  private void tell(
      PersonId person,
      Organization organization,
      String subject,
      String what,
      String more,
      Route route,
      String of) {
    Person to = people.find(person).orElse(null);
    Optional<EmailAddress> address =
        Optional.ofNullable(to).map(Person::email).flatMap(EmailAddress::find);
    if (to == null || address.isEmpty()) {
      return;
    }
    Lang lang = to.lang();
    List<String> words = new ArrayList<>();
    words.add(
        messages.say(lang, "claim.letter." + what + ".text", organization.name().orEmpty(lang)));
    if (!more.isEmpty()) {
      words.add(messages.say(lang, "claim.letter.reason", more));
    }
    notifications.send(
        Letter.calm(address.get(), lang, messages.say(lang, subject), words, key())
            .withLink(
                messages.say(lang, "claim.letter.link"),
                site.of(of.isEmpty() ? route.path(lang) : route.path(lang, of))));
  }

  private static String key() {
    return "workspace/claim/" + UUID.randomUUID();
  }
}
