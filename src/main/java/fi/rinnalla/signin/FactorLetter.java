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
import java.util.Locale;
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

  /// What a letter tells of.
  enum Change {
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    OUTSIDE_ADDED,
    OUTSIDE_REMOVED,
    /// An operator invited the person, and hands the link over otherwise than by letter.
    INVITED,
    /// An operator took all of them away, for the person said that they were lost.
    LOST;

    private String words() {
      return "factor.letter." + name().toLowerCase(Locale.ROOT);
    }

    /// What to do if it wasn't them: against an operator's act nothing on the pages helps.
    private String otherwise() {
      return this == INVITED || this == LOST ? "factor.letter.not_asked" : "factor.letter.not_you";
    }
  }

  void tell(PersonId person, Change change) {
    people.find(person).ifPresent(it -> tell(it, change));
  }

  private void tell(Person person, Change change) {
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
                            messages.say(person.lang(), change.words()),
                            messages.say(person.lang(), change.otherwise())),
                        "signin/factor/" + UUID.randomUUID())
                    .withLink(
                        messages.say(person.lang(), "passkeys.title"),
                        site.of(Route.PASSKEYS.path(person.lang())))));
  }
}
