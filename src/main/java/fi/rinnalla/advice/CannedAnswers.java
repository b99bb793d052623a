package fi.rinnalla.advice;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A desk's written answers, kept by those who say them.
@Component
public class CannedAnswers {
  private static final int MOST = 200;

  private final AtDesk here;
  private final CannedRows rows;
  private final Cards cards;
  private final HouseWork house;

  CannedAnswers(AtDesk here, CannedRows rows, Cards cards, HouseWork house) {
    this.here = here;
    this.rows = rows;
    this.cards = cards;
    this.house = house;
  }

  /// What became of writing one.
  public enum Written {
    DONE,
    NO_TITLE,
    NO_BODY,
    /// What it was to show isn't found.
    NO_CARD,
    TOO_MANY
  }

  @Transactional
  public List<CannedAnswer> of(Caller caller, UUID desk) {
    here.adviser(caller, desk, Action.READ);
    return house.step(() -> rows.of(desk));
  }

  /// @param instead of which it is written; null for a new one
  /// @param words by which a service, an event or a place is found that it shows; empty for none
  @Transactional
  public Written write(
      Caller caller,
      UUID desk,
      @Nullable UUID instead,
      Lang lang,
      String title,
      String body,
      String words) {
    here.adviser(caller, desk, Action.UPDATE);
    if (title.isBlank() || title.length() > CannedAnswer.LONGEST_TITLE) {
      return Written.NO_TITLE;
    }
    if (body.isBlank() || body.length() > ChatMessage.LONGEST) {
      return Written.NO_BODY;
    }
    Optional<EntryKey> card = words.isBlank() ? Optional.empty() : cards.first(desk, words);
    if (!words.isBlank() && card.isEmpty()) {
      return Written.NO_CARD;
    }
    return house.step(() -> {
      if (instead != null) {
        rows.delete(desk, instead);
      }
      if (rows.of(desk).size() >= MOST) {
        return Written.TOO_MANY;
      }
      List<CannedAnswer.Shows> shows =
          card.stream()
              .map(it -> new CannedAnswer.Shows(it.kind(), it.id(), words.strip()))
              .toList();
      rows.put(desk, new CannedAnswer(UUID.randomUUID(), lang, title, body, shows));
      return Written.DONE;
    });
  }

  @Transactional
  public void delete(Caller caller, UUID desk, UUID answer) {
    here.adviser(caller, desk, Action.UPDATE);
    house.step(() -> {
      rows.delete(desk, answer);
      return answer;
    });
  }
}
