package fi.rinnalla.advice;

import fi.rinnalla.search.Kind;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service, an event, a place or an article that an adviser shows, as the search had it at that
/// moment.
///
/// @param spots where it is; none when that isn't known to the spot
/// @param steps how a first visit goes, in its own words
/// @param from the next time it is held or open
public record SharedCard(
    Kind kind,
    String slug,
    Text title,
    Text place,
    Text address,
    List<Position> spots,
    Text steps,
    @Nullable Instant from,
    @Nullable Instant until) {
  public SharedCard {
    spots = List.copyOf(spots);
  }
}
