package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.reminders.DiscreetWords;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.signups.SignupLetters.What;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who comes, for the organizer's own people: first names, ages and numbers, and no address.
@Component
public class Attendees {
  /// How much a message to a family may say.
  public static final int LONGEST = 500;

  private final SignupTerms doors;
  private final TermsRows terms;
  private final SlotRows slots;
  private final SignupRows rows;
  private final AttendanceRows attendance;
  private final SlotTimes times;
  private final Seats seats;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Attendees(
      SignupTerms doors,
      TermsRows terms,
      SlotRows slots,
      SignupRows rows,
      AttendanceRows attendance,
      SlotTimes times,
      Seats seats,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.doors = doors;
    this.terms = terms;
    this.slots = slots;
    this.rows = rows;
    this.attendance = attendance;
    this.times = times;
    this.seats = seats;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A family on the list.
  public record Line(Signup signup, Attendance mark) {}

  /// The list of one time.
  ///
  /// @param time the one that is shown; null when the event has none
  /// @param times those to choose from
  public record Sheet(
      EventListing listing,
      Terms terms,
      @Nullable Occurrence time,
      List<Occurrence> times,
      List<Line> lines) {

    public List<Line> in(State state) {
      return lines.stream().filter(it -> it.signup().state() == state).toList();
    }

    public int adults() {
      return in(State.CONFIRMED).stream().mapToInt(it -> it.signup().party().adults()).sum();
    }

    public int children() {
      return in(State.CONFIRMED).stream().mapToInt(it -> it.signup().party().ages().size()).sum();
    }

    /// Whether anybody can have come yet.
    public boolean hasBegun(Instant now) {
      return time != null && !time.start().isAfter(now);
    }

    public long marked(Attendance mark) {
      return in(State.CONFIRMED).stream().filter(it -> it.mark() == mark).count();
    }
  }

  /// The list; nothing when sign-up was never opened. Each family's line that is seen is written
  /// down.
  ///
  /// @param wanted which of the times; null for the one at hand
  @Transactional
  public Optional<Sheet> of(Caller caller, String slug, @Nullable LocalDateTime wanted) {
    EventListing listing = doors.theirs(caller, slug);
    Terms its = terms.find(listing.event().id()).orElse(null);
    if (its == null) {
      return Optional.empty();
    }
    List<Occurrence> all = around(listing);
    Occurrence time =
        all.stream()
            .filter(it -> it.recurrenceId().equals(wanted))
            .findFirst()
            .or(() -> all.stream().filter(it -> it.end().isAfter(clock.instant())).findFirst())
            .or(() -> all.stream().reduce((_, last) -> last))
            .orElse(null);
    Slot slot = time == null ? null : slot(its, time).orElse(null);
    List<Line> lines = time == null || slot == null ? List.of() : lines(caller, slot, time);
    return Optional.of(new Sheet(listing, its, time, all, lines));
  }

  private List<Line> lines(Caller caller, Slot slot, Occurrence time) {
    Map<SignupId, Attendance> marks = attendance.of(slot.id(), time.recurrenceId());
    List<Line> lines =
        rows.listed(slot.id()).stream()
            .map(it -> new Line(it, marks.getOrDefault(it.id(), Attendance.UNKNOWN)))
            .toList();
    lines.forEach(it -> open(caller, Action.READ, it.signup()));
    return lines;
  }

  /// The times of the last weeks, whose lists are kept, and the next ones.
  private List<Occurrence> around(EventListing listing) {
    Instant from = clock.instant().minus(Duration.ofDays(30));
    Instant until = clock.instant().plus(Duration.ofDays(60));
    List<Occurrence> all = times.of(listing).stream().filter(it -> it.end().isAfter(from)).toList();
    List<Occurrence> near = all.stream().filter(it -> it.start().isBefore(until)).toList();
    return near.isEmpty() ? all.stream().limit(1).toList() : near;
  }

  private Optional<Slot> slot(Terms its, Occurrence time) {
    return slots.find(its.event(), its.scope() == Terms.Scope.SERIES ? null : time.recurrenceId());
  }

  /// Marks whether a family came, once the time has begun.
  @Transactional
  public void mark(Caller caller, String slug, LocalDateTime time, SignupId id, Attendance mark) {
    EventListing listing = doors.theirs(caller, slug);
    Signup signup = theirs(listing, id);
    Instant now = clock.instant();
    boolean held =
        times.of(listing).stream()
            .anyMatch(it -> it.recurrenceId().equals(time) && !it.start().isAfter(now));
    if (!held || signup.state() != State.CONFIRMED) {
      throw new NoSuchRecord(RecordType.SIGNUP);
    }
    open(caller, Action.UPDATE, signup);
    attendance.put(id, time, signup.organization(), mark);
  }

  /// Cancels a family's sign-up and tells them why; its place goes on.
  @Transactional
  public void cancel(Caller caller, String slug, SignupId id, String message) {
    EventListing listing = doors.theirs(caller, slug);
    Signup seen = theirs(listing, id);
    Slot slot = house.step(() -> slots.hold(seen.slot()));
    Signup now = theirs(listing, id);
    open(caller, Action.DELETE, now);
    if (!now.state().mayBecome(State.CANCELLED)) {
      return;
    }
    house.step(() -> {
      Terms its = terms.find(slot.event()).orElseThrow();
      String words = DiscreetWords.plain(message);
      List<String> more = words.isEmpty() ? List.of() : List.of(words);
      seats.end(now, State.CANCELLED, slot, its, What.DISMISSED, more);
      return now;
    });
  }

  private Signup theirs(EventListing listing, SignupId id) {
    return rows.find(id)
        .filter(it -> it.event().equals(listing.event().id()))
        .orElseThrow(() -> new NoSuchRecord(RecordType.SIGNUP));
  }

  private void open(Caller caller, Action action, Signup signup) {
    PersonId person = signup.person();
    gate.open(
        caller.within(signup.organization().value()),
        action,
        RecordType.SIGNUP,
        signup.id().toString(),
        Set.of(Relation.ORGANIZATION),
        person == null ? null : person.value());
  }
}
