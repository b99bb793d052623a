/// The words all rooms share: a text in three languages, a position, an age range, an area's code.
/// Owns no table and no service, and never grows one; it knows no other room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.rinnalla.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
