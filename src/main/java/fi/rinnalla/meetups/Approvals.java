package fi.rinnalla.meetups;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Reach;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What waits for those whose place it is: proposals, and what hosts wish. Where a place has nobody
/// here to answer, or nobody has for two days, those who look after the area are shown it, too.
@Component
public class Approvals {
  /// How much a reason may say.
  public static final int LONGEST = 500;

  private final MeetupRows rows;
  private final MeetupEvents events;
  private final MeetupLetters letters;
  private final GroupRows groups;
  private final GroupLetters groupLetters;
  private final HostPlaces places;
  private final Ties ties;
  private final Reach reach;
  private final MeetupSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Approvals(
      MeetupRows rows,
      MeetupEvents events,
      MeetupLetters letters,
      GroupRows groups,
      GroupLetters groupLetters,
      HostPlaces places,
      Ties ties,
      Reach reach,
      MeetupSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.events = events;
    this.letters = letters;
    this.groups = groups;
    this.groupLetters = groupLetters;
    this.places = places;
    this.ties = ties;
    this.reach = reach;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// What became of an answer.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody answered before, or the host changed their mind: it stays as it is.
    record Changed() implements Outcome {}

    /// Its time is over, or families may not meet there any more.
    record TooLate() implements Outcome {}
  }

  /// What waits for an organization's people, the longest first.
  @Transactional
  public List<Meetup> of(Caller caller, OrganizationId organization) {
    HostPlaces.requireOurs(caller, organization);
    List<Meetup> waiting =
        house.step(rows::waiting).stream()
            .filter(it -> organization.equals(it.organization()) && isAhead(it))
            .toList();
    waiting.forEach(it -> ties.open(caller, Action.READ, it));
    return waiting;
  }

  /// How many there are; who asks has been let into the organization's workspace.
  @Transactional(readOnly = true)
  public int count(OrganizationId organization) {
    return (int)
        house.step(rows::waiting).stream()
            .filter(it -> organization.equals(it.organization()) && isAhead(it))
            .count();
  }

  /// What waits for those who look after the caller's areas.
  @Transactional
  public List<Meetup> inRegion(Caller caller) {
    List<Meetup> waiting = regional(caller);
    waiting.forEach(it -> ties.open(caller, Action.READ, it));
    return waiting;
  }

  @Transactional(readOnly = true)
  public int countInRegion(Caller caller) {
    return regional(caller).size();
  }

  private List<Meetup> regional(Caller caller) {
    var areas = reach.of(caller);
    if (areas.isEmpty()) {
      throw new NoSuchRecord(RecordType.MEETUP);
    }
    Instant lately = clock.instant().minus(settings.alone());
    return house.step(() ->
        rows.waiting().stream()
            .filter(it -> !Collections.disjoint(areas, it.areas()) && isAhead(it))
            .filter(it -> !ties.hasStaff(it) || it.askedAt().isBefore(lately))
            .toList());
  }

  private boolean isAhead(Meetup it) {
    return it.endsAt().isAfter(clock.instant());
  }

  /// Says yes to what was seen. However many answer at once, the first answer stands.
  @Transactional
  public Outcome approve(Caller caller, MeetupId id, int version) {
    return answer(
        caller,
        id,
        version,
        it ->
            it.state() == Meetup.State.WAITING
                ? publish(it)
                : it.wish() instanceof Wish wish ? grant(it, wish) : new Outcome.Changed());
  }

  /// Says no; the host reads why on their page.
  @Transactional
  public Outcome decline(Caller caller, MeetupId id, int version, String reason) {
    return answer(
        caller,
        id,
        version,
        it -> {
          boolean whole = it.state() == Meetup.State.WAITING;
          Meetup no =
              rows.put(
                  whole
                      ? it.to(Meetup.State.DECLINED, reason.strip())
                      : it.answered(reason.strip()));
          letters.tellHost(no, whole ? MeetupLetters.What.DECLINED : MeetupLetters.What.REFUSED);
          return new Outcome.Done();
        });
  }

  private interface Answer {
    Outcome of(Meetup meetup);
  }

  private Outcome answer(Caller caller, MeetupId id, int version, Answer answer) {
    return house.step(() -> {
      Meetup meetup =
          rows.hold(id)
              .filter(it -> ties.mayModerate(caller, it))
              .orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
      if (!meetup.waits() || meetup.version() != version) {
        return new Outcome.Changed();
      }
      ties.open(caller, Action.MODERATE, meetup);
      return answer.of(meetup);
    });
  }

  private Outcome publish(Meetup waiting) {
    boolean over = !waiting.plan().start().isAfter(now());
    if (over || places.find(waiting.place()).isEmpty()) {
      return new Outcome.TooLate();
    }
    boolean weekly = waiting.wish() instanceof Wish.Weekly;
    Meetup held = waiting.to(Meetup.State.PUBLISHED, "");
    LocalDate first = waiting.plan().start().toLocalDate();
    Meetup meetup =
        rows.put(weekly ? Weeks.of(held, held.plan().start(), Weeks.until(first, settings)) : held);
    events.publish(meetup);
    letters.tellHost(meetup, MeetupLetters.What.APPROVED);
    tellGroup(meetup);
    return new Outcome.Done();
  }

  private void tellGroup(Meetup meetup) {
    if (meetup.group() != null) {
      groups
          .find(meetup.group())
          .filter(FamilyGroup::isOpen)
          .ifPresent(it ->
              groupLetters.tellMembers(
                  it, GroupLetters.What.NEXT, meetup.id().toString(), ties.hosts(meetup)));
    }
  }

  private Outcome grant(Meetup wishing, Wish wish) {
    Meetup meetup;
    switch (wish) {
      case Wish.Weekly _ -> {
        LocalDate until = Weeks.until(now().toLocalDate(), settings);
        meetup = rows.put(Weeks.of(wishing.answered(""), events.anchor(wishing), until));
        events.publish(meetup);
      }
      case Wish.Move(LocalDateTime time, LocalDateTime start) -> {
        if (!start.isAfter(now())) {
          return new Outcome.TooLate();
        }
        Instant end = start.plusMinutes(wishing.plan().minutes()).atZone(Zone.HELSINKI).toInstant();
        Meetup done = wishing.answered("");
        meetup =
            rows.put(done.isWeekly() && !end.isAfter(done.endsAt()) ? done : done.endingAt(end));
        events.move(meetup, time, start);
      }
    }
    letters.tellHost(meetup, MeetupLetters.What.GRANTED);
    return new Outcome.Done();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), Zone.HELSINKI);
  }
}
