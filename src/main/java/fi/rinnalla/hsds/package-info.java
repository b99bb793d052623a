/// The directory as others may read it: HSDS 3.1, the Human Services Data Specification, as an API
/// and as a package of tables, with what families here need beyond it as a profile.
///
/// Owns no record; it keeps a list of what is there to narrow by, thrown away at any time. Replies
/// one question: how does the standard say what we know? It must never tell more than the pages do,
/// or remember who read.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "calendar", "search"})
package fi.rinnalla.hsds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
