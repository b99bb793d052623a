package fi.rinnalla.meetups;

import java.time.LocalDateTime;

/// What the host of a published meet-up asks of those whose place it is. Until they answer, all
/// stays as it is.
public sealed interface Wish {
  /// To go on every week at the same time.
  record Weekly() implements Wish {}

  /// To hold one of the times at another time.
  ///
  /// @param time which of them, as the rule gives it
  record Move(LocalDateTime time, LocalDateTime start) implements Wish {}
}
