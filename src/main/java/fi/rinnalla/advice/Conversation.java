package fi.rinnalla.advice;

import fi.rinnalla.storage.Signals;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What happens in talks, each step in the transaction of whoever takes it: the row of the talk is
/// held, a message gets its number, what stays is counted, and the nodes are told by ids.
@Component
class Conversation {
  static final String CHANNEL = "advice";

  private final ChatRows chats;
  private final MessageRows messages;
  private final Tally tally;
  private final Signals signals;
  private final Clock clock;

  Conversation(ChatRows chats, MessageRows messages, Tally tally, Signals signals, Clock clock) {
    this.chats = chats;
    this.messages = messages;
    this.tally = tally;
    this.signals = signals;
    this.clock = clock;
  }

  /// Says something; what came by the same form before is said already.
  int say(Chat held, UUID key, ChatMessage.Draft said) {
    Optional<Integer> before = messages.find(held.id(), key);
    if (before.isPresent()) {
      return before.get();
    }
    Instant now = clock.instant();
    int number = messages.add(held.id(), key, said, now);
    switch (said.sender()) {
      case VISITOR -> chats.turn(held.id(), null, "");
      case ADVISER -> chats.turn(held.id(), now, "");
      case SYSTEM -> {}
    }
    signals.send(CHANNEL, "chat " + held.id());
    if (said.sender() == ChatMessage.Sender.SYSTEM) {
      stirred(held.desk());
    } else {
      // Those at the desk see where somebody waits for a word; to all others in its queue it is
      // nothing, and a thousand pages would look for it.
      signals.send(CHANNEL, "seat " + held.desk());
    }
    return number;
  }

  void notice(Chat held, ChatMessage.Draft notice) {
    say(held, UUID.randomUUID(), notice);
  }

  /// The queue of a desk isn't what it was.
  void stirred(UUID desk) {
    signals.send(CHANNEL, "desk " + desk);
  }

  void take(Chat held, Adviser adviser) {
    Instant now = clock.instant();
    if (held.answeredAt() == null) {
      tally.add(held.desk(), held.lang(), held.topic(), Tally.What.ANSWERED);
      tally.add(held.desk(), held.lang(), held.topic(), Tally.What.waited(held.waited(now)));
    }
    chats.take(held.id(), adviser, now);
    notice(held, ChatMessage.Draft.notice(ChatMessage.Notice.JOINED, adviser.name()));
    stirred(held.desk());
  }

  /// Back to the head of a queue, this desk's or another's.
  void returnToHead(Chat held, UUID desk, String note, ChatMessage.Notice why) {
    chats.returnToHead(held.id(), desk, note, clock.instant());
    notice(held, ChatMessage.Draft.notice(why));
    stirred(held.desk());
    stirred(desk);
  }

  void close(Chat held, Chat.Outcome outcome, Optional<Topic> tag, ChatMessage.Notice notice) {
    Optional<Topic> about = tag.or(held::topic);
    boolean unanswered = held.answeredAt() == null;
    tally.add(held.desk(), held.lang(), about, unanswered ? Tally.What.UNANSWERED : what(outcome));
    notice(held, ChatMessage.Draft.notice(notice));
    chats.close(held.id(), outcome, about, clock.instant());
    stirred(held.desk());
  }

  private static Tally.What what(Chat.Outcome outcome) {
    return switch (outcome) {
      case RESOLVED -> Tally.What.RESOLVED;
      case VISITOR_LEFT -> Tally.What.VISITOR_LEFT;
      case IDLE -> Tally.What.IDLE;
      case ABUSE -> Tally.What.ABUSE;
      case UNANSWERED -> Tally.What.UNANSWERED;
    };
  }
}
