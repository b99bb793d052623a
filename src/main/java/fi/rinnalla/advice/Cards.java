package fi.rinnalla.advice;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.search.Card;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What an adviser finds in the directory to show. It goes through the search's own door, so that
/// nothing is shown in a talk that isn't found outside it; what is searched is kept nowhere.
@Component
public class Cards {
  private static final int SHOWN = 8;
  private static final int LOOKED_THROUGH = 50;
  private static final int MOST_SPOTS = 20;

  private final Finder finder;
  private final Directory directory;
  private final Calendar calendar;
  private final Desks desks;
  private final Clock clock;

  Cards(Finder finder, Directory directory, Calendar calendar, Desks desks, Clock clock) {
    this.desks = desks;
    this.finder = finder;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// What is in the areas of the desk comes first.
  public List<Results.Hit> search(UUID desk, String words) {
    if (words.isBlank() || !finder.isReady()) {
      return List.of();
    }
    Query all = Query.all(clock.instant()).withWords(words).page(1, SHOWN);
    Set<AreaCode> areas = desks.find(desk).map(it -> it.desk().areas()).orElse(Set.of());
    Map<EntryKey, Results.Hit> found = new LinkedHashMap<>();
    if (!areas.isEmpty()) {
      finder
          .find(all.in(new Query.Where.In(List.copyOf(areas), null)))
          .hits()
          .forEach(it -> found.put(it.card().key(), it));
    }
    finder.find(all).hits().forEach(it -> found.putIfAbsent(it.card().key(), it));
    return found.values().stream().limit(SHOWN).toList();
  }

  Optional<EntryKey> first(UUID desk, String words) {
    return search(desk, words).stream().map(it -> it.card().key()).findFirst();
  }

  /// The first that one can go to or ask for: an article leads to no other article.
  Optional<EntryKey> firstToGoTo(UUID desk, String words) {
    return search(desk, words).stream()
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
        .map(this::card);
  }

  private SharedCard card(Results.Hit hit) {
    Card card = hit.card();
    return new SharedCard(
        card.key().kind(),
        card.slug(),
        card.title(),
        card.place(),
        card.address(),
        card.approximate() ? List.of() : card.positions().stream().limit(MOST_SPOTS).toList(),
        steps(card.key()),
        hit.next() == null ? null : hit.next().start(),
        hit.next() == null ? null : hit.next().end());
  }

  /// How a visit goes is on the page of what is shown, and as public.
  private Text steps(EntryKey key) {
    return switch (key.kind()) {
      case SERVICE ->
          directory
              .find(new ServiceId(key.id()))
              .map(it -> it.record().facts().howItGoes())
              .orElse(Text.none());
      case EVENT ->
          calendar
              .find(new EventId(key.id()))
              .map(it -> it.event().facts().howItGoes())
              .orElse(Text.none());
      case PLACE, ARTICLE -> Text.none();
    };
  }
}
