package fi.rinnalla.advice;

import fi.rinnalla.identity.PersonLeft;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What time does to talks and questions by itself.
@Component
class AdvicePassing {
  /// A key is there shortly before its talk is.
  private static final Duration SWEPT_AFTER = Duration.ofHours(1);

  private final AdviserRows advisers;
  private final ChatRows chats;
  private final QuestionRows questions;
  private final Conversation conversation;
  private final Tally tally;
  private final DeskLetters letters;
  private final ChatSeal seal;
  private final Barred barred;
  private final AdviceSettings settings;
  private final HouseWork house;
  private final Clock clock;

  AdvicePassing(
      AdviserRows advisers,
      ChatRows chats,
      QuestionRows questions,
      Conversation conversation,
      Tally tally,
      DeskLetters letters,
      ChatSeal seal,
      Barred barred,
      AdviceSettings settings,
      HouseWork house,
      Clock clock) {
    this.advisers = advisers;
    this.chats = chats;
    this.questions = questions;
    this.conversation = conversation;
    this.tally = tally;
    this.letters = letters;
    this.seal = seal;
    this.barred = barred;
    this.settings = settings;
    this.house = house;
    this.clock = clock;
  }

  /// One round, each step in a transaction of its own: one talk's fault holds up no other.
  void pass() {
    Instant now = clock.instant();
    house.step(() -> lost(now));
    house.step(() -> late(now));
    house
        .step(() -> chats.unseen(now.minus(settings.gone())))
        .forEach(it -> house.step(() -> gone(it, now)));
    house.step(chats::going).forEach(it -> house.step(() -> due(it.id(), now)));
  }

  /// Those of an adviser who is no more heard of go back to the head of the queue.
  private Instant lost(Instant now) {
    for (Adviser adviser : advisers.lost(now.minus(settings.alive()))) {
      chats.with(adviser.person()).stream()
          .filter(it -> it.desk().equals(adviser.desk()))
          .flatMap(it -> chats.hold(it.id()).stream())
          .filter(it -> it.isWith(adviser.person()))
          .forEach(
              it -> conversation.returnToHead(it, it.desk(), it.note(), ChatMessage.Notice.LOST));
      conversation.stirred(adviser.desk());
    }
    return now;
  }

  private Instant late(Instant now) {
    questions
        .late(now)
        .forEach(it -> {
          tally.add(it.desk(), it.lang(), it.topic(), Tally.What.QUESTION_LATE);
          letters.tell(it.desk(), DeskLetters.About.LATE);
        });
    return now;
  }

  private UUID gone(UUID id, Instant now) {
    chats
        .hold(id)
        .filter(it -> it.state() == Chat.State.WAITING)
        .ifPresent(it ->
            conversation.close(
                it,
                it.answeredAt() == null ? Chat.Outcome.UNANSWERED : Chat.Outcome.VISITOR_LEFT,
                Optional.empty(),
                ChatMessage.Notice.VISITOR_LEFT));
    return id;
  }

  private UUID due(UUID id, Instant now) {
    chats
        .hold(id)
        .ifPresent(it -> {
          switch (it.state()) {
            case WAITING -> waits(it, now);
            case ACTIVE -> idles(it, now);
            case CLOSED -> {}
          }
        });
    return id;
  }

  private void waits(Chat chat, Instant now) {
    Duration waited = Duration.between(chat.waitsSince(), now);
    if (waited.compareTo(settings.longestWait()) >= 0) {
      conversation.close(
          chat, Chat.Outcome.UNANSWERED, Optional.empty(), ChatMessage.Notice.UNANSWERED);
    } else if (waited.compareTo(settings.longWait()) >= 0 && chat.told().isEmpty()) {
      conversation.notice(chat, ChatMessage.Draft.notice(ChatMessage.Notice.LONG_WAIT));
      chats.turn(chat.id(), null, "long");
    }
  }

  /// Only whoever's turn it is can be idle: a visitor who waits for an answer is not.
  private void idles(Chat chat, Instant now) {
    Instant since = chat.turnSince();
    if (since == null) {
      return;
    }
    Duration silent = Duration.between(since, now);
    if (silent.compareTo(settings.idleClosed()) >= 0) {
      conversation.close(chat, Chat.Outcome.IDLE, Optional.empty(), ChatMessage.Notice.IDLE_CLOSED);
    } else if (silent.compareTo(settings.idleWarned()) >= 0 && chat.told().isEmpty()) {
      conversation.notice(chat, ChatMessage.Draft.notice(ChatMessage.Notice.IDLE));
      chats.turn(chat.id(), since, "idle");
    }
  }

  /// What has been kept long enough goes, with every word of it: the rows first, and once they are
  /// gone the keys, without which what is left of the rows on the disk is noise.
  int forget() {
    Instant now = clock.instant();
    Set<UUID> gone = house.step(() -> chats.forget(now.minus(settings.kept())));
    seal.forget(gone);
    // Keys of talks that were never begun, or that went in another way.
    Set<UUID> old = seal.madeBefore(now.minus(SWEPT_AFTER));
    old.removeAll(house.step(() -> chats.known(old)));
    seal.forget(old);
    house.step(barred::forget);
    return gone.size()
        + house.step(() ->
            questions.forget(now.minus(settings.answerKept()), now.minus(settings.questionKept())));
  }

  @EventListener
  void letGo(PersonLeft left) {
    house.step(() -> {
      chats.with(left.person()).stream()
          .flatMap(it -> chats.hold(it.id()).stream())
          .filter(it -> it.isWith(left.person()))
          .forEach(
              it -> conversation.returnToHead(it, it.desk(), it.note(), ChatMessage.Notice.LOST));
      questions.release(left.person());
      advisers.forget(left.person());
      return left;
    });
  }
}
