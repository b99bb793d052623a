package fi.rinnalla.advice;

import fi.rinnalla.search.Kind;
import fi.rinnalla.vocabulary.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A service, an event, a place or an article that an adviser shows, as the search had it at that
/// moment.
///
/// @param from the next time it is held or open
public record SharedCard(
    Kind kind,
    String slug,
    Text title,
    Text place,
    Text address,
    @Nullable Instant from,
    @Nullable Instant until) {}
