/// Where the house keeps things: the embedded PostgreSQL that starts when no other database is
/// named, the lock on the data folder, and how values become JSON. Knows no room.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package fi.rinnalla.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
