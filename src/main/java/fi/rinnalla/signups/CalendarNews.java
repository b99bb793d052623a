package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.CalendarChanged;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.signups.SignupLetters.What;
import fi.rinnalla.signups.SlotRows.KnownTime;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who signed up when what they signed up for is cancelled, moved, or held after all.
///
/// What they know is kept beside the slot and compared with the calendar, so nobody is told twice,
/// and what a process that died didn't tell the next round does.
@Component
class CalendarNews {
  private static final Logger log = LoggerFactory.getLogger(CalendarNews.class);
  private static final Set<State> TOLD = Set.of(State.CONFIRMED, State.WAITING, State.OFFERED);

  private final SlotRows slots;
  private final SignupRows rows;
  private final TermsRows terms;
  private final Seats seats;
  private final SlotTimes times;
  private final SignupLetters letters;
  private final Calendar calendar;
  private final HouseWork house;
  private final TransactionTemplate own;
  private final Clock clock;

  CalendarNews(
      SlotRows slots,
      SignupRows rows,
      TermsRows terms,
      Seats seats,
      SlotTimes times,
      SignupLetters letters,
      Calendar calendar,
      HouseWork house,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.slots = slots;
    this.rows = rows;
    this.terms = terms;
    this.seats = seats;
    this.times = times;
    this.letters = letters;
    this.calendar = calendar;
    this.house = house;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /// After the change has come into force; a fault here is no reason to lose it.
  @TransactionalEventListener(fallbackExecution = true)
  void on(CalendarChanged changed) {
    try {
      compare();
    } catch (RuntimeException fault) {
      log.warn("who signed up hears at the next round: {}", fault.getClass().getSimpleName());
    }
  }

  /// Compares all slots that somebody has signed up for with the calendar.
  void compare() {
    List<Slot> alive = step(() -> slots.alive(clock.instant()));
    if (alive.isEmpty()) {
      return;
    }
    Map<EventId, EventListing> listings = new HashMap<>();
    calendar
        .list(alive.stream().map(Slot::event).distinct().toList())
        .forEach(it -> listings.put(it.event().id(), it));
    for (Slot slot : alive) {
      EventListing listing = listings.get(slot.event());
      List<KnownTime> now = listing == null ? List.of() : inForce(slot, listing);
      if (!news(slot, now, slots.known(slot.id())).isEmpty()) {
        step(() -> tell(slot.id(), now));
      }
    }
  }

  private <T> T step(Supplier<T> step) {
    return Objects.requireNonNull(own.execute(_ -> house.step(step)));
  }

  /// The slot's times as the calendar has them now.
  private List<KnownTime> inForce(Slot slot, EventListing listing) {
    boolean off = SlotTimes.isOff(listing);
    List<KnownTime> all = new ArrayList<>();
    for (Occurrence it : times.of(listing)) {
      if (slot.time() == null || it.recurrenceId().equals(slot.time())) {
        all.add(new KnownTime(it.recurrenceId(), it.start(), it.end(), off || it.cancelled()));
      }
    }
    return all;
  }

  /// What isn't as those who signed up know it, of the times that aren't over. A time that they
  /// never heard of is no news: the calendar reaches further each night.
  private List<KnownTime> news(
      Slot slot, List<KnownTime> now, Map<LocalDateTime, KnownTime> known) {
    Instant instant = clock.instant();
    List<KnownTime> news = new ArrayList<>();
    Map<LocalDateTime, KnownTime> left = new HashMap<>(known);
    for (KnownTime it : now) {
      KnownTime before = left.remove(it.time());
      if (before != null
          && !before.equals(it)
          && before.end().isAfter(instant)
          && !(before.cancelled() && it.cancelled())) {
        news.add(it);
      }
    }
    for (KnownTime gone : left.values()) {
      if (!gone.cancelled() && gone.end().isAfter(instant)) {
        news.add(new KnownTime(gone.time(), gone.start(), gone.end(), true));
      }
    }
    news.sort((one, other) -> one.start().compareTo(other.start()));
    return news;
  }

  private boolean tell(SlotId id, List<KnownTime> now) {
    Slot slot = slots.hold(id);
    Map<LocalDateTime, KnownTime> known = slots.known(id);
    List<KnownTime> news = news(slot, now, known);
    if (news.isEmpty()) {
      return false;
    }
    for (Signup it : rows.alive(id)) {
      if (TOLD.contains(it.state())) {
        List<String> said =
            news.stream()
                .map(time -> say(it.lang(), known.getOrDefault(time.time(), time), time))
                .toList();
        letters.send(it, slot, What.CHANGED, said);
      }
    }
    news.forEach(it -> slots.know(id, it));
    moved(slot, news);
    terms.find(slot.event()).ifPresent(it -> seats.settle(slots.get(id), it));
    return true;
  }

  /// The slot of one time starts when that does.
  private void moved(Slot slot, List<KnownTime> news) {
    news.stream()
        .filter(it -> it.time().equals(slot.time()))
        .forEach(it -> slots.move(slot.id(), it.start(), it.end()));
  }

  private String say(Lang lang, KnownTime before, KnownTime now) {
    String was = letters.time(lang, before.start(), before.end());
    if (now.cancelled()) {
      return letters.news(lang, "cancelled", was, "");
    }
    String is = letters.time(lang, now.start(), now.end());
    return before.cancelled()
        ? letters.news(lang, "held", is, "")
        : letters.news(lang, "moved", was, is);
  }
}
