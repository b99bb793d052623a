package fi.rinnalla.funds;

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
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Letters about hobby fee support. None of them says what about, for whom or whether yes or no:
/// that is behind the link.
@Component
class HobbyLetters {
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final People people;

  HobbyLetters(Notifications notifications, Messages messages, SiteAddress site, People people) {
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.people = people;
  }

  /// What a family is told.
  enum About {
    /// A professional has begun a draft with them.
    BEGUN,
    MISSING,
    DECISION,
    VOUCHER,
    ENDS_SOON,
    GOES_ON
  }

  /// @param time which time of such a letter, where there may be several
  void tell(HobbyApplication it, About about, String time) {
    people
        .find(it.person())
        .ifPresent(person ->
            send(
                person,
                switch (about) {
                  case BEGUN -> "funds.letter.begun";
                  case GOES_ON -> "funds.letter.term";
                  default -> "funds.letter.text";
                },
                Route.MY_HOBBY_SUPPORT.path(person.lang(), it.id().toString()),
                "funds/" + about + "/" + it.id() + "/" + time));
  }

  /// Asks a professional, whoever reads at that address.
  void recommend(HobbyApplication it, EmailAddress to, Lang lang, String secret) {
    Lang theirs = people.find(to.value()).map(Person::lang).orElse(lang);
    notifications.send(
        Letter.calm(
                to,
                theirs,
                messages.say(theirs, "funds.letter.subject"),
                List.of(messages.say(theirs, "funds.letter.recommend")),
                "funds/recommend/" + HexFormat.of().formatHex(Sha256.of(secret)))
            .withLink(
                messages.say(theirs, "funds.letter.open"),
                site.of(Route.RECOMMENDATIONS.path(theirs, secret))));
  }

  void nearlyUsed(Fund fund) {
    for (PersonId handler : handlers(fund.organization())) {
      people
          .find(handler)
          .ifPresent(person ->
              send(
                  person,
                  "funds.letter.nearly",
                  FundAddresses.fund(person.lang(), fund.organization().value(), fund.id()),
                  "funds/nearly/" + fund.id() + "/" + fund.budgetCents() + "/" + handler));
    }
  }

  private List<PersonId> handlers(OrganizationId organization) {
    return people.rolesFor(organization.value()).stream()
        .filter(it -> it.role() == Role.HOBBY_HANDLER)
        .map(RoleHeld::person)
        .distinct()
        .toList();
  }

  private void send(Person person, String text, String path, String key) {
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
                        messages.say(person.lang(), "funds.letter.subject"),
                        List.of(messages.say(person.lang(), text)),
                        key)
                    .withLink(messages.say(person.lang(), "funds.letter.open"), site.of(path))));
  }
}
