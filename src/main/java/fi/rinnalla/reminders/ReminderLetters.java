package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The letters of reminders. The subject says nothing of what it is about, and each has its way out
/// in one tap.
@Component
class ReminderLetters {
  private final EventReminderRows rows;
  private final Notifications notifications;
  private final DiscreetWords words;
  private final Messages messages;
  private final SiteAddress site;
  private final SignInLinks secrets;

  ReminderLetters(
      EventReminderRows rows,
      Notifications notifications,
      DiscreetWords words,
      Messages messages,
      SiteAddress site,
      SignInLinks secrets) {
    this.rows = rows;
    this.notifications = notifications;
    this.words = words;
    this.messages = messages;
    this.site = site;
    this.secrets = secrets;
  }

  /// What makes a telling this one and no other, whichever process tells it.
  static String key(RecipientId recipient, EventReminder reminder, LocalDateTime time, int number) {
    return "reminders/" + recipient + "/" + reminder.event() + "/" + time + "/" + number;
  }

  /// Asks the owner of the address whether it was they who wished.
  void ask(EventReminder reminder, Recipient to, Instant until) {
    Lang lang = reminder.lang();
    String token = token(reminder);
    List<String> paragraphs =
        List.of(
            messages.say(
                lang,
                "reminders.letter.confirm",
                words.name(reminder.event(), lang),
                words.moment(lang, until)),
            messages.say(lang, "reminders.letter.not_you"));
    notifications.send(
        Letter.now(
                email(to),
                lang,
                messages.say(lang, "reminders.letter.subject"),
                paragraphs,
                "reminders/ask/" + UUID.randomUUID())
            .goodUntil(until)
            .withLink(messages.say(lang, "reminders.letter.link.confirm"), manage(lang, token)));
  }

  /// Reminds of a time; useless when that has begun.
  void remind(
      EventReminder reminder, Recipient to, EventListing listing, Occurrence time, String key) {
    Lang lang = reminder.lang();
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        messages.say(
            lang,
            "reminders.letter.due",
            words.name(listing.event().id(), lang),
            words.time(lang, time.start(), time.end())));
    if (!words.isSensitive(listing)) {
      // An address has the words of the title in it.
      paragraphs.add(
          messages.say(
              lang,
              "reminders.letter.calendar",
              site.of(Route.EVENT.path(lang, listing.slug()) + ".ics").toASCIIString()));
    }
    send(reminder, to, paragraphs, key, time.start());
  }

  /// Tells that what one was reminded of isn't held after all.
  void off(EventReminder reminder, Recipient to, LocalDateTime time, Instant start, String key) {
    Lang lang = reminder.lang();
    String said =
        messages.say(
            lang,
            "reminders.letter.off",
            words.name(reminder.event(), lang),
            words.moment(lang, start));
    send(reminder, to, List.of(said), key, start);
  }

  private void send(
      EventReminder reminder, Recipient to, List<String> said, String key, Instant useless) {
    Lang lang = reminder.lang();
    String token = token(reminder);
    List<String> paragraphs = new ArrayList<>(said);
    URI stop = site.of(Route.NO_REMINDER.path(lang, token));
    paragraphs.add(messages.say(lang, "reminders.letter.stop", stop.toASCIIString()));
    notifications.send(
        Letter.calm(
                email(to), lang, messages.say(lang, "reminders.letter.subject"), paragraphs, key)
            .goodUntil(useless)
            .withLink(messages.say(lang, "reminders.letter.link.manage"), manage(lang, token))
            .withUnsubscribe(stop));
  }

  private String token(EventReminder reminder) {
    String token = secrets.secret();
    rows.link(reminder.id(), token);
    return token;
  }

  private URI manage(Lang lang, String token) {
    return site.of(Route.REMINDERS.path(lang, token));
  }

  private static EmailAddress email(Recipient to) {
    return EmailAddress.find(to.address()).orElseThrow();
  }
}
