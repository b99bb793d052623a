package fi.rinnalla.referrals;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
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
import fi.rinnalla.vocabulary.Sha256;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Letters about matters and referrals: that there is something, and nothing of what or whose.
@Component
class CaseLetters {
  private final Notifications notifications;
  private final People people;
  private final Directory directory;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  CaseLetters(
      Notifications notifications,
      People people,
      Directory directory,
      Messages messages,
      SiteAddress site,
      Clock clock) {
    this.notifications = notifications;
    this.people = people;
    this.directory = directory;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  /// A request has come to a team.
  void asked(HelpCase its) {
    for (Person navigator : navigators(its.team())) {
      send(navigator, "asked", "asked/" + its.id() + "/" + navigator.id(), Route.NAVIGATING);
    }
  }

  /// A request waits again, for whoever had it is away or has gone.
  void returned(HelpCase its) {
    for (Person navigator : navigators(its.team())) {
      send(
          navigator,
          "asked",
          "returned/" + its.id() + "/" + navigator.id() + "/" + hour(),
          Route.NAVIGATING);
    }
  }

  /// Something of a family's matter has changed: they are told that much, at most once an hour.
  void toFamily(HelpCase its) {
    people
        .find(its.person())
        .ifPresent(
            it -> send(it, "family", "family/" + its.id() + "/" + hour(), Route.CASES, its.id()));
  }

  /// That something they arranged is tomorrow.
  void tomorrow(HelpCase its) {
    people
        .find(its.person())
        .ifPresent(it ->
            send(it, "tomorrow", "tomorrow/" + its.id() + "/" + hour(), Route.CASES, its.id()));
  }

  /// So is their navigator.
  void toNavigator(HelpCase its) {
    PersonId navigator = its.navigator();
    if (navigator != null) {
      people
          .find(navigator)
          .ifPresent(it ->
              send(
                  it,
                  "navigator",
                  "navigator/" + its.id() + "/" + hour(),
                  Route.NAVIGATING,
                  its.id()));
    }
  }

  /// A referral waits for its organization's answer, which takes one tap by the letter's link.
  ///
  /// @param what the end of the key of the words: `requested`, or `unanswered`
  void toOrganization(Referral referral, String secret, String what) {
    String key = HexFormat.of().formatHex(Sha256.of(secret));
    addresses(referral.organization())
        .forEach((address, lang) ->
            notifications.send(
                letter(
                    address,
                    lang,
                    what,
                    key + "/" + digest(address),
                    site.of(Route.REFERRAL.path(lang, secret)))));
  }

  /// That the family of a referral has written.
  void word(Referral referral) {
    toAll(referral, "word", "word/" + referral.id() + "/" + hour());
  }

  /// That one is over, and nothing else.
  void over(Referral referral) {
    toAll(referral, "over", "over/" + referral.id());
  }

  private void toAll(Referral referral, String what, String key) {
    addresses(referral.organization())
        .forEach((address, lang) ->
            notifications.send(
                letter(
                    address,
                    lang,
                    what,
                    key + "/" + digest(address),
                    site.of(Route.OWN.path(lang)))));
  }

  private String hour() {
    return String.valueOf(clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond());
  }

  private void send(Person to, String what, String key, Route route) {
    send(to, what, key, site.of(route.path(to.lang())));
  }

  private void send(Person to, String what, String key, Route route, HelpCaseId its) {
    send(to, what, key, site.of(route.path(to.lang(), its.toString())));
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
            messages.say(lang, "referrals.letter." + what),
            List.of(messages.say(lang, "referrals.letter." + what + "_text")),
            "referrals/" + what + "/" + key)
        .withLink(messages.say(lang, "referrals.letter.open"), link);
  }

  /// Those who keep the organization's page, and its own published mailbox.
  private Map<EmailAddress, Lang> addresses(OrganizationId organization) {
    Map<EmailAddress, Lang> all = new LinkedHashMap<>();
    for (Person keeper : people.keepers(organization.value())) {
      Optional.ofNullable(keeper.email())
          .flatMap(EmailAddress::find)
          .ifPresent(it -> all.put(it, keeper.lang()));
    }
    directory
        .find(organization)
        .map(Listing::record)
        .map(Organization::email)
        .flatMap(EmailAddress::find)
        .ifPresent(it -> all.putIfAbsent(it, Lang.FI));
    return all;
  }

  private Collection<Person> navigators(OrganizationId team) {
    List<PersonId> ids =
        people.rolesFor(team.value()).stream()
            .filter(it -> it.role() == Role.NAVIGATOR)
            .map(RoleHeld::person)
            .distinct()
            .toList();
    return people.all(ids).values();
  }

  /// An address as a part of a key, which is kept longer than the letter.
  private static String digest(EmailAddress address) {
    return HexFormat.of().formatHex(Sha256.of(address.value()), 0, 8);
  }
}
