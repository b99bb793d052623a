package fi.rinnalla.families;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent.Channel;
import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.families.Consent.Purpose;
import fi.rinnalla.families.Consent.State;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people have agreed to. Rooms that ask for a consent say which matter it is about, and hear
/// by [ConsentDecided] and [ConsentEnded] what became of it.
@Component
public class Consents {
  private final ConsentRows rows;
  private final FamilyLetters letters;
  private final People people;
  private final SignInLinks secrets;
  private final FamilySettings settings;
  private final Gate gate;
  private final HouseWork house;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(
      ConsentRows rows,
      FamilyLetters letters,
      People people,
      SignInLinks secrets,
      FamilySettings settings,
      Gate gate,
      HouseWork house,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.letters = letters;
    this.people = people;
    this.secrets = secrets;
    this.settings = settings;
    this.gate = gate;
    this.house = house;
    this.events = events;
    this.clock = clock;
  }

  /// What is asked for: that the organization may know these things of the person for this.
  ///
  /// @param matter whose id it is the asking room knows
  public record Asked(
      PersonId person,
      OrganizationId organization,
      Purpose purpose,
      Set<Disclosed> fields,
      UUID matter) {}

  /// By what right a consent is one's own.
  public sealed interface Key {
    /// @param token from a letter
    record ByLink(String token) implements Key {}

    record Own(ConsentId id) implements Key {}
  }

  /// What became of a word.
  public sealed interface Outcome {
    record Done(Consent now) implements Outcome {}

    /// It is over, or not one's own: which of them isn't told.
    record NotGood() implements Outcome {}
  }

  /// Asks somebody, by a letter that says nothing of the matter. One that holds already, for no
  /// less, is left to hold; the asking room has opened its gate.
  @Transactional
  public Consent ask(Caller by, Asked asked) {
    return house.step(() -> {
      Optional<Consent> like = superseded(asked, false);
      if (like.isPresent()) {
        return like.get();
      }
      Person person = people.find(asked.person()).orElseThrow();
      Consent consent = fresh(asked, person, Channel.IN_APP, by.person().id(), null);
      String secret = secrets.secret();
      rows.add(consent, secret);
      letters.ask(consent, person, secret);
      return consent;
    });
  }

  /// Writes down what somebody said aloud or signed on paper. They get a letter with which to
  /// confirm it or take it back.
  ///
  /// @param by who attests it
  @Transactional
  public Consent attest(Caller by, Asked asked, Channel channel) {
    return attest(by, asked, channel, true);
  }

  /// As [#attest], without a letter: the asking room tells of several in one of its own, which
  /// leads to where each can be taken back.
  @Transactional
  public Consent attestTold(Caller by, Asked asked, Channel channel) {
    return attest(by, asked, channel, false);
  }

  private Consent attest(Caller by, Asked asked, Channel channel, boolean writes) {
    if (channel == Channel.IN_APP) {
      throw new IllegalArgumentException("nobody attests what is given here");
    }
    return house.step(() -> {
      superseded(asked, true);
      Person person = people.find(asked.person()).orElseThrow();
      Instant now = clock.instant();
      Consent consent =
          fresh(asked, person, channel, by.person().id(), by.person().id()).given(now, until(now));
      String secret = secrets.secret();
      rows.add(consent, secret);
      if (writes) {
        letters.attested(consent, person, secret);
      }
      events.publishEvent(new ConsentDecided(consent.id()));
      return consent;
    });
  }

  /// The person gives it unasked, as a part of what they send themself.
  @Transactional
  public Consent give(Caller caller, Asked asked) {
    Person person = caller.person();
    if (!asked.person().equals(person.id())) {
      throw new IllegalArgumentException("everybody gives their own consent");
    }
    return house.step(() -> {
      superseded(asked, true);
      Instant now = clock.instant();
      Consent consent = fresh(asked, person, Channel.IN_APP, null, null).given(now, until(now));
      open(caller, Action.CREATE, consent);
      rows.add(consent, null);
      events.publishEvent(new ConsentDecided(consent.id()));
      return consent;
    });
  }

  /// Says yes or no to what was asked.
  @Transactional
  public Outcome decide(Caller caller, Key key, boolean yes) {
    return act(
        caller,
        key,
        (consent, now) -> {
          if (consent.state() != State.REQUESTED) {
            return new Outcome.NotGood();
          }
          Consent decided = yes ? consent.given(now, until(now)) : consent.refused(now);
          rows.put(decided);
          events.publishEvent(new ConsentDecided(decided.id()));
          return new Outcome.Done(decided);
        });
  }

  /// Confirms what somebody else wrote down.
  @Transactional
  public Outcome confirm(Caller caller, Key key) {
    return act(
        caller,
        key,
        (consent, now) -> {
          if (!consent.isGiven(now) || consent.channel() == Channel.IN_APP) {
            return new Outcome.NotGood();
          }
          Consent confirmed = consent.confirmed();
          rows.put(confirmed);
          return new Outcome.Done(confirmed);
        });
  }

  /// Takes it back. Whatever stood on it ends in the same transaction.
  @Transactional
  public Outcome withdraw(Caller caller, Key key) {
    return act(
        caller,
        key,
        (consent, now) ->
            consent.state() == State.GIVEN
                ? new Outcome.Done(end(consent, State.WITHDRAWN))
                : new Outcome.NotGood());
  }

  /// The caller's own, those that wait for an answer first.
  @Transactional
  public List<Consent> of(Caller caller) {
    return house.step(() -> {
      List<Consent> own = rows.of(caller.person().id());
      own.forEach(it -> open(caller, Action.READ, it));
      return own;
    });
  }

  @Transactional
  public Optional<Consent> find(Caller caller, Key key) {
    return house.step(() -> {
      Optional<Consent> found = id(caller, key).flatMap(rows::find);
      found.ifPresent(it -> open(caller, Action.READ, it));
      return found;
    });
  }

  /// What was asked and answered about a matter; for the room that keeps it and has opened it.
  @Transactional(readOnly = true)
  public List<Consent> about(UUID matter) {
    return house.step(() -> rows.about(matter));
  }

  /// One that the asking room heard of by its id.
  @Transactional(readOnly = true)
  public Optional<Consent> find(ConsentId id) {
    return house.step(() -> rows.find(id));
  }

  /// Whether it holds now, held so that it can't end before the caller's transaction has.
  @Transactional
  public boolean holds(ConsentId id) {
    return house.step(
        () -> rows.holdStanding(id).filter(it -> it.isGiven(clock.instant())).isPresent());
  }

  /// What the asking room needs no more: its organization said no, or another took its place.
  @Transactional
  public void over(ConsentId id) {
    house.step(() -> {
      rows.hold(id).filter(it -> it.state() == State.GIVEN).ifPresent(it -> end(it, State.EXPIRED));
      return id;
    });
  }

  private interface Work {
    Outcome of(Consent consent, Instant now);
  }

  private Outcome act(Caller caller, Key key, Work work) {
    return house.step(() -> {
      Consent held = id(caller, key).flatMap(rows::hold).orElse(null);
      if (held == null) {
        return new Outcome.NotGood();
      }
      open(caller, Action.UPDATE, held);
      return work.of(held, clock.instant());
    });
  }

  private Optional<ConsentId> id(Caller caller, Key key) {
    return switch (key) {
      case Key.ByLink(String token) -> rows.bySecret(token);
      case Key.Own(ConsentId id) ->
          rows.find(id)
              .filter(it -> !caller.isVisitor() && it.person().equals(caller.person().id()))
              .map(Consent::id);
    };
  }

  Consent end(Consent consent, State how) {
    Consent ended = consent.ended(how, clock.instant());
    rows.put(ended);
    events.publishEvent(new ConsentEnded(ended.id()));
    return ended;
  }

  /// Makes room for a new one about the same.
  ///
  /// @param always also when the one that stands lets as much be known
  /// @return the one that stands on
  private Optional<Consent> superseded(Asked asked, boolean always) {
    Optional<Consent> like =
        rows.holdLike(asked.person(), asked.organization(), asked.purpose(), asked.matter());
    if (like.isEmpty()) {
      return like;
    }
    Consent standing = like.get();
    if (!always && standing.fields().containsAll(asked.fields())) {
      return like;
    }
    rows.put(standing.ended(State.SUPERSEDED, clock.instant()));
    return Optional.empty();
  }

  private Consent fresh(
      Asked asked,
      Person person,
      Channel channel,
      @Nullable PersonId askedBy,
      @Nullable PersonId attestedBy) {
    return new Consent(
        new ConsentId(UUID.randomUUID()),
        asked.person(),
        asked.organization(),
        asked.purpose(),
        asked.fields(),
        asked.matter(),
        Consent.WORDING,
        person.lang(),
        channel,
        State.REQUESTED,
        askedBy,
        attestedBy,
        clock.instant(),
        null,
        null,
        null);
  }

  private Instant until(Instant now) {
    return now.atZone(Zone.HELSINKI).plus(settings.valid()).toInstant();
  }

  private void open(Caller caller, Action action, Consent consent) {
    gate.open(
        caller,
        action,
        RecordType.CONSENT,
        consent.id().toString(),
        Set.of(Relation.OWN),
        consent.person().value());
  }
}
