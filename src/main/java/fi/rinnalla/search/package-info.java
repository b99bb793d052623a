/// Finding: the index of what is public, and the one way to search it.
///
/// Owns a copy of the directory, the calendar and what is often asked, made for finding and thrown
/// away at any time. Answers one question: what fits these words, this place, this time and this
/// child? Nothing closed may ever enter it, and it must not remember who searched for what.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "calendar", "knowledge"})
package fi.rinnalla.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
