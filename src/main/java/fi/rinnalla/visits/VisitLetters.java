package fi.rinnalla.visits;

import fi.rinnalla.directory.Directory;
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
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Letters of visits: to a partner, with a link to answer by, and to the host, with one to its own
/// page.
@Component
class VisitLetters {
  private final VisitRows rows;
  private final Directory directory;
  private final PartnerPost post;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final HouseWork house;
  private final Clock clock;

  VisitLetters(
      VisitRows rows,
      Directory directory,
      PartnerPost post,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.directory = directory;
    this.post = post;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.house = house;
    this.clock = clock;
  }

  boolean reaches(UUID organization) {
    return post.reaches(organization);
  }

  void ask(Visit visit, VisitSeries series) {
    visit.partners().forEach(it -> ask(visit, series, it));
  }

  void ask(Visit visit, VisitSeries series, UUID partner) {
    send("asked", visit, series, partner);
  }

  /// Tells a partner that the time it proposed is the time.
  void agreed(Visit visit, VisitSeries series, UUID partner) {
    send("agreed", visit, series, partner);
  }

  /// Tells a partner that it isn't asked to the visit any more: there is nothing to answer.
  void unasked(Visit visit, VisitSeries series, UUID partner) {
    house.step(() -> {
      post.addresses(partner)
          .forEach(
              (to, lang) -> send("unasked", visit, series, to, lang, partner.toString(), null));
      return visit;
    });
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
      post.addresses(partner)
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
      post.addresses(series.organization())
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
      @Nullable Function<Lang, URI> link) {
    Letter letter =
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
                    HexFormat.of().formatHex(Sha256.of(to.value()))));
    notifications.send(
        link == null
            ? letter
            : letter.withLink(
                messages.say(lang, "visits.letter." + what + ".link"), link.apply(lang)));
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
    String token = post.token();
    if (visit.endsAt().isAfter(clock.instant())) {
      rows.link(Sha256.of(token), visit.id(), partner, visit.endsAt());
    }
    return token;
  }
}
