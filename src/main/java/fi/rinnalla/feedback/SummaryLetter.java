package fi.rinnalla.feedback;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.SiteAddress;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells those who keep the partners' pages that a summary is there; of what, and what is in it, is
/// behind the link.
@Component
class SummaryLetter {
  private final Notifications notifications;
  private final People people;
  private final Messages messages;
  private final SiteAddress site;

  SummaryLetter(Notifications notifications, People people, Messages messages, SiteAddress site) {
    this.notifications = notifications;
    this.people = people;
    this.messages = messages;
    this.site = site;
  }

  void send(Round round) {
    for (UUID partner : round.partners()) {
      people.rolesFor(partner).stream()
          .map(RoleHeld::person)
          .distinct()
          .flatMap(it -> people.find(it).stream())
          .forEach(person -> tell(person, round, partner));
    }
  }

  private void tell(Person person, Round round, UUID partner) {
    EmailAddress.find(String.valueOf(person.email()))
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        person.lang(),
                        messages.say(person.lang(), "feedback.letter.subject"),
                        List.of(messages.say(person.lang(), "feedback.letter.text")),
                        "feedback/summary/" + round.id() + "/" + person.id())
                    .withLink(
                        messages.say(person.lang(), "feedback.letter.link"),
                        site.of(Addresses.round(person.lang(), partner, round.id())))));
  }
}
