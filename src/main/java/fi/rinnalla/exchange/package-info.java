/// The river: feed → reader → drafts and notices → directory and calendar.
///
/// Owns the sources, each reading of them, the drafts on their way in and the ledger of what each
/// source has said. Answers one question: where did this come from, and what was wrong with it? It
/// must never know who reads the directory, and never lets a stranger's file make the house work
/// longer than it was given.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage", "directory", "calendar"})
package fi.rinnalla.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
