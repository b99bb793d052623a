package fi.rinnalla.networks;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/// Letters about networks: that there is something to see or to answer, and nothing of whom.
@Component
class NetworkLetters {
  private final Notifications notifications;
  private final People people;
  private final Messages messages;
  private final SiteAddress site;

  NetworkLetters(Notifications notifications, People people, Messages messages, SiteAddress site) {
    this.notifications = notifications;
    this.people = people;
    this.messages = messages;
    this.site = site;
  }

  /// The family's, before anybody is told anything.
  void toFamily(Network its) {
    people
        .find(its.person())
        .ifPresent(it ->
            send(
                it,
                "family",
                its.id().toString(),
                site.of(Route.NETWORKS.path(it.lang(), its.id().toString()))));
  }

  void invite(Member member, String secret) {
    people
        .find(member.person())
        .ifPresent(it ->
            send(
                it,
                "invited",
                member.id().toString(),
                site.of(Route.NETWORK_ANSWER.path(it.lang(), secret))));
  }

  void over(PersonId person, String id) {
    people
        .find(person)
        .ifPresent(it -> send(it, "over", id, site.of(Route.IN_NETWORKS.path(it.lang()))));
  }

  /// To whoever called: where to see that it was assembled.
  void toCaller(Network its, EmailAddress to, Lang lang, String secret) {
    notifications.send(
        letter(to, lang, "called", its.id().toString(), site.of(Route.CALLED.path(lang, secret))));
  }

  private void send(Person to, String what, String key, URI link) {
    String email = to.email();
    if (email != null) {
      EmailAddress.find(email)
          .ifPresent(it -> notifications.send(letter(it, to.lang(), what, key, link)));
    }
  }

  private Letter letter(EmailAddress to, Lang lang, String what, String key, URI link) {
    return Letter.calm(
            to,
            lang,
            messages.say(lang, "networks.letter." + what),
            List.of(messages.say(lang, "networks.letter." + what + "_text")),
            "networks/" + what + "/" + key)
        .withLink(messages.say(lang, "networks.letter.open"), link);
  }
}
