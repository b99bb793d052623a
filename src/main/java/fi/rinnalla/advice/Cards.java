package fi.rinnalla.advice;

import fi.rinnalla.search.Card;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What an adviser finds in the directory to show. It goes through the search's own door, so that
/// nothing is shown in a talk that isn't found outside it; what is searched is kept nowhere.
@Component
public class Cards {
  private static final int SHOWN = 8;
  private static final int LOOKED_THROUGH = 50;

  private final Finder finder;
  private final Clock clock;

  Cards(Finder finder, Clock clock) {
    this.finder = finder;
    this.clock = clock;
  }

  public List<Results.Hit> search(String words) {
    return words.isBlank() || !finder.isReady()
        ? List.of()
        : finder.find(Query.all(clock.instant()).withWords(words).page(1, SHOWN)).hits();
  }

  Optional<EntryKey> first(String words) {
    return search(words).stream().map(it -> it.card().key()).findFirst();
  }

  /// The first that one can go to or ask for: an article leads to no other article.
  Optional<EntryKey> firstToGoTo(String words) {
    return search(words).stream()
        .map(it -> it.card().key())
        .filter(it -> it.kind() != Kind.ARTICLE)
        .findFirst();
  }

  /// The card of one of the hits of these words.
  Optional<SharedCard> find(EntryKey key, String words) {
    if (!finder.isReady()) {
      return Optional.empty();
    }
    Query query =
        Query.all(clock.instant()).withWords(words).of(Set.of(key.kind())).page(1, LOOKED_THROUGH);
    return finder.find(query).hits().stream()
        .filter(it -> it.card().key().equals(key))
        .findFirst()
        .map(Cards::card);
  }

  private static SharedCard card(Results.Hit hit) {
    Card card = hit.card();
    return new SharedCard(
        card.key().kind(),
        card.slug(),
        card.title(),
        card.place(),
        card.address(),
        hit.next() == null ? null : hit.next().start(),
        hit.next() == null ? null : hit.next().end());
  }
}
