package fi.rinnalla.advice;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Letters to those who sit at a desk: that a question waits there, and that one has waited too
/// long. Nothing of the question is in them, and each comes once a day at most.
@Component
class DeskLetters {
  private final AdviserRows advisers;
  private final People people;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  DeskLetters(
      AdviserRows advisers,
      People people,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      Clock clock) {
    this.advisers = advisers;
    this.people = people;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  enum About {
    WAITS("advice.letter.waits"),
    LATE("advice.letter.late");

    private final String text;

    About(String text) {
      this.text = text;
    }
  }

  void tell(UUID desk, About about) {
    for (Adviser adviser : advisers.of(desk)) {
      people.find(adviser.person()).ifPresent(it -> tell(it, desk, about));
    }
  }

  private void tell(Person person, UUID desk, About about) {
    if (person.email() == null) {
      return;
    }
    Lang lang = person.lang();
    String key =
        "advice/%s/%s/%s/%s".formatted(about, desk, person.id(), Dates.day(clock.instant()));
    EmailAddress.find(person.email())
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        lang,
                        messages.say(lang, "advice.letter.subject"),
                        List.of(messages.say(lang, about.text)),
                        key)
                    .withLink(
                        messages.say(lang, "advice.letter.desk"),
                        site.of(Route.ADVISING.path(lang, desk.toString())))));
  }
}
