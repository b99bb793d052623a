/// Asking a human: desks where advisers answer families, without a name and without signing in.
///
/// Owns the desks and their hours, the talks while they last, the questions that were left, and the
/// counts of all of them. Answers one question: who can answer me now, or when? It must never know
/// who asks: no name, no address of a machine, and no word of a talk a day after it ended. Nothing
/// that is said here is searched, logged or told to another room; what an adviser shows of the
/// directory is public already.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "knowledge",
      "search",
      "notifications",
      "workspace",
      "signin",
      "vault"
    })
package fi.rinnalla.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
