package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.reminders.DiscreetWords;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What those who signed up are told, each time as it truly stands. The subject says nothing of
/// what it is about; nor does the letter name an event that may endanger its reader.
@Component
class SignupLetters {
  private final ContactRows contacts;
  private final Calendar calendar;
  private final DiscreetWords discreet;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final SignInLinks secrets;

  SignupLetters(
      ContactRows contacts,
      Calendar calendar,
      DiscreetWords discreet,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      SignInLinks secrets) {
    this.contacts = contacts;
    this.calendar = calendar;
    this.discreet = discreet;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.secrets = secrets;
  }

  /// What a letter tells.
  enum What {
    CONFIRM_SEAT(Letter.Urgency.NOW),
    CONFIRM_QUEUE(Letter.Urgency.NOW),
    CONFIRM_WORD(Letter.Urgency.NOW),
    /// The address has a sign-up already.
    ALREADY(Letter.Urgency.NOW),
    CONFIRMED(Letter.Urgency.NOW),
    WAITING(Letter.Urgency.NOW),
    /// The place was gone when the link was used, and there is no queue.
    TOO_LATE(Letter.Urgency.NOW),
    OFFERED(Letter.Urgency.CALM),
    LAPSED(Letter.Urgency.CALM),
    PASSED_OVER(Letter.Urgency.CALM),
    ROOM(Letter.Urgency.CALM),
    CANCELLED(Letter.Urgency.NOW),
    /// Cancelled by the organizer.
    DISMISSED(Letter.Urgency.CALM),
    CHANGED(Letter.Urgency.CALM);

    private final Letter.Urgency urgency;

    What(Letter.Urgency urgency) {
      this.urgency = urgency;
    }

    private String words() {
      return "signups.letter." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param rest what else the words need, after the event and its time
  void send(Signup signup, Slot slot, What what, Object... rest) {
    send(signup, slot, what, List.of(), rest);
  }

  /// @param more further paragraphs, ready as they are
  void send(Signup signup, Slot slot, What what, List<String> more, Object... rest) {
    contacts.find(signup.id()).ifPresent(to -> send(to, signup, slot, what, more, rest));
  }

  private void send(
      EmailAddress to, Signup signup, Slot slot, What what, List<String> more, Object... rest) {
    Lang lang = signup.lang();
    List<Object> words =
        new ArrayList<>(List.of(discreet.name(signup.event(), lang), when(slot, lang)));
    words.addAll(List.of(rest));
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(messages.say(lang, what.words(), words.toArray()));
    paragraphs.addAll(more);
    if (what == What.CONFIRM_SEAT || what == What.CONFIRM_QUEUE || what == What.CONFIRM_WORD) {
      paragraphs.add(messages.say(lang, "signups.letter.not_you"));
    }
    String key = "signups/" + signup.id() + "/" + UUID.randomUUID();
    String subject = messages.say(lang, "signups.letter.subject");
    Letter letter =
        what.urgency == Letter.Urgency.NOW
            ? Letter.now(to, lang, subject, paragraphs, key)
            : Letter.calm(to, lang, subject, paragraphs, key);
    Instant until = signup.until();
    if (until != null) {
      letter = letter.goodUntil(until);
    }
    notifications.send(letter.withLink(messages.say(lang, link(what)), address(signup, what)));
  }

  private static String link(What what) {
    return switch (what) {
      case CONFIRM_SEAT, CONFIRM_QUEUE, CONFIRM_WORD -> "signups.letter.link.confirm";
      case OFFERED -> "signups.letter.link.answer";
      case ROOM -> "signups.letter.link.sign_up";
      default -> "signups.letter.link.manage";
    };
  }

  private URI address(Signup signup, What what) {
    Lang lang = signup.lang();
    Optional<String> slug = calendar.find(signup.event()).map(EventListing::slug);
    if (what == What.ROOM && slug.isPresent()) {
      // The wish to hear is fulfilled by this letter, and nothing of it is left to manage.
      return site.of(Route.SIGN_UP.path(lang, slug.get()));
    }
    String token = secrets.secret();
    contacts.link(signup.id(), token);
    return site.of(Route.MINE.path(lang, token));
  }

  private String when(Slot slot, Lang lang) {
    return slot.time() == null
        ? messages.say(lang, "signups.letter.series", DiscreetWords.day(lang, slot.startsAt()))
        : discreet.time(lang, slot.startsAt(), slot.endsAt());
  }

  /// What has become of a time.
  String news(Lang lang, String what, String was, String is) {
    return messages.say(lang, "signups.letter.news." + what, was, is);
  }

  String time(Lang lang, Instant start, Instant end) {
    return discreet.time(lang, start, end);
  }

  String moment(Lang lang, @Nullable Instant at) {
    return at == null ? "" : discreet.moment(lang, at);
  }
}
