package fi.rinnalla.advice;

import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Talks from the side of whoever asks. The token in their browser is all that opens one; nothing
/// here asks who they are.
@Component
public class VisitorChats {
  /// 128 bits: nobody guesses it.
  private static final int TOKEN_BYTES = 16;

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  private final DeskRows deskRows;
  private final Desks desks;
  private final ChatRows chats;
  private final MessageRows messages;
  private final Conversation conversation;
  private final Barred barred;
  private final Tally tally;
  private final HouseWork house;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  VisitorChats(
      DeskRows deskRows,
      Desks desks,
      ChatRows chats,
      MessageRows messages,
      Conversation conversation,
      Barred barred,
      Tally tally,
      HouseWork house,
      Clock clock) {
    this.deskRows = deskRows;
    this.desks = desks;
    this.chats = chats;
    this.messages = messages;
    this.conversation = conversation;
    this.barred = barred;
    this.tally = tally;
    this.house = house;
    this.clock = clock;
  }

  /// What became of the wish to talk.
  public sealed interface Began {
    /// @param token for the browser's cookie; it is kept nowhere else
    record Waiting(String token) implements Began {}

    /// Nobody can answer just now.
    record NotOpen(Desks.Shown desk) implements Began {}

    /// This connection may begin no more today.
    record Barred() implements Began {}

    record NoDesk() implements Began {}
  }

  /// What became of a message.
  public sealed interface Said {
    record Done(int number) implements Said {}

    /// Empty, or longer than is taken.
    record NotGood() implements Said {}

    /// The talk is over, or never was.
    record Over() implements Said {}
  }

  /// A talk as its visitor sees it.
  ///
  /// @param place in the queue, from 1; 0 when it isn't in one
  /// @param attended false when it waits and no adviser is at the desk
  public record Talk(
      Chat chat, AdviceDesk desk, int place, boolean attended, List<ChatMessage> messages) {
    public int last() {
      return messages.isEmpty() ? 0 : messages.getLast().number();
    }
  }

  public Began begin(UUID desk, Lang lang, Optional<Topic> topic, CallerToday caller) {
    return house.step(() -> {
      // Held, so that of two who come at once the queue takes no more than it may.
      Optional<AdviceDesk> held = deskRows.hold(desk);
      if (held.isEmpty()) {
        return new Began.NoDesk();
      }
      if (barred.isBarred(caller)) {
        return new Began.Barred();
      }
      Desks.Shown shown = desks.shown(held.get());
      if (!shown.state().isOpen()) {
        tally.add(desk, lang, topic, Tally.What.OUTSIDE);
        return new Began.NotOpen(shown);
      }
      UUID id = UUID.randomUUID();
      String token = token();
      chats.open(id, desk, Sha256.of(token), lang, topic, caller.digest(), clock.instant());
      barred.began(caller);
      tally.add(desk, lang, topic, Tally.What.CONTACT);
      conversation.stirred(desk);
      return new Began.Waiting(token);
    });
  }

  public Optional<Talk> find(String token) {
    return house.step(() -> {
      Optional<Chat> chat = chat(token);
      chat.ifPresent(it -> chats.seen(List.of(it.id()), clock.instant()));
      return chat.map(it -> talk(it, messages.after(it.id(), 0)));
    });
  }

  /// As [#find], with what was said after a number, and without being a sign of life.
  public Optional<Talk> glance(UUID chat, int number) {
    return house.step(() -> chats.find(chat).map(it -> talk(it, messages.after(chat, number))));
  }

  private Talk talk(Chat chat, List<ChatMessage> said) {
    boolean waits = chat.state() == Chat.State.WAITING;
    int place = waits ? 1 + chats.before(chat) : 0;
    boolean attended = !waits || desks.isAttended(chat.desk());
    return new Talk(chat, deskRows.find(chat.desk()).orElseThrow(), place, attended, said);
  }

  /// @param key of the form: the same form sent twice is one message
  public Said say(String token, UUID key, String words) {
    if (words.isBlank() || words.length() > ChatMessage.LONGEST) {
      return new Said.NotGood();
    }
    return house.step(() -> {
      Chat held = held(token).orElse(null);
      if (held == null || held.isClosed()) {
        return new Said.Over();
      }
      chats.seen(List.of(held.id()), clock.instant());
      return new Said.Done(conversation.say(held, key, ChatMessage.Draft.byVisitor(words)));
    });
  }

  /// Ends the talk from the visitor's side; saying it again changes nothing.
  public void leave(String token) {
    house.step(() -> {
      held(token)
          .filter(it -> !it.isClosed())
          .ifPresent(it ->
              conversation.close(
                  it,
                  Chat.Outcome.VISITOR_LEFT,
                  Optional.empty(),
                  ChatMessage.Notice.VISITOR_LEFT));
      return token;
    });
  }

  /// Signs of life of those whose streams are open here.
  public void seen(Collection<UUID> open) {
    if (!open.isEmpty()) {
      house.step(() -> {
        chats.seen(open, clock.instant());
        return open;
      });
    }
  }

  private Optional<Chat> chat(String token) {
    return TOKEN.matcher(token).matches() ? chats.find(Sha256.of(token)) : Optional.empty();
  }

  private Optional<Chat> held(String token) {
    return chat(token).flatMap(it -> chats.hold(Objects.requireNonNull(it).id()));
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
