package fi.rinnalla.feedback;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.SiteAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells those who keep the partners' pages that a summary is there, and later what was decided; of
/// what, and what is in it, is behind the link.
@Component
class SummaryLetter {
  private final Notifications notifications;
  private final People people;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  SummaryLetter(
      Notifications notifications,
      People people,
      Messages messages,
      SiteAddress site,
      Clock clock) {
    this.notifications = notifications;
    this.people = people;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  void send(Round round) {
    send(round, "feedback.letter", "text", "summary/" + round.id());
  }

  /// A decision that is taken back and made again is told again.
  void decided(Round round, Round.Decision decision) {
    send(
        round,
        "feedback.letter.review",
        decision.code(),
        "review/" + round.id() + "/" + decision.code() + "/" + clock.instant());
  }

  private void send(Round round, String words, String text, String key) {
    for (UUID partner : round.partners()) {
      people
          .keepers(partner)
          .forEach(person ->
              EmailAddress.find(String.valueOf(person.email()))
                  .ifPresent(to ->
                      notifications.send(
                          letter(to, person, words, text, key)
                              .withLink(
                                  messages.say(person.lang(), words + ".link"),
                                  site.of(Addresses.round(person.lang(), partner, round.id()))))));
    }
  }

  private Letter letter(EmailAddress to, Person person, String words, String text, String key) {
    return Letter.calm(
        to,
        person.lang(),
        messages.say(person.lang(), words + ".subject"),
        List.of(messages.say(person.lang(), words + "." + text)),
        "feedback/" + key + "/" + person.id());
  }
}
