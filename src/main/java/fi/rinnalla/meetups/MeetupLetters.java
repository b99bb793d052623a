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
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.upkeep.Reach;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    /// Whoever was asked to host can't.
    NOT_TAKEN,
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
                "meetups/%s/%s/%d/%s".formatted(meetup.id(), what, meetup.version(), today()),
                null));
  }

  /// That the host has written to those who come, once a day: they sign in by the address that this
  /// came to, and see what.
  void tellGuests(Meetup meetup, List<FamilySignups.Reachable> guests) {
    for (FamilySignups.Reachable it : guests) {
      Lang lang = it.signup().lang();
      send(
          it.address(),
          lang,
          "meetups.letter.written",
          Route.MEETUP.path(lang, meetup.id().toString()),
          "meetups/%s/written/%s/%s".formatted(meetup.id(), it.signup().id(), today()),
          null);
    }
  }

  /// That something waits for an answer: to those who keep the place, or where nobody does, to
  /// those who look after the area. Once a day, however many wait.
  void tellStaff(Gathering it) {
    OrganizationId organization = it.organization();
    List<Person> here = organization == null ? List.of() : people.keepers(organization.value());
    if (organization != null && !here.isEmpty()) {
      here.forEach(to ->
          tellWaiting(
              to, MeetupQueuePage.address(to.lang(), organization), organization.toString()));
    } else {
      carers(it).forEach(to -> tellWaiting(to, Route.MEETUPS_WAITING.path(to.lang()), "region"));
    }
  }

  private void tellWaiting(Person to, String path, String of) {
    send(
        to,
        "meetups.letter.waiting",
        path,
        "meetups/waiting/%s/%s/%s".formatted(of, to.id(), today()),
        null);
  }

  /// Those who look after the area.
  private Collection<Person> carers(Gathering it) {
    Set<PersonId> staff = new LinkedHashSet<>();
    people.holders(Role.REGION_ADMIN, reach.of(it.areas())).forEach(one -> staff.add(one.person()));
    return people.all(staff).values();
  }

  /// That people have told of something: to those who keep the place, or where nobody does, to
  /// those who look after the area. Once a day, however much is told; never to whoever told, nor to
  /// the host, who settles nothing of their own.
  void tellModerators(Gathering it, @Nullable PersonId reporter, Set<PersonId> hosts) {
    OrganizationId organization = it.organization();
    List<Person> here =
        organization == null
            ? List.of()
            : people.keepers(organization.value()).stream()
                .filter(one -> !hosts.contains(one.id()))
                .toList();
    if (organization != null && !here.isEmpty()) {
      here.forEach(to ->
          alert(
              to,
              reporter,
              MeetupQueuePage.address(to.lang(), organization),
              organization.toString()));
      return;
    }
    carers(it).stream()
        .filter(to -> !hosts.contains(to.id()))
        .forEach(to -> alert(to, reporter, Route.MEETUPS_WAITING.path(to.lang()), "region"));
  }

  private void alert(Person to, @Nullable PersonId reporter, String path, String of) {
    if (!to.id().equals(reporter)) {
      send(
          to,
          "meetups.letter.alerted",
          path,
          "meetups/alerted/%s/%s/%s".formatted(of, to.id(), today()),
          null);
    }
  }

  /// @param wayOut where its reader can say no to further ones
  /// @return false when there is no address to write to
  boolean send(Person to, String words, String path, String key, @Nullable URI wayOut) {
    Optional<EmailAddress> address = Optional.ofNullable(to.email()).flatMap(EmailAddress::find);
    address.ifPresent(it -> send(it, to.lang(), words, path, key, wayOut));
    return address.isPresent();
  }

  void send(
      EmailAddress to, Lang lang, String words, String path, String key, @Nullable URI wayOut) {
    List<String> said = new ArrayList<>();
    said.add(messages.say(lang, words));
    if (wayOut != null) {
      said.add(messages.say(lang, "meetups.letter.way_out", wayOut.toASCIIString()));
    }
    // Who works hears from the subject that something waits; a family's letter says nothing.
    String subject = words + ".subject";
    Letter letter =
        Letter.calm(
                to,
                lang,
                messages.say(
                    lang, messages.has(lang, subject) ? subject : "meetups.letter.subject"),
                said,
                key)
            .withLink(messages.say(lang, "meetups.letter.link"), site.of(path));
    notifications.send(wayOut == null ? letter : letter.withUnsubscribe(wayOut));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
