/// What was done to closed records, by whom, in order: written in the transaction of the act itself
/// and never changed. Knows ids only, and no other room's words.
@NullMarked
@ApplicationModule(allowedDependencies = {"storage", "vocabulary"})
package fi.rinnalla.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
