/// Where organizations keep their own listings: drafts, publishing in plain words, single times
/// cancelled, and who changed what.
///
/// Owns the sheets that editors fill in and their history. Answers one question: what does this
/// organization say of itself, and who said it? It must never know who comes or who searches; what
/// is published is the calendar's and the directory's.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "audit",
      "notifications",
      "exchange",
      "upkeep",
      "signin"
    })
package fi.rinnalla.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
