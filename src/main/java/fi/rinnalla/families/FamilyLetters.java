package fi.rinnalla.families;

import fi.rinnalla.identity.Person;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Letters to a family's adults. None of them says what about or from whom: somebody else may see
/// the telephone.
@Component
class FamilyLetters {
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  FamilyLetters(Notifications notifications, Messages messages, SiteAddress site, Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  /// One a day to one address, whoever asks: nobody is pestered through us.
  void invite(EmailAddress to, Lang lang, String secret, Instant until) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    String key = HexFormat.of().formatHex(Sha256.of(to.value())) + "/" + today;
    notifications.send(
        Letter.calm(
                to,
                lang,
                messages.say(lang, "families.letter.invited"),
                List.of(messages.say(lang, "families.letter.invited_text")),
                "families/invited/" + key)
            .withLink(
                messages.say(lang, "families.letter.open"),
                site.of(Route.FAMILY_JOIN.path(lang, secret)))
            .goodUntil(until));
  }

  void ask(Consent consent, Person person, String secret) {
    send(consent, person, secret, "families.letter.asked_text");
  }

  void attested(Consent consent, Person person, String secret) {
    send(consent, person, secret, "families.letter.attested_text");
  }

  private void send(Consent consent, Person person, String secret, String text) {
    String email = person.email();
    if (email == null) {
      return;
    }
    EmailAddress.find(email)
        .ifPresent(to ->
            notifications.send(
                Letter.calm(
                        to,
                        person.lang(),
                        messages.say(person.lang(), "families.letter.subject"),
                        List.of(messages.say(person.lang(), text)),
                        "families/consent/" + consent.id())
                    .withLink(
                        messages.say(person.lang(), "families.letter.open"),
                        site.of(Route.CONSENT.path(person.lang(), secret)))));
  }
}
