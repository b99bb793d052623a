/// Reminders of what the calendar holds: whom to remind of which time, when, and that it was done
/// once.
///
/// Owns the wishes to be reminded, their addresses, and what each address was told. Answers one
/// question: what has this one been reminded of? It must never know why somebody comes: a room
/// above says that they do. How a reminder travels is the notifications' business.
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "directory", "notifications", "signin"})
package fi.rinnalla.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
