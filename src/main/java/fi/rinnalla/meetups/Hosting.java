package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a host does with a meet-up of their own. To everybody else it answers [NoSuchRecord].
@Component
public class Hosting {
  private final MeetupRows rows;
  private final MeetupEvents events;
  private final MeetupLetters letters;
  private final MemberRows members;
  private final FamilySignups signups;
  private final Calendar calendar;
  private final Proposals proposals;
  private final MeetupSettings settings;
  private final Ties ties;
  private final HouseWork house;
  private final Clock clock;

  Hosting(
      MeetupRows rows,
      MeetupEvents events,
      MeetupLetters letters,
      MemberRows members,
      FamilySignups signups,
      Calendar calendar,
      Proposals proposals,
      MeetupSettings settings,
      Ties ties,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.events = events;
    this.letters = letters;
    this.members = members;
    this.signups = signups;
    this.calendar = calendar;
    this.proposals = proposals;
    this.settings = settings;
    this.ties = ties;
    this.house = house;
    this.clock = clock;
  }

  /// What became of an act.
  public sealed interface Became {
    record Done() implements Became {}

    /// It doesn't stand so that this could be done any more; nothing has changed.
    record NotNow() implements Became {}

    /// The new time is over, too near or too far.
    record BadTime() implements Became {}
  }

  /// A meet-up of one's own.
  ///
  /// @param listing as it is in the calendar; null when it never was
  /// @param next its next times
  public record Own(Meetup meetup, @Nullable EventListing listing, List<Occurrence> next) {
    Instant start() {
      return next.isEmpty()
          ? meetup.plan().start().atZone(Zone.HELSINKI).toInstant()
          : next.getFirst().start();
    }
  }

  /// A meet-up of somebody else's that one comes to.
  public record Joined(Meetup meetup, Instant start, Instant end) {}

  /// The meet-ups of others that the caller comes to, the next first.
  @Transactional
  public List<Joined> joined(Caller caller) {
    return signups.of(caller).stream()
        .flatMap(it ->
            house
                .step(() -> rows.find(new MeetupId(it.event().value())))
                .map(meetup -> new Joined(meetup, it.start(), it.end()))
                .stream())
        .filter(it -> !ties.isHost(caller, it.meetup()) && it.meetup().isOpen())
        .peek(it -> ties.open(caller, Action.READ, it.meetup()))
        .toList();
  }

  /// The caller's own: those ahead by their next time, then those that are over, the latest first.
  @Transactional
  public List<Own> of(Caller caller) {
    List<Meetup> all = house.step(() -> rows.of(caller.person().id()));
    all.forEach(it -> ties.open(caller, Action.READ, it));
    return all.stream()
        .map(it -> new Own(it, events.find(it).orElse(null), calendar.next(it.id().event(), 1)))
        .sorted(
            Comparator.comparing((Own it) -> it.meetup().isOver())
                .thenComparing(it ->
                    it.meetup().isOver()
                        ? -it.meetup().endsAt().getEpochSecond()
                        : it.start().getEpochSecond()))
        .toList();
  }

  /// Takes a proposal back, or cancels what is published: those who come are told by the sign-ups.
  @Transactional
  public Became cancel(Caller caller, MeetupId id) {
    return act(
        caller,
        id,
        Action.DELETE,
        it -> {
          boolean waiting = it.state() == Meetup.State.WAITING;
          Meetup.State next = waiting ? Meetup.State.WITHDRAWN : Meetup.State.CANCELLED;
          if (!it.state().mayBecome(next)) {
            return new Became.NotNow();
          }
          boolean seen = it.state() == Meetup.State.PUBLISHED;
          Meetup over = rows.put(it.to(next, ""));
          if (seen) {
            events.cancel(over);
          }
          return new Became.Done();
        });
  }

  /// Cancels one time; the others are held.
  @Transactional
  public Became cancel(Caller caller, MeetupId id, LocalDateTime time) {
    return act(
        caller,
        id,
        Action.DELETE,
        it -> {
          Optional<Occurrence> one = ahead(it, time);
          if (it.state() != Meetup.State.PUBLISHED || !it.isWeekly() || one.isEmpty()) {
            return new Became.NotNow();
          }
          events.cancel(it, time);
          return new Became.Done();
        });
  }

  /// Asks the place's people to let it go on every week.
  @Transactional
  public Became wishWeekly(Caller caller, MeetupId id) {
    return act(
        caller,
        id,
        Action.UPDATE,
        it -> {
          if (it.state() != Meetup.State.PUBLISHED || it.isWeekly() || it.wish() != null) {
            return new Became.NotNow();
          }
          letters.tellStaff(rows.put(it.wishing(new Wish.Weekly(), clock.instant())));
          return new Became.Done();
        });
  }

  /// Asks the place's people for another time instead of one that is ahead.
  @Transactional
  public Became wishMove(Caller caller, MeetupId id, LocalDateTime time, LocalDateTime start) {
    return act(
        caller,
        id,
        Action.UPDATE,
        it -> {
          if (it.state() != Meetup.State.PUBLISHED
              || it.wish() != null
              || ahead(it, time).isEmpty()) {
            return new Became.NotNow();
          }
          Plan plan = it.plan();
          Plan moved =
              new Plan(
                  plan.doing(), plan.title(), plan.words(), start, plan.minutes(), plan.ages());
          if (!proposals.isGood(moved)) {
            return new Became.BadTime();
          }
          letters.tellStaff(rows.put(it.wishing(new Wish.Move(time, start), clock.instant())));
          return new Became.Done();
        });
  }

  /// Takes back what waits for the place's people: all stays as it is.
  @Transactional
  public Became unwish(Caller caller, MeetupId id) {
    return act(
        caller,
        id,
        Action.UPDATE,
        it -> {
          if (it.state() != Meetup.State.PUBLISHED || it.wish() == null) {
            return new Became.NotNow();
          }
          rows.put(it.answered(""));
          return new Became.Done();
        });
  }

  /// Goes on for some more weeks, from today on: the host is still there.
  @Transactional
  public Became goOn(Caller caller, MeetupId id) {
    return act(
        caller,
        id,
        Action.UPDATE,
        it -> {
          if (it.state() != Meetup.State.PUBLISHED || !it.isWeekly()) {
            return new Became.NotNow();
          }
          LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
          events.publish(rows.put(Weeks.of(it, events.anchor(it), Weeks.until(today, settings))));
          return new Became.Done();
        });
  }

  private Optional<Occurrence> ahead(Meetup meetup, LocalDateTime time) {
    return calendar.next(meetup.id().event(), 60).stream()
        .filter(it -> it.recurrenceId().equals(time))
        .filter(it -> !it.cancelled() && it.start().isAfter(clock.instant()))
        .findFirst();
  }

  private interface Work {
    Became of(Meetup meetup);
  }

  private Became act(Caller caller, MeetupId id, Action action, Work work) {
    return house.step(() -> {
      Meetup meetup =
          rows.hold(id)
              .filter(it -> ties.isHost(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
      ties.open(caller, action, meetup);
      return work.of(meetup);
    });
  }

  /// Whoever leaves takes their proposals along, and what they hosted is cancelled: nobody waits at
  /// a playground for somebody who isn't there any more. A group's meet-up goes to another of its
  /// hosts.
  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      for (Meetup seen : rows.of(left.person())) {
        Meetup it = rows.hold(seen.id()).orElse(seen);
        Member other = otherHost(it, left.person());
        if (other != null && !it.isOver()) {
          rows.put(it.hostedBy(other.person(), other.name()));
          continue;
        }
        if (it.state() == Meetup.State.WAITING) {
          it = it.to(Meetup.State.WITHDRAWN, "");
        } else if (it.state() == Meetup.State.PUBLISHED) {
          it = it.to(Meetup.State.CANCELLED, "");
          events.cancel(it);
        }
        rows.put(it.hostedBy(null, ""));
      }
      return left;
    });
  }

  private @Nullable Member otherHost(Meetup meetup, PersonId than) {
    return meetup.group() == null
        ? null
        : members.of(meetup.group()).stream()
            .filter(it -> it.host() && !it.person().equals(than))
            .findFirst()
            .orElse(null);
  }
}
