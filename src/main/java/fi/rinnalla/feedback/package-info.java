/// What people thought of it, told in a few taps and without a name: rounds of times that are told
/// of together, and their counts.
///
/// Owns the rounds, their sittings, each with a link of its own, the answers until they are counted
/// and the figures afterwards. Answers one question: what do those who came say, together? It must
/// never know who answered or when, and never tell of fewer than five, nor let it be worked out
/// ([fi.rinnalla.feedback.Figures]).
///
/// A round speaks of ids, titles and times only, so that any room may open one. What has a round of
/// an event filled in for its organizer is in `web`, and only that and the demonstration read the
/// calendar and the directory.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"audit", "notifications", "directory", "calendar", "drawing"})
package fi.rinnalla.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
