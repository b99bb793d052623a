package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Route;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.signups.FamilySignups.Guest;
import fi.rinnalla.signups.SignupId;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Text;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A meet-up goes from one host to another who comes to it: the host asks, the other takes over by
/// a letter's link, signed in. Until then the old host stays, and nobody becomes one unasked.
@Component
public class HandOver {
  private final Notifications notifications;
  private final MeetupRows rows;
  private final MeetupEvents events;
  private final MeetupLetters letters;
  private final FamilySignups signups;
  private final SignInLinks secrets;
  private final MeetupSettings settings;
  private final Ties ties;
  private final JdbcClient jdbc;
  private final HouseWork house;
  private final Clock clock;

  HandOver(
      MeetupRows rows,
      MeetupEvents events,
      MeetupLetters letters,
      FamilySignups signups,
      SignInLinks secrets,
      MeetupSettings settings,
      Ties ties,
      JdbcClient jdbc,
      HouseWork house,
      Clock clock,
      Notifications notifications) {
    this.notifications = notifications;
    this.rows = rows;
    this.events = events;
    this.letters = letters;
    this.signups = signups;
    this.secrets = secrets;
    this.settings = settings;
    this.ties = ties;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  private record Offer(MeetupId meetup, SignupId signup) {}

  /// What is offered to the caller.
  public record Offered(MeetupId meetup, Text title) {}

  /// Asks one of those who come; the last one asked counts. False when they can't be written to.
  @Transactional
  public boolean offer(Caller caller, MeetupId id, UUID guest) {
    return house.step(() -> {
      Meetup meetup =
          rows.hold(id)
              .filter(it -> ties.isHost(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
      ties.open(caller, Action.UPDATE, meetup);
      Optional<FamilySignups.Reachable> to =
          signups.reachable(id.event()).stream()
              .filter(it -> it.signup().id().value().equals(guest))
              .findFirst();
      boolean oneself =
          signups.find(caller, id.event()).filter(it -> it.id().value().equals(guest)).isPresent();
      // A group's meet-ups are hosted by the group's hosts, who are asked on its page.
      if (to.isEmpty()
          || oneself
          || meetup.state() != Meetup.State.PUBLISHED
          || meetup.group() != null) {
        return false;
      }
      if (isOffered(id, guest)) {
        return true;
      }
      if (!notifications.mayAsk(to.get().address())) {
        return false;
      }
      String secret = secrets.secret();
      put(id, secret, guest);
      letters.send(
          to.get().address(),
          to.get().signup().lang(),
          "meetups.letter.hand_over",
          Route.HAND_OVER.path(to.get().signup().lang(), secret),
          "meetups/offer/" + id + "/" + UUID.randomUUID(),
          null);
      return true;
    });
  }

  /// Whether the same guest has been asked and may still answer: they have a letter.
  private boolean isOffered(MeetupId id, UUID guest) {
    return jdbc.sql(
            """
            select exists (select from meetups.offer
                            where meetup = :meetup and signup = :signup and until > :now)
            """)
        .param("meetup", id.value())
        .param("signup", guest)
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  private void put(MeetupId id, String secret, UUID guest) {
    jdbc.sql(
            """
            insert into meetups.offer (meetup, digest, signup, until)
            values (:meetup, :digest, :signup, :until)
            on conflict (meetup) do update
              set digest = :digest, signup = :signup, until = :until
            """)
        .param("meetup", id.value())
        .param("digest", Sha256.of(secret))
        .param("signup", guest)
        .param("until", Timestamp.from(clock.instant().plus(settings.offered())))
        .update();
  }

  /// What a link offers to the caller; nothing when it's another's, too old or used.
  @Transactional(readOnly = true)
  public Optional<Offered> find(Caller caller, String secret) {
    return house.step(() ->
        offer(secret)
            .filter(it -> guest(caller, it).isPresent())
            .flatMap(it -> rows.find(it.meetup()))
            .filter(it -> it.state() == Meetup.State.PUBLISHED && it.group() == null)
            .map(it -> new Offered(it.id(), events.title(it.plan(), it.lang()))));
  }

  private Optional<Offer> offer(String secret) {
    Instant now = clock.instant();
    return jdbc.sql(
            "select meetup, signup from meetups.offer where digest = :digest and until > :now")
        .param("digest", Sha256.of(secret))
        .param("now", Timestamp.from(now))
        .query((row, _) ->
            new Offer(
                new MeetupId(row.getObject(1, UUID.class)),
                new SignupId(row.getObject(2, UUID.class))))
        .optional();
  }

  /// The caller, when it is they who were asked.
  private Optional<Guest> guest(Caller caller, Offer offer) {
    return signups
        .find(caller, offer.meetup().event())
        .filter(it -> it.id().equals(offer.signup()) && !it.name().isEmpty());
  }

  /// Says that the caller can't: the link is used up, and the host hears that they stay.
  @Transactional
  public boolean decline(Caller caller, String secret) {
    return house.step(() -> {
      Offer offer = offer(secret).filter(it -> guest(caller, it).isPresent()).orElse(null);
      Meetup meetup = offer == null ? null : rows.hold(offer.meetup()).orElse(null);
      if (meetup == null || use(secret) == 0) {
        return false;
      }
      ties.open(caller, Action.UPDATE, meetup);
      letters.tellHost(meetup, MeetupLetters.What.NOT_TAKEN);
      return true;
    });
  }

  private int use(String secret) {
    return jdbc.sql("delete from meetups.offer where digest = :digest")
        .param("digest", Sha256.of(secret))
        .update();
  }

  /// Takes over; answers with the meet-up, or with nothing when the link isn't good for the caller.
  @Transactional
  public Optional<MeetupId> accept(Caller caller, String secret) {
    return house.step(() -> {
      Offer offer = offer(secret).orElse(null);
      Guest guest = offer == null ? null : guest(caller, offer).orElse(null);
      Meetup meetup = offer == null ? null : rows.hold(offer.meetup()).orElse(null);
      if (guest == null
          || meetup == null
          || meetup.state() != Meetup.State.PUBLISHED
          || meetup.group() != null) {
        return Optional.<MeetupId>empty();
      }
      // Read again when it's this one's turn: a link is used once.
      if (use(secret) == 0) {
        return Optional.<MeetupId>empty();
      }
      ties.open(caller, Action.UPDATE, meetup);
      letters.tellHost(meetup, MeetupLetters.What.HANDED_OVER);
      rows.put(meetup.hostedBy(caller.person().id(), guest.name()));
      return Optional.of(meetup.id());
    });
  }
}
