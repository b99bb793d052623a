/// What happens when: events, the rules they repeat by, and each time they are held.
///
/// Owns events and their occurrences. Answers one question: what is held, where and when? It must
/// never know who comes; sign-up stands on its own and names no child.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory"})
package fi.rinnalla.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
