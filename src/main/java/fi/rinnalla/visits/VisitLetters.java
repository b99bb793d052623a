package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Letters of visits: to a partner, with a link to answer by, and to the host, with one to its own
/// page. They go to those who keep the organization's page, or else to its own address in the
/// directory.
@Component
class VisitLetters {
  /// 128 bits, as one would want of any key.
  private static final int TOKEN_BYTES = 16;

  private final VisitRows rows;
  private final Directory directory;
  private final People people;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final HouseWork house;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  VisitLetters(
      VisitRows rows,
      Directory directory,
      People people,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.directory = directory;
    this.people = people;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.house = house;
    this.clock = clock;
  }

  boolean reaches(UUID organization) {
    return !house.step(() -> addresses(organization)).isEmpty();
  }

  void ask(Visit visit, VisitSeries series) {
    visit.partners().forEach(it -> send("asked", visit, series, it));
  }

  void moved(Visit visit, VisitSeries series) {
    visit.partners().forEach(it -> send("moved", visit, series, it));
  }

  void cancelled(Visit visit, VisitSeries series) {
    visit.partners().forEach(it -> send("cancelled", visit, series, it));
  }

  void remind(Visit visit, VisitSeries series, UUID partner) {
    send("reminded", visit, series, partner);
  }

  private void send(String what, Visit visit, VisitSeries series, UUID partner) {
    house.step(() -> {
      String token = token(visit, partner);
      addresses(partner)
          .forEach((to, lang) ->
              send(
                  what,
                  visit,
                  series,
                  to,
                  lang,
                  partner + "/" + visit.startsAt().getEpochSecond(),
                  it -> site.of(Route.VISIT.path(it, token))));
      return token;
    });
  }

  /// Tells the host that a partner has answered.
  void answered(Visit visit, VisitSeries series) {
    house.step(() -> {
      addresses(series.organization())
          .forEach((to, lang) ->
              send(
                  "answered",
                  visit,
                  series,
                  to,
                  lang,
                  "host",
                  it -> site.of(Addresses.series(it, series.organization(), series.id()))));
      return visit;
    });
  }

  private void send(
      String what,
      Visit visit,
      VisitSeries series,
      EmailAddress to,
      Lang lang,
      String key,
      Function<Lang, URI> link) {
    notifications.send(
        Letter.calm(
                to,
                lang,
                messages.say(lang, "visits.letter." + what + ".subject"),
                List.of(messages.say(lang, "visits.letter." + what), line(visit, series, lang)),
                "visits/%s/%s/%d/%s/%s"
                    .formatted(
                        what,
                        visit.id(),
                        visit.version(),
                        key,
                        HexFormat.of().formatHex(Sha256.of(to.value()))))
            .withLink(messages.say(lang, "visits.letter." + what + ".link"), link.apply(lang)));
  }

  /// What anybody may know of it: the day, the topic and the place.
  private String line(Visit visit, VisitSeries series, Lang lang) {
    String place =
        directory.find(series.location()).map(it -> it.record().name().orEmpty(lang)).orElse("");
    return messages.say(
        lang,
        "visits.letter.visit",
        Dates.full(lang, Dates.day(visit.startsAt())),
        Dates.times(lang, visit.startsAt(), visit.endsAt()),
        OneLine.of(visit.topic().orEmpty(lang)),
        OneLine.of(place));
  }

  /// A new link for each letter, for only its digest is kept; good until the visit is over.
  private String token(Visit visit, UUID partner) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    // In small letters, as all our addresses are.
    String token = HexFormat.of().formatHex(bytes);
    if (visit.endsAt().isAfter(clock.instant())) {
      rows.link(Sha256.of(token), visit.id(), partner, visit.endsAt());
    }
    return token;
  }

  private Map<EmailAddress, Lang> addresses(UUID organization) {
    Map<EmailAddress, Lang> addresses = new LinkedHashMap<>();
    people.rolesFor(organization).stream()
        .map(RoleHeld::person)
        .distinct()
        .flatMap(it -> people.find(it).stream())
        .forEach(it ->
            EmailAddress.find(String.valueOf(it.email()))
                .ifPresent(to -> addresses.put(to, it.lang())));
    if (addresses.isEmpty()) {
      directory
          .find(new OrganizationId(organization))
          .flatMap(it -> EmailAddress.find(String.valueOf(it.record().email())))
          .ifPresent(to -> addresses.put(to, Lang.FI));
    }
    return addresses;
  }
}
