package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An adviser's own desks: sitting down, a break, getting up, and being there.
@Component
public class Duty {
  private final AtDesk here;
  private final AdviserRows advisers;
  private final DeskRows desks;
  private final Desks shown;
  private final ChatRows chats;
  private final Conversation conversation;
  private final AdviceSettings settings;
  private final HouseWork house;
  private final Clock clock;

  Duty(
      AtDesk here,
      AdviserRows advisers,
      DeskRows desks,
      Desks shown,
      ChatRows chats,
      Conversation conversation,
      AdviceSettings settings,
      HouseWork house,
      Clock clock) {
    this.here = here;
    this.advisers = advisers;
    this.desks = desks;
    this.shown = shown;
    this.chats = chats;
    this.conversation = conversation;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// One of one's desks.
  public record Own(Desks.Shown desk, Adviser adviser, int waiting) {}

  /// A desk as one of its advisers sees it.
  ///
  /// @param waiting in the order of the queue
  /// @param mine those that the adviser talks with, here or at another desk
  /// @param closed those that are over and not yet forgotten: only what they were about and how
  ///   long
  /// @param others who else is there
  public record View(
      Desks.Shown desk,
      Adviser adviser,
      List<Chat> waiting,
      List<Chat> mine,
      List<Chat> closed,
      List<Adviser> others,
      Instant now) {
    /// Whether ending the shift would leave somebody alone.
    public boolean hasTalksHere() {
      return mine.stream().anyMatch(it -> it.desk().equals(adviser.desk()));
    }

    public boolean hasSeat() {
      return mine.size() < adviser.seats();
    }
  }

  @Transactional
  public List<Own> desks(Caller caller) {
    return advisers.desksOf(caller.person().id()).stream()
        .map(it -> here.adviser(caller, it.desk(), Action.READ))
        .map(it -> house.step(() -> own(it)))
        .toList();
  }

  private Own own(Adviser adviser) {
    AdviceDesk desk = desks.find(adviser.desk()).orElseThrow();
    return new Own(shown.shown(desk), adviser, chats.inQueue(desk.id()));
  }

  /// Looking at the desk is a sign of life.
  @Transactional
  public View at(Caller caller, UUID desk) {
    Adviser adviser = here.adviser(caller, desk, Action.READ);
    house.step(() -> {
      advisers.beat(adviser.person(), clock.instant());
      return adviser;
    });
    return look(caller, desk);
  }

  /// As [#at], for a page that looks by itself.
  @Transactional
  public View look(Caller caller, UUID desk) {
    return view(here.adviser(caller, desk, Action.READ));
  }

  /// As [#look], for a page that is open already; nothing when one may sit there no more.
  public Optional<View> of(PersonId person, UUID desk) {
    return house.step(() -> advisers.find(desk, person).map(this::view));
  }

  private View view(Adviser adviser) {
    UUID desk = adviser.desk();
    Instant now = clock.instant();
    return house.step(() ->
        new View(
            shown.shown(desks.find(desk).orElseThrow()),
            adviser,
            chats.waiting(desk),
            chats.with(adviser.person()),
            chats.closedWith(adviser.person(), desk),
            advisers.of(desk).stream()
                .filter(it -> !it.person().equals(adviser.person()))
                .filter(it -> it.isAlive(now, settings.alive()))
                .toList(),
            now));
  }

  /// @return false for a number of seats that nobody has
  @Transactional
  public boolean shift(Caller caller, UUID desk, Adviser.Shift shift, int seats) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    if (seats < 1 || seats > Adviser.MOST_SEATS) {
      return false;
    }
    return house.step(() -> {
      advisers.shift(desk, adviser.person(), shift, seats, clock.instant());
      if (shift == Adviser.Shift.OFF) {
        giveBack(adviser.person(), desk);
      }
      conversation.stirred(desk);
      return true;
    });
  }

  /// Whoever gets up leaves nobody sitting alone.
  private void giveBack(PersonId person, UUID desk) {
    chats.with(person).stream()
        .filter(it -> it.desk().equals(desk))
        .flatMap(it -> chats.hold(it.id()).stream())
        .filter(it -> it.isWith(person))
        .forEach(it -> conversation.returnToHead(it, desk, it.note(), ChatMessage.Notice.LOST));
  }

  /// A sign of life; false when the shift was ended meanwhile, so that the page can tell.
  @Transactional
  public boolean beat(Caller caller, UUID desk) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    return house.step(() -> {
      advisers.beat(adviser.person(), clock.instant());
      return advisers
          .find(desk, adviser.person())
          .filter(it -> it.shift() != Adviser.Shift.OFF)
          .isPresent();
    });
  }
}
