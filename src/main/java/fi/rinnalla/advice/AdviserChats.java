package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.storage.HouseWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Talks from the side of an adviser: only those they have themselves, and only while they last.
@Component
public class AdviserChats {
  public static final int LONGEST_NOTE = 500;

  private final AtDesk here;
  private final AdviserRows advisers;
  private final ChatRows chats;
  private final MessageRows messages;
  private final Conversation conversation;
  private final Cards cards;
  private final CannedRows canned;
  private final Barred barred;
  private final Tally tally;
  private final HouseWork house;

  AdviserChats(
      AtDesk here,
      AdviserRows advisers,
      ChatRows chats,
      MessageRows messages,
      Conversation conversation,
      Cards cards,
      CannedRows canned,
      Barred barred,
      Tally tally,
      HouseWork house) {
    this.here = here;
    this.advisers = advisers;
    this.chats = chats;
    this.messages = messages;
    this.conversation = conversation;
    this.cards = cards;
    this.canned = canned;
    this.barred = barred;
    this.tally = tally;
    this.house = house;
  }

  /// What became of a step.
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// Another adviser was faster, or the visitor left.
    record TooLate() implements Outcome {}

    /// All of one's seats are taken.
    record NoSeat() implements Outcome {}

    /// One's shift hasn't begun, or has ended.
    record NotThere() implements Outcome {}

    /// Empty, or longer than is taken.
    record NotGood() implements Outcome {}

    /// What was to be shown isn't in the search any more.
    record NoCard() implements Outcome {}

    /// Whom or what it was to be handed to takes nobody.
    record NobodyThere() implements Outcome {}
  }

  /// A talk as its adviser sees it.
  public record Talk(Chat chat, List<ChatMessage> messages) {
    public int last() {
      return messages.isEmpty() ? 0 : messages.getLast().number();
    }
  }

  /// Read as the adviser, so that the second wall stands behind the first.
  @Transactional
  public Talk open(Caller caller, UUID desk, UUID chat) {
    Adviser adviser = here.adviser(caller, desk, Action.READ);
    Chat found =
        chats
            .find(chat)
            .filter(it -> it.isWith(adviser.person()) && it.desk().equals(desk))
            .orElseThrow(AdviserChats::none);
    here.open(caller, adviser, Action.READ, chat);
    return new Talk(found, messages.after(chat, 0));
  }

  /// What came since, for a page that is open; nothing when the talk isn't theirs any more.
  public Optional<Talk> since(PersonId adviser, UUID desk, UUID chat, int number) {
    return house.step(() ->
        chats
            .find(chat)
            .filter(it -> it.desk().equals(desk) && adviser.equals(it.adviser()))
            .filter(it -> it.state() != Chat.State.WAITING)
            .map(it -> new Talk(it, it.isClosed() ? List.of() : messages.after(chat, number))));
  }

  /// Of several who take the same one, the first has it.
  @Transactional
  public Outcome take(Caller caller, UUID desk, UUID chat) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    Outcome outcome =
        house.step(() -> {
          Adviser held = advisers.hold(desk, adviser.person()).orElseThrow(AdviserChats::none);
          if (held.shift() == Adviser.Shift.OFF) {
            return new Outcome.NotThere();
          }
          if (chats.with(held.person()).size() >= held.seats()) {
            return new Outcome.NoSeat();
          }
          Optional<Chat> waiting =
              chats
                  .hold(chat)
                  .filter(it -> it.state() == Chat.State.WAITING && it.desk().equals(desk));
          waiting.ifPresent(it -> conversation.take(it, held));
          return waiting.isPresent() ? new Outcome.Done() : new Outcome.TooLate();
        });
    if (outcome instanceof Outcome.Done) {
      here.open(caller, adviser, Action.UPDATE, chat);
    }
    return outcome;
  }

  @Transactional
  public Outcome say(Caller caller, UUID desk, UUID chat, UUID key, String words) {
    if (words.isBlank() || words.length() > ChatMessage.LONGEST) {
      here.adviser(caller, desk, Action.UPDATE);
      return new Outcome.NotGood();
    }
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          conversation.say(held, key, ChatMessage.Draft.byAdviser(held.adviserName(), words));
          return new Outcome.Done();
        });
  }

  /// Shows something of the directory.
  @Transactional
  public Outcome show(Caller caller, UUID desk, UUID chat, UUID key, EntryKey what, String words) {
    return with(caller, desk, chat, (held, _) -> show(held, key, what, words));
  }

  private Outcome show(Chat held, UUID key, EntryKey what, String words) {
    Optional<SharedCard> card = cards.find(what, words);
    card.ifPresent(it -> {
      conversation.say(held, key, ChatMessage.Draft.card(held.adviserName(), it));
      tally.add(held.desk(), held.lang(), held.topic(), Tally.What.CARD);
      if (chats.led(held.id())) {
        tally.add(held.desk(), held.lang(), held.topic(), Tally.What.LED);
      }
    });
    return card.isPresent() ? new Outcome.Done() : new Outcome.NoCard();
  }

  /// Says what is written already, with what it shows.
  @Transactional
  public Outcome sayCanned(Caller caller, UUID desk, UUID chat, UUID key, UUID answer) {
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          CannedAnswer found = canned.find(desk, answer).orElseThrow(AdviserChats::none);
          conversation.say(
              held, key, ChatMessage.Draft.byAdviser(held.adviserName(), found.body()));
          for (CannedAnswer.Shows shown : found.cards()) {
            show(held, UUID.randomUUID(), shown.key(), shown.words());
          }
          return new Outcome.Done();
        });
  }

  /// What one does in danger was shown; that it was is counted, and nothing else is kept of it.
  @Transactional
  public Outcome danger(Caller caller, UUID desk, UUID chat) {
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          tally.add(held.desk(), held.lang(), Optional.empty(), Tally.What.DANGER);
          return new Outcome.Done();
        });
  }

  /// Shows the way to asking for help by name. Nothing moves: the visitor goes or doesn't, and no
  /// word of the talk goes along.
  @Transactional
  public Outcome help(Caller caller, UUID desk, UUID chat, UUID key) {
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          if (messages.find(chat, key).isEmpty()) {
            conversation.say(held, key, ChatMessage.Draft.notice(ChatMessage.Notice.HELP));
            tally.add(held.desk(), held.lang(), held.topic(), Tally.What.HELP);
          }
          return new Outcome.Done();
        });
  }

  /// @param bar whether this connection may begin no more today
  @Transactional
  public Outcome close(
      Caller caller, UUID desk, UUID chat, Chat.Outcome how, Optional<Topic> tag, boolean bar) {
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          conversation.close(held, how, tag, ChatMessage.Notice.CLOSED);
          if (bar) {
            barred.barToday(chat);
          }
          return new Outcome.Done();
        });
  }

  /// Gives the talk to somebody else who sits at the desk. The note is for them alone.
  @Transactional
  public Outcome handTo(Caller caller, UUID desk, UUID chat, PersonId next, String note) {
    if (note.length() > LONGEST_NOTE) {
      return new Outcome.NotGood();
    }
    return with(
        caller,
        desk,
        chat,
        (held, adviser) -> {
          Optional<Adviser> other =
              advisers
                  .find(desk, next)
                  .filter(it -> !it.person().equals(adviser.person()))
                  .filter(it -> it.shift() != Adviser.Shift.OFF);
          other.ifPresent(it -> {
            chats.note(chat, note);
            conversation.notice(held, ChatMessage.Draft.notice(ChatMessage.Notice.HANDED_OVER));
            conversation.take(held, it);
          });
          return other.isPresent() ? new Outcome.Done() : new Outcome.NobodyThere();
        });
  }

  /// Gives the talk to another desk, where it stands first in the queue.
  @Transactional
  public Outcome handTo(Caller caller, UUID desk, UUID chat, Desks.Shown next, String note) {
    if (note.length() > LONGEST_NOTE) {
      return new Outcome.NotGood();
    }
    return with(
        caller,
        desk,
        chat,
        (held, _) -> {
          if (!next.state().isOpen() || next.desk().id().equals(desk)) {
            return new Outcome.NobodyThere();
          }
          conversation.returnToHead(held, next.desk().id(), note, ChatMessage.Notice.HANDED_OVER);
          return new Outcome.Done();
        });
  }

  private interface Step {
    Outcome with(Chat held, Adviser adviser);
  }

  /// A step in a talk that the caller has, held; one that has ended meanwhile is no place for it.
  private Outcome with(Caller caller, UUID desk, UUID chat, Step step) {
    Adviser adviser = here.adviser(caller, desk, Action.UPDATE);
    Outcome outcome =
        house.step(() -> {
          Chat held = chats.hold(chat).orElseThrow(AdviserChats::none);
          boolean own = adviser.person().equals(held.adviser()) && held.desk().equals(desk);
          if (!own) {
            throw none();
          }
          return held.isWith(adviser.person()) ? step.with(held, adviser) : new Outcome.TooLate();
        });
    if (outcome instanceof Outcome.Done) {
      here.open(caller, adviser, Action.UPDATE, chat);
    }
    return outcome;
  }

  private static NoSuchRecord none() {
    return new NoSuchRecord(RecordType.CHAT);
  }
}
