package fi.rinnalla.meetups;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The board of a meet-up or a group: what its hosts and those who come write to each other, seen
/// by them and by those who moderate it. It is no chat: what others than the host write is let
/// through by the host, and nothing on it leads past this page.
@Component
public class Board {
  /// How much a message may say.
  public static final int LONGEST = 400;

  private static final int A_DAY = 6;

  private final Gatherings gatherings;
  private final BoardRows rows;
  private final Ties ties;
  private final FamilySignups signups;
  private final MeetupLetters letters;
  private final GroupLetters groupLetters;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Board(
      Gatherings gatherings,
      BoardRows rows,
      Ties ties,
      FamilySignups signups,
      MeetupLetters letters,
      GroupLetters groupLetters,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.gatherings = gatherings;
    this.rows = rows;
    this.ties = ties;
    this.signups = signups;
    this.letters = letters;
    this.groupLetters = groupLetters;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What became of writing.
  public sealed interface Written {
    /// @param shown whether others see it already
    record Done(boolean shown) implements Written {}

    record Has(ContactDetail what) implements Written {}

    /// The same person has written enough for today.
    record TooMany() implements Written {}
  }

  /// What the caller may read: nothing for whoever isn't along. What waits, only its writer, the
  /// host and the moderators see.
  ///
  /// @param known how the caller stands to it
  @Transactional
  public List<Message> read(Caller caller, Gathering on, Set<Relation> known) {
    if (known.isEmpty()) {
      return List.of();
    }
    boolean staff = known.contains(Relation.ORGANIZATION) || known.contains(Relation.REGION);
    boolean all = known.contains(Relation.OWN) || staff;
    List<Message> messages =
        house.step(() -> rows.of(on.uuid())).stream()
            .filter(it ->
                it.state() == Message.State.SHOWN
                    || staff
                    || it.state() == Message.State.WAITING && (all || isBy(caller, it)))
            .toList();
    messages.forEach(it -> open(caller, Action.READ, it, known));
    return messages;
  }

  private static boolean isBy(Caller caller, Message message) {
    return !caller.isVisitor() && caller.person().id().equals(message.author());
  }

  private void open(Caller caller, Action action, Message message, Set<Relation> known) {
    Set<Relation> how = EnumSet.noneOf(Relation.class);
    how.addAll(known);
    how.remove(Relation.OWN);
    if (isBy(caller, message)) {
      how.add(Relation.OWN);
    }
    gate.open(
        caller,
        action,
        RecordType.MESSAGE,
        message.id().toString(),
        how,
        message.author() == null ? null : message.author().value());
  }

  /// Writes to those who are along. The host's words are seen at once.
  @Transactional
  public Written write(Caller caller, UUID id, String words) {
    Optional<ContactDetail> detail = ContactDetail.in(words);
    if (detail.isPresent()) {
      return new Written.Has(detail.get());
    }
    PersonId author = caller.person().id();
    return house.step(() -> {
      Gathering on =
          gatherings
              .holdWithBoard(id)
              .filter(Gathering::isOpen)
              .orElseThrow(() -> new NoSuchRecord(RecordType.MESSAGE));
      boolean host = ties.isHost(caller, on);
      if (rows.writtenSince(id, author, clock.instant().minus(Duration.ofDays(1))) >= A_DAY) {
        return new Written.TooMany();
      }
      String name = ties.name(caller, on).orElse("");
      Message message =
          new Message(
              UUID.randomUUID(),
              id,
              author,
              name,
              host,
              words.strip(),
              host ? Message.State.SHOWN : Message.State.WAITING,
              clock.instant());
      // Whoever isn't along has no relation that would let them in.
      open(caller, Action.CREATE, message, ties.of(caller, on));
      rows.put(message);
      if (host) {
        tell(on);
      }
      return new Written.Done(host);
    });
  }

  /// Those who are along hear that a host has written: once a day, and not what.
  private void tell(Gathering on) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    switch (on) {
      case Meetup meetup -> letters.tellGuests(meetup, signups.reachable(meetup.id().event()));
      case FamilyGroup group ->
          groupLetters.tellMembers(
              group, GroupLetters.What.WRITTEN, today.toString(), ties.hosts(group));
    }
  }

  /// Lets through what waits, or takes a message away: the host does, and writers their own.
  @Transactional
  public boolean decide(Caller caller, UUID id, UUID message, boolean show) {
    return house.step(() -> {
      Gathering on = gatherings.hold(id).orElseThrow(() -> new NoSuchRecord(RecordType.MESSAGE));
      Message it = rows.find(id, message).orElseThrow(() -> new NoSuchRecord(RecordType.MESSAGE));
      Message.State next = show ? Message.State.SHOWN : Message.State.REMOVED;
      boolean own = isBy(caller, it) && !show;
      if (own) {
        open(caller, Action.DELETE, it, Set.of());
      } else if (ties.isHost(caller, on)) {
        ties.open(caller, Action.UPDATE, on);
      } else {
        throw new NoSuchRecord(RecordType.MESSAGE);
      }
      // What was hidden waits for a moderator, and not for the host.
      if (it.state() == Message.State.HIDDEN || !it.state().mayBecome(next)) {
        return false;
      }
      rows.put(it.to(next));
      return true;
    });
  }

  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      rows.forget(left.person());
      return left;
    });
  }
}
