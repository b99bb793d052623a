package fi.rinnalla.networks;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Letters about networks: that there is something to see or to answer, and nothing of whom.
@Component
class NetworkLetters {
  private final Notifications notifications;
  private final People people;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  NetworkLetters(
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

  /// That the family's list has a new name on it.
  void changed(Network its, Duty next) {
    people
        .find(its.person())
        .ifPresent(it ->
            send(
                it,
                "family",
                its.id() + "/" + next.id() + "/" + clock.instant().getEpochSecond(),
                site.of(Route.NETWORKS.path(it.lang(), its.id().toString()))));
  }

  /// To the worker who took the call, or to whoever answers for the area now: somebody is missing.
  /// One letter a day.
  void missing(Network its) {
    List<PersonId> workers =
        people.holders(Role.LUURI_WORKER, List.of(its.area())).stream()
            .map(RoleHeld::person)
            .distinct()
            .toList();
    List<PersonId> told = workers.contains(its.worker()) ? List.of(its.worker()) : workers;
    people
        .all(told)
        .values()
        .forEach(it ->
            send(
                it,
                "missing",
                its.id()
                    + "/"
                    + LocalDate.ofInstant(clock.instant(), Zone.HELSINKI)
                    + "/"
                    + it.id(),
                site.of(Route.LUURI.path(it.lang()))));
  }

  /// To the family and whoever has joined: a meeting, of which their page tells more.
  ///
  /// @param what the end of the key of the words
  /// @param when a part of the letter's key, so that each is sent once
  void meets(Network its, String what, String when) {
    people
        .find(its.person())
        .ifPresent(it ->
            send(
                it,
                what,
                its.id() + "/" + when,
                site.of(Route.NETWORKS.path(it.lang(), its.id().toString()))));
    for (Member member : its.members()) {
      if (member.state() == Member.State.JOINED) {
        people
            .find(member.person())
            .ifPresent(it ->
                send(
                    it,
                    what,
                    member.id() + "/" + when,
                    site.of(Route.IN_NETWORKS.path(it.lang(), member.id().toString()))));
      }
    }
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
