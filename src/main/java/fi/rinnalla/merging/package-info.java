/// One truth: which records of different sources tell of the same thing.
///
/// Owns no table: it reads what the directory and the calendar let everybody see. Answers one
/// question: is this the same as that, and why does it look so? It must never know of anything
/// closed, nor make two records one by itself.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "calendar"})
package fi.rinnalla.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
