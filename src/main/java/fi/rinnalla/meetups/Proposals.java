package fi.rinnalla.meetups;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subject;
import fi.rinnalla.upkeep.Subjects;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Zone;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A parent proposes a meet-up. What was typed before signing in waits under a secret, for signing
/// in must not cost the words.
@Component
public class Proposals {
  private final MeetupRows rows;
  private final HostPlaces places;
  private final Groups groups;
  private final MeetupLetters letters;
  private final Subjects subjects;
  private final SignInLinks secrets;
  private final MeetupSettings settings;
  private final Gate gate;
  private final Json json;
  private final JdbcClient jdbc;
  private final HouseWork house;
  private final Clock clock;

  Proposals(
      MeetupRows rows,
      HostPlaces places,
      Groups groups,
      MeetupLetters letters,
      Subjects subjects,
      SignInLinks secrets,
      MeetupSettings settings,
      Gate gate,
      Json json,
      JdbcClient jdbc,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.places = places;
    this.groups = groups;
    this.letters = letters;
    this.subjects = subjects;
    this.secrets = secrets;
    this.settings = settings;
    this.gate = gate;
    this.json = json;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /// What became of proposing.
  public sealed interface Proposed {
    record Done(Meetup meetup) implements Proposed {}

    /// Families don't meet there, or not any more.
    record NoSuchPlace() implements Proposed {}

    /// The time is over, so near that nobody could answer, or too far away to promise.
    record BadTime() implements Proposed {}

    /// So many of the same person wait already, or were made today.
    record TooMany() implements Proposed {}

    /// The person has no address that could be written to.
    record NoAddress() implements Proposed {}
  }

  /// The days that a meet-up may be proposed for, from today on.
  public List<LocalDate> days() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    return today.datesUntil(today.plusWeeks(settings.weeksAhead()).plusDays(1)).toList();
  }

  /// Whether a time may be proposed: not over, not in an hour, not next year.
  public boolean isGood(Plan plan) {
    Instant start = plan.start().atZone(Zone.HELSINKI).toInstant();
    return !start.isBefore(clock.instant().plus(settings.notice()))
        && days().contains(plan.start().toLocalDate());
  }

  /// Proposes a meet-up; it's nowhere to be seen until the place's people have approved it.
  @Transactional
  public Proposed propose(Caller caller, String place, String name, Plan plan, Lang lang) {
    return propose(caller, place, name, plan, lang, null, false);
  }

  /// Proposes a group's next meet-up.
  ///
  /// @param weekly whether it shall be held every week from the first
  @Transactional
  public Proposed propose(
      Caller caller,
      String place,
      String name,
      Plan plan,
      Lang lang,
      @Nullable GroupId group,
      boolean weekly) {
    PersonId host = caller.person().id();
    Listing<Location> where = places.find(place).orElse(null);
    if (where == null) {
      return new Proposed.NoSuchPlace();
    }
    if (!isGood(plan)) {
      return new Proposed.BadTime();
    }
    // The demo's people read their letters on its page.
    if (caller.person().email() == null && !caller.person().demo()) {
      return new Proposed.NoAddress();
    }
    if (group != null && groups.hosted(caller, group).isEmpty()) {
      throw new NoSuchRecord(RecordType.GROUP);
    }
    return house.step(() -> {
      rows.queue(host);
      Instant now = clock.instant();
      long waiting =
          rows.of(host).stream().filter(it -> it.state() == Meetup.State.WAITING).count();
      if (waiting >= settings.waiting()
          || rows.proposedSince(host, now.minus(Duration.ofDays(1))) >= settings.proposals()) {
        return new Proposed.TooMany();
      }
      Meetup meetup =
          rows.put(
              new Meetup(
                  new MeetupId(UUID.randomUUID()),
                  host,
                  name.strip(),
                  lang,
                  group,
                  where.record().id(),
                  where.record().organization(),
                  areas(where.record()),
                  Meetup.State.WAITING,
                  1,
                  plan,
                  null,
                  weekly ? new Wish.Weekly() : null,
                  "",
                  now,
                  plan.end().atZone(Zone.HELSINKI).toInstant()));
      gate.open(
          caller,
          Action.CREATE,
          RecordType.MEETUP,
          meetup.id().toString(),
          Set.of(Relation.OWN),
          host.value());
      letters.tellStaff(meetup);
      return new Proposed.Done(meetup);
    });
  }

  Set<AreaCode> areas(Location place) {
    return subjects
        .find(new Subject(Subject.Kind.PLACE, place.uuid()))
        .map(Seen::areas)
        .orElse(Set.of());
  }

  /// Keeps what was typed, for an hour or two; answers with the secret that finds it again.
  @Transactional
  public String keep(Map<String, String> typed) {
    String secret = secrets.secret();
    return house.step(() -> {
      forgetTyped();
      jdbc.sql(
              """
              insert into meetups.draft (digest, fields, until)
              values (:digest, :fields::jsonb, :until)
              """)
          .param("digest", Sha256.of(secret))
          .param("fields", json.write(typed))
          .param("until", Timestamp.from(clock.instant().plus(settings.typed())))
          .update();
      return secret;
    });
  }

  /// What was typed; nothing when it's too long ago.
  @Transactional(readOnly = true)
  public Optional<Map<String, String>> typed(String secret) {
    return house.step(() ->
        jdbc.sql("select fields::text from meetups.draft where digest = :digest and until > :now")
            .param("digest", Sha256.of(secret))
            .param("now", Timestamp.from(clock.instant()))
            .query(String.class)
            .optional()
            .map(it -> {
              Map<String, String> fields = new HashMap<>();
              json.tree(it)
                  .properties()
                  .forEach(one -> fields.put(one.getKey(), one.getValue().asString()));
              return fields;
            }));
  }

  @Transactional
  public void forget(String secret) {
    house.step(() ->
        jdbc.sql("delete from meetups.draft where digest = :digest")
            .param("digest", Sha256.of(secret))
            .update());
  }

  int forgetTyped() {
    return jdbc.sql("delete from meetups.draft where until <= :now")
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
