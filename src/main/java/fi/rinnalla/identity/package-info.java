/// Who is here and what they may do: people, the roles they hold, and the one table of permissions
/// that every room asks. Knows no family's affairs and no other room's words.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage", "pages", "audit", "vault"})
package fi.rinnalla.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
