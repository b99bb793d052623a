package fi.rinnalla.signin;

import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends the link that signs in.
@Component
public class SignInLetter {
  private final SignInLinks links;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final SignInSettings settings;
  private final Clock clock;

  SignInLetter(
      SignInLinks links,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      SignInSettings settings,
      Clock clock) {
    this.links = links;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.settings = settings;
    this.clock = clock;
  }

  /// Answers whether a letter left. The one who asked isn't told: that the address gets none is its
  /// owner's matter.
  ///
  /// @param browser the secret of the browser that asks
  @Transactional
  public boolean send(EmailAddress to, Lang lang, String browser, String backTo) {
    Optional<String> token = links.make(to.value(), browser, backTo);
    token.ifPresent(it ->
        notifications.send(
            Letter.now(
                    to,
                    lang,
                    messages.say(lang, "sign_in.letter.subject"),
                    List.of(
                        messages.say(lang, "sign_in.letter.text"),
                        messages.say(lang, "sign_in.letter.not_you")),
                    "identity/link/" + UUID.randomUUID())
                .withLink(
                    messages.say(lang, "sign_in.letter.link"),
                    site.of(Route.SIGN_IN.path(lang, it)))
                .goodUntil(clock.instant().plus(settings.linkLasts()))));
    return token.isPresent();
  }
}
