package fi.rinnalla.advice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One message of a talk.
///
/// @param number from 1 in its talk, without a gap: by it a browser that was away knows what it
///   missed
/// @param name the first name of the adviser who says it, or of whom a notice tells
/// @param body the words; of a notice its code, said in the reader's language
/// @param card what a message of that kind shows
public record ChatMessage(
    int number,
    Sender sender,
    Kind kind,
    String name,
    String body,
    @Nullable SharedCard card,
    Instant saidAt) {
  public static final int LONGEST = 2000;

  public enum Sender {
    VISITOR,
    ADVISER,
    SYSTEM;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Kind {
    TEXT,
    CARD,
    NOTICE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the house itself says in a talk; its code is a part of a message's key.
  public enum Notice {
    /// An adviser has come; the name goes along.
    JOINED,
    /// The adviser was lost, and the talk is at the head of the queue.
    LOST,
    /// Another adviser or desk takes over.
    HANDED_OVER,
    /// Nothing was heard of the visitor for a while.
    IDLE,
    IDLE_CLOSED,
    /// The wait is long: a question may be left instead.
    LONG_WAIT,
    UNANSWERED,
    VISITOR_LEFT,
    CLOSED,
    /// The adviser shows the way to asking for help by name; whether to go is the visitor's.
    HELP;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is said, before it has its number.
  record Draft(Sender sender, Kind kind, String name, String body, @Nullable SharedCard card) {
    static Draft byVisitor(String words) {
      return new Draft(Sender.VISITOR, Kind.TEXT, "", words, null);
    }

    static Draft byAdviser(String name, String words) {
      return new Draft(Sender.ADVISER, Kind.TEXT, name, words, null);
    }

    static Draft card(String name, SharedCard card) {
      return new Draft(Sender.ADVISER, Kind.CARD, name, "", card);
    }

    static Draft notice(Notice notice) {
      return notice(notice, "");
    }

    /// @param name of whom it tells
    static Draft notice(Notice notice, String name) {
      return new Draft(Sender.SYSTEM, Kind.NOTICE, name, notice.code(), null);
    }
  }
}
