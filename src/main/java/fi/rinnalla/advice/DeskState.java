package fi.rinnalla.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with a desk at this moment, as honestly as can be known.
public sealed interface DeskState {

  /// Somebody answers.
  ///
  /// @param minutes about how long one waits; none at once
  record Open(int minutes) implements DeskState {}

  /// The queue is as long as may be waited in.
  record Full() implements DeskState {}

  /// It should be open, and nobody is there.
  record Offline() implements DeskState {}

  /// It is none of its hours.
  ///
  /// @param opensNext null when no opening is known
  record Closed(@Nullable Instant opensNext) implements DeskState {}

  default boolean isOpen() {
    return this instanceof Open;
  }

  /// @param seats of those who are at the desk now
  /// @param talking how many of the seats are taken
  /// @param waiting how many stand in the queue
  static DeskState of(
      AdviceDesk desk,
      DutyHours hours,
      Instant now,
      int advisers,
      int seats,
      int talking,
      int waiting,
      int talkMinutes) {
    if (!hours.isOpenAt(now)) {
      return new Closed(hours.opensNext(now).orElse(null));
    }
    if (advisers == 0) {
      return new Offline();
    }
    if (waiting >= desk.mostWaiting()) {
      return new Full();
    }
    int free = Math.max(0, seats - talking);
    if (free > waiting) {
      return new Open(0);
    }
    int before = waiting + 1 - free;
    return new Open(Math.ceilDiv(before * talkMinutes, Math.max(1, seats)));
  }
}
