package fi.rinnalla.advice;

import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Kind;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.UUID;

/// An answer that is written once and said often.
///
/// @param cards what it shows
public record CannedAnswer(UUID id, Lang lang, String title, String body, List<Shows> cards) {
  public static final int LONGEST_TITLE = 100;

  /// A thing of the directory, and the words it is found by.
  public record Shows(Kind kind, UUID id, String words) {
    EntryKey key() {
      return new EntryKey(kind, id);
    }
  }

  public CannedAnswer {
    cards = List.copyOf(cards);
  }
}
