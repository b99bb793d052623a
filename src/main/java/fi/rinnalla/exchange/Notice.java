package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A fault in somebody's data, told to whoever can mend it. Each fault is a type of its own, after
/// gtfs-validator's notices, so that they can be counted, documented (docs/notices.md) and linked
/// to.
public sealed interface Notice
    permits FieldNotice, ValueNotice, RecordNotice, FeedNotice, FetchNotice {

  Severity severity();

  /// The id of the record in the feed; null when the fault is in the feed as a whole.
  @Nullable String record();

  /// The field or column at fault.
  @Nullable String field();

  /// The beginning of what stood there.
  @Nullable String value();

  /// What is wrong and what to do about it, in words for the data's owner.
  Text sentence();

  default String type() {
    return getClass().getSimpleName();
  }

  /// How grave a fault is.
  enum Severity {
    /// The record didn't land.
    ERROR,
    /// It landed with a gap.
    WARNING,
    /// It landed; something is worth knowing.
    INFO
  }

  /// Enough of a value to find it by, and no more.
  static String excerpt(@Nullable String value) {
    if (value == null) {
      return "";
    }
    String line = value.replaceAll("\\s+", " ").strip();
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
