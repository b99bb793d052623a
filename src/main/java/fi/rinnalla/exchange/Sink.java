package fi.rinnalla.exchange;

import java.time.LocalDate;
import java.util.UUID;

/// Where a reader puts what it reads.
public interface Sink {

  void take(Draft draft);

  /// An error of the feed as a whole also says that the feed was not read to its end, so that
  /// nothing is withdrawn on its word.
  void notice(Notice notice);

  /// A record that can't land. What the same source said of it before stays in force.
  void refuse(Draft.Kind kind, UUID recordId, Notice why);

  /// The feed says by itself that a record is no more; withdrawn when the feed was read to its end.
  void gone(Draft.Kind kind, UUID recordId);

  /// The day of the reading.
  LocalDate today();

  /// The feed tells all of its records of these kinds.
  void covers(Draft.Kind... kinds);
}
