/// One truth: which records of different sources tell of the same thing, and what a region has
/// several of and what it lacks.
///
/// Owns the pairs of records that may be one, what was decided about each and what a merge changed;
/// it reads only what the directory, the calendar and the search let everybody see. Answers two
/// questions: is this the same as that, and why does it look so; and where are there many offers
/// and where none? It must never know of anything closed, nor make two records one by itself: a
/// person does.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "calendar", "search", "upkeep"})
package fi.rinnalla.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
