package fi.rinnalla.meetups;

import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// What time does to meet-ups: proposals that nobody answered, meet-ups that are over, and what is
/// personal after its time. The host hears once a day, if at all, that more families come.
@Component
class MeetupPassing {
  private static final int LAST_WEEKS = 2;

  private final MeetupRows rows;
  private final Proposals proposals;
  private final MeetupLetters letters;
  private final FamilySignups signups;
  private final MeetupSettings settings;
  private final HouseWork house;
  private final Clock clock;

  MeetupPassing(
      MeetupRows rows,
      Proposals proposals,
      MeetupLetters letters,
      FamilySignups signups,
      MeetupSettings settings,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.proposals = proposals;
    this.letters = letters;
    this.signups = signups;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  void pass() {
    Instant now = clock.instant();
    for (Meetup it : house.step(() -> rows.in(Meetup.State.WAITING))) {
      if (!it.plan().start().atZone(Zone.HELSINKI).toInstant().isAfter(now)) {
        change(it, held -> lapse(held));
      }
    }
    for (Meetup.State state : new Meetup.State[] {Meetup.State.PUBLISHED, Meetup.State.HIDDEN}) {
      for (Meetup it : house.step(() -> rows.in(state))) {
        if (!it.endsAt().isAfter(now)) {
          change(it, held -> held.endsAt().isAfter(now) ? held : held.to(Meetup.State.ENDED, ""));
        } else if (state == Meetup.State.PUBLISHED) {
          house.step(() -> tell(it));
        }
      }
    }
  }

  private Meetup lapse(Meetup held) {
    Meetup lapsed = held.to(Meetup.State.LAPSED, "");
    letters.tellHost(lapsed, MeetupLetters.What.LAPSED);
    return lapsed;
  }

  private void change(Meetup seen, UnaryOperator<Meetup> work) {
    house.step(() -> {
      rows.hold(seen.id())
          .filter(it -> it.state() == seen.state())
          .ifPresent(it -> {
            Meetup now = work.apply(it);
            if (now.version() != it.version()) {
              rows.put(now);
            }
          });
      return seen;
    });
  }

  private boolean tell(Meetup it) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    int families =
        signups.counts(it.id().event()).values().stream()
            .mapToInt(FamilySignups.Count::families)
            .sum();
    MeetupRows.Told told = rows.told(it.id());
    if (families > told.families() && !today.equals(told.on())) {
      letters.tellHost(it, MeetupLetters.What.JOINED);
      rows.tell(it.id(), families, today);
    } else if (families < told.families()) {
      rows.tell(it.id(), families, null);
    }
    LocalDate until = it.weeklyUntil();
    if (until != null && today.equals(until.minusWeeks(LAST_WEEKS))) {
      // The letter's key has the day in it: however many rounds this day has, one goes out.
      letters.tellHost(it, MeetupLetters.What.LAST_WEEKS);
    }
    return true;
  }

  /// Forgets what is over: names, words and all. The event in the calendar says nothing of anybody.
  void forget() {
    house.step(() -> {
      proposals.forgetTyped();
      return rows.forget(clock.instant().minus(settings.kept()));
    });
  }
}
