package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.meetups.web.MeetupQueuePage;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.upkeep.Reach;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What is written about a meet-up. Neither the subject nor the letter names anybody, the place or
/// the time: a letter may lie open on a table. What there is to know is behind its link.
@Component
class MeetupLetters {
  private final People people;
  private final Reach reach;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final Clock clock;

  MeetupLetters(
      People people,
      Reach reach,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      Clock clock) {
    this.people = people;
    this.reach = reach;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.clock = clock;
  }

  /// What a letter tells its host.
  enum What {
    APPROVED,
    DECLINED,
    LAPSED,
    /// A wish was granted.
    GRANTED,
    /// A wish was refused.
    REFUSED,
    HIDDEN,
    RESTORED,
    REMOVED,
    /// Somebody else has taken over.
    HANDED_OVER,
    /// More families come.
    JOINED,
    /// The last of the weeks comes near.
    LAST_WEEKS;

    String words() {
      return "meetups.letter." + name().toLowerCase(Locale.ROOT);
    }
  }

  void tellHost(Meetup meetup, What what) {
    PersonId host = meetup.host();
    if (host == null) {
      return;
    }
    people
        .find(host)
        .ifPresent(it ->
            send(
                it,
                what.words(),
                Route.MEETUP.path(it.lang(), meetup.id().toString()),
                "meetups/%s/%s/%d/%s".formatted(meetup.id(), what, meetup.version(), today())));
  }

  /// Once a day, however many wait.
  void tellStaff(Meetup meetup) {
    if (meetup.organization() == null) {
      return;
    }
    String organization = meetup.organization().toString();
    people
        .keepers(meetup.organization().value())
        .forEach(it ->
            send(
                it,
                "meetups.letter.waiting",
                Route.WORKSPACE.path(it.lang(), organization),
                "meetups/waiting/%s/%s/%s".formatted(organization, it.id(), today())));
  }

  /// That people have told of something: to those who keep the place, or where nobody does, to
  /// those who look after the area. Once a day, however much is told; never to whoever told, nor to
  /// the host, who settles nothing of their own.
  void tellModerators(Meetup meetup, PersonId reporter) {
    List<Person> here =
        meetup.organization() == null
            ? List.of()
            : people.keepers(meetup.organization().value()).stream()
                .filter(it -> !it.id().equals(meetup.host()))
                .toList();
    if (here.isEmpty()) {
      Set<PersonId> staff = new LinkedHashSet<>();
      people
          .holders(Role.REGION_ADMIN, reach.of(meetup.areas()))
          .forEach(it -> staff.add(it.person()));
      people.all(staff).values().stream()
          .filter(it -> !it.id().equals(meetup.host()))
          .forEach(it -> alert(it, reporter, Route.MEETUPS_WAITING.path(it.lang()), "region"));
    } else {
      OrganizationId organization = Objects.requireNonNull(meetup.organization());
      here.forEach(it ->
          alert(
              it,
              reporter,
              MeetupQueuePage.address(it.lang(), organization),
              organization.toString()));
    }
  }

  private void alert(Person to, PersonId reporter, String path, String of) {
    if (!to.id().equals(reporter)) {
      send(
          to,
          "meetups.letter.alerted",
          path,
          "meetups/alerted/%s/%s/%s".formatted(of, to.id(), today()));
    }
  }

  private void send(Person to, String words, String path, String key) {
    Optional<EmailAddress> address = Optional.ofNullable(to.email()).flatMap(EmailAddress::find);
    address.ifPresent(it -> send(it, to.lang(), words, path, key));
  }

  void send(EmailAddress to, Lang lang, String words, String path, String key) {
    notifications.send(
        Letter.calm(
                to,
                lang,
                messages.say(lang, "meetups.letter.subject"),
                List.of(messages.say(lang, words)),
                key)
            .withLink(messages.say(lang, "meetups.letter.link"), site.of(path)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
