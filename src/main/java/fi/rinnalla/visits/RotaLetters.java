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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Letters of a rota: to a presenter, with a link to its own turns, and to the host, with one to
/// the rota.
@Component
class RotaLetters {
  private final RotaRows rows;
  private final TurnRows turns;
  private final Directory directory;
  private final PartnerPost post;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final HouseWork house;
  private final Clock clock;

  RotaLetters(
      RotaRows rows,
      TurnRows turns,
      Directory directory,
      PartnerPost post,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
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

  /// One letter to each presenter, with all of these turns that are theirs.
  void ask(Rota rota, List<Turn> given) {
    for (Presenter presenter : rota.presenters()) {
      List<Turn> its = given.stream().filter(it -> it.isOf(presenter.id())).toList();
      if (!its.isEmpty()) {
        send("asked", rota, presenter, its);
      }
    }
  }

  /// Tells whoever had a turn that it isn't theirs any more.
  void changed(Rota rota, Turn turn, UUID before) {
    rota.presenter(before).ifPresent(it -> send("changed", rota, it, List.of(turn)));
  }

  /// Tells each presenter which of its turns are not any more. There is nothing to look at.
  void ended(Rota rota, List<Turn> turns) {
    for (Presenter presenter : rota.presenters()) {
      List<Turn> its = turns.stream().filter(it -> it.isOf(presenter.id())).toList();
      if (!its.isEmpty()) {
        house.step(() -> {
          addresses(presenter)
              .forEach((to, lang) ->
                  send("ended", rota, its, to, lang, presenter.id().toString(), null));
          return rota;
        });
      }
    }
  }

  /// Asks whoever has a turn to change it for another's.
  void wished(Rota rota, Turn theirs, Swap swap) {
    List<Turn> both = new ArrayList<>(List.of(theirs));
    turns.find(swap.turn()).ifPresent(both::add);
    rota.presenters().stream()
        .filter(it -> theirs.isOf(it.id()))
        .forEach(it -> send("wished", rota, it, both));
  }

  void swapped(Rota rota, Turn one, Turn other) {
    for (Turn turn : List.of(one, other)) {
      rota.presenters().stream()
          .filter(it -> turn.isOf(it.id()))
          .forEach(it -> send("swapped", rota, it, List.of(turn)));
    }
    tellHost("host_swapped", rota, List.of(one, other));
  }

  /// Offers a turn to all who take turns in its month.
  void offered(Rota rota, Turn turn) {
    rota.taking().stream()
        .filter(it -> !it.offMonths().contains(turn.day().getMonth()))
        .forEach(it -> send("offered", rota, it, List.of(turn)));
  }

  void remind(Rota rota, Turn turn) {
    rota.presenters().stream()
        .filter(it -> turn.isOf(it.id()))
        .forEach(it -> send("reminded", rota, it, List.of(turn)));
  }

  void declined(Rota rota, Turn turn) {
    tellHost("host_declined", rota, List.of(turn));
  }

  void taken(Rota rota, Turn turn) {
    tellHost("host_taken", rota, List.of(turn));
  }

  private void send(String what, Rota rota, Presenter presenter, List<Turn> told) {
    house.step(() -> {
      Map<EmailAddress, Lang> to = addresses(presenter);
      if (!to.isEmpty()) {
        String token = token(rota, presenter);
        to.forEach((address, lang) ->
            send(
                what,
                rota,
                told,
                address,
                lang,
                presenter.id().toString(),
                it -> site.of(Route.TURNS.path(it, token))));
      }
      return rota;
    });
  }

  private void tellHost(String what, Rota rota, List<Turn> told) {
    house.step(() -> {
      post.addresses(rota.organization())
          .forEach((to, lang) ->
              send(
                  what,
                  rota,
                  told,
                  to,
                  lang,
                  "host",
                  it -> site.of(Addresses.rota(it, rota.organization(), rota.id()))));
      return rota;
    });
  }

  private void send(
      String what,
      Rota rota,
      List<Turn> told,
      EmailAddress to,
      Lang lang,
      String key,
      @Nullable Function<Lang, java.net.URI> link) {
    List<String> words = new ArrayList<>();
    words.add(messages.say(lang, "visits.rota.letter." + what));
    told.stream()
        .sorted(Comparator.comparing(Turn::startsAt))
        .forEach(it -> words.add(line(it, lang)));
    words.add(place(rota, lang));
    words.removeIf(String::isBlank);
    String which =
        String.join(",", told.stream().map(it -> it.id() + "." + it.version()).sorted().toList());
    Letter letter =
        Letter.calm(
            to,
            lang,
            messages.say(lang, "visits.rota.letter." + what + ".subject"),
            words,
            "visits/rota/%s/%s/%s/%s/%s"
                .formatted(what, rota.id(), key, hash(which + days(told)), hash(to.value())));
    notifications.send(
        link == null
            ? letter
            : letter.withLink(
                messages.say(lang, "visits.rota.letter." + what + ".link"), link.apply(lang)));
  }

  /// A reminder of two days is another than that of fourteen.
  private static String days(List<Turn> told) {
    return told.stream().map(it -> String.valueOf(it.reminded())).toList().toString();
  }

  private static String hash(String words) {
    return HexFormat.of().formatHex(Sha256.of(words));
  }

  private static String line(Turn turn, Lang lang) {
    return Dates.weekdayShort(lang, turn.day())
        + " "
        + Dates.full(lang, turn.day())
        + " "
        + Dates.times(lang, turn.startsAt(), turn.endsAt());
  }

  private String place(Rota rota, Lang lang) {
    return directory
        .find(rota.location())
        .map(it -> OneLine.of(it.record().name().orEmpty(lang)))
        .orElse("");
  }

  private Map<EmailAddress, Lang> addresses(Presenter presenter) {
    UUID partner = presenter.partner();
    if (partner != null) {
      return post.addresses(partner);
    }
    Map<EmailAddress, Lang> own = new java.util.LinkedHashMap<>();
    EmailAddress.find(String.valueOf(presenter.email()))
        .ifPresent(it -> own.put(it, presenter.lang()));
    return own;
  }

  /// A new link for each letter, for only its digest is kept; good until the last turn is over.
  private String token(Rota rota, Presenter presenter) {
    String token = post.token();
    Instant until =
        turns.of(rota.id()).stream()
            .map(Turn::endsAt)
            .max(Comparator.naturalOrder())
            .orElseGet(clock::instant);
    rows.link(Sha256.of(token), presenter.id(), until);
    return token;
  }
}
