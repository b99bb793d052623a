package fi.rinnalla.signin;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Invites somebody to a role. It doesn't say which one or for whom.
@Component
class InvitationLetter {
  private final Notifications notifications;
  private final Messages messages;
  private final SignInSettings settings;
  private final Clock clock;

  InvitationLetter(
      Notifications notifications, Messages messages, SignInSettings settings, Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param words the key of what the person is asked to do
  void send(EmailAddress to, Lang lang, String words, URI link) {
    notifications.send(
        Letter.now(
                to,
                lang,
                messages.say(lang, "invite.letter.subject"),
                List.of(messages.say(lang, words), messages.say(lang, "invite.letter.once")),
                "signin/invite/" + UUID.randomUUID())
            .withLink(messages.say(lang, "invite.letter.link"), link)
            .goodUntil(clock.instant().plus(settings.invitationLasts())));
  }
}
