/// Letters to people: one letter to one address at one time, outside quiet hours.
///
/// Owns the letters that wait, and for a while the bare fact that each one left. Answers one
/// question: has this letter been sent? It must never know whom a letter is for or what it is
/// about: the wording is the calling room's, and what was written is erased as soon as it has left.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage", "pages", "vault"})
package fi.rinnalla.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
