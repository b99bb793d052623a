package fi.rinnalla.signin;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells a person that the ways of signing in as them have changed. If it wasn't them, the letter
/// is how they hear of it, so it doesn't wait for the morning.
@Component
class FactorLetter {
  private final People people;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;

  FactorLetter(People people, Notifications notifications, Messages messages, SiteAddress site) {
    this.people = people;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
  }

  /// @param what the end of the message's key: `passkey_added`
  void tell(PersonId person, String what) {
    people.find(person).ifPresent(it -> tell(it, what));
  }

  private void tell(Person person, String what) {
    String email = person.email();
    if (email == null || person.demo()) {
      return;
    }
    EmailAddress.find(email)
        .ifPresent(to ->
            notifications.send(
                Letter.now(
                        to,
                        person.lang(),
                        messages.say(person.lang(), "factor.letter.subject"),
                        List.of(
                            messages.say(person.lang(), "factor.letter." + what),
                            messages.say(person.lang(), "factor.letter.not_you")),
                        "signin/factor/" + UUID.randomUUID())
                    .withLink(
                        messages.say(person.lang(), "passkeys.title"),
                        site.of(Route.PASSKEYS.path(person.lang())))));
  }
}
