/// Families' own meet-ups: proposed by a parent, approved by those whose place it is, joined by
/// others.
///
/// Owns the proposals, who hosts, and what those who come write to each other. Answers one
/// question: may families meet here on their own, and who sees to it? It must never know a child's
/// name or anybody's home; what is public of a meet-up is an event of the calendar, and who comes
/// is with the sign-ups.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "notifications",
      "signin",
      "search",
      "signups",
      "upkeep",
      "workspace"
    })
package fi.rinnalla.meetups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
