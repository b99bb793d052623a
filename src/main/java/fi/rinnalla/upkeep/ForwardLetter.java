package fi.rinnalla.upkeep;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Asks an organization to look at what was told of its listing. To those who keep its listings
/// here the letter says only that something waits; to an organization that has nobody here it goes
/// to its public address, and says which page and what on it. A visitor's own words are in neither.
@Component
class ForwardLetter {
  private final Notifications notifications;
  private final Directory directory;
  private final People people;
  private final HouseWork house;
  private final Messages messages;
  private final SiteAddress site;

  ForwardLetter(
      Notifications notifications,
      Directory directory,
      People people,
      HouseWork house,
      Messages messages,
      SiteAddress site) {
    this.notifications = notifications;
    this.directory = directory;
    this.people = people;
    this.house = house;
    this.messages = messages;
    this.site = site;
  }

  boolean hasReader(Seen about) {
    OrganizationId organization = about.organization();
    return organization != null
        && (!editors(organization).isEmpty() || office(organization).isPresent());
  }

  void send(Seen about, List<Report> reports) {
    OrganizationId organization = about.organization();
    if (organization == null) {
      return;
    }
    String key = "upkeep/forward/" + reports.getFirst().id() + "/";
    List<Person> editors = editors(organization);
    for (Person editor : editors) {
      EmailAddress.find(String.valueOf(editor.email()))
          .ifPresent(to ->
              notifications.send(toEditor(to, editor.lang(), organization, key + editor.id())));
    }
    if (editors.isEmpty()) {
      office(organization)
          .ifPresent(to -> notifications.send(toOffice(to, about, reports, key + organization)));
    }
  }

  private Letter toEditor(EmailAddress to, Lang lang, OrganizationId organization, String key) {
    return Letter.calm(
            to,
            lang,
            messages.say(lang, "upkeep.queue.letter.subject"),
            List.of(
                messages.say(lang, "upkeep.queue.letter.text"),
                messages.say(lang, "upkeep.queue.letter.how")),
            key)
        .withLink(
            messages.say(lang, "upkeep.queue.letter.link"),
            site.of(Route.WORKSPACE.path(lang, organization.toString())));
  }

  private Letter toOffice(EmailAddress to, Seen about, List<Report> reports, String key) {
    Lang lang = Lang.FI;
    Set<What> what = new TreeSet<>();
    reports.forEach(it -> what.add(it.what()));
    String parts =
        what.stream()
            .map(it -> messages.say(lang, "upkeep.report.what." + it.code()))
            .collect(Collectors.joining(", "));
    return Letter.calm(
            to,
            lang,
            messages.say(lang, "upkeep.queue.letter.subject"),
            List.of(
                messages.say(lang, "upkeep.queue.letter.office", parts),
                messages.say(lang, "upkeep.queue.letter.office_how")),
            key)
        .withLink(
            messages.say(lang, "upkeep.queue.letter.page"),
            site.of(about.subject().kind().route().path(lang, about.slug())));
  }

  /// Those who keep the organization's listings and can be written to.
  private List<Person> editors(OrganizationId organization) {
    return house.step(() ->
        people.keepers(organization.value()).stream().filter(it -> it.email() != null).toList());
  }

  private Optional<EmailAddress> office(OrganizationId organization) {
    return directory
        .find(organization)
        .map(Listing::record)
        .map(Organization::email)
        .flatMap(EmailAddress::find);
  }
}
