/// Signing up for what the calendar holds: places that are counted, families in a queue, and who
/// came.
///
/// Owns the terms of signing up, the sign-ups and their queues. Answers one question: is there a
/// place for this family? It must never know a child's name, nor tell an organizer anybody's
/// address; what is held and when is the calendar's.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"calendar", "directory", "notifications", "reminders", "signin"})
package fi.rinnalla.signups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
