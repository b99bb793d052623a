/// One call, and those who are needed stand around a family: Luuri.
///
/// Owns the duty rosters of organizations and the networks that were assembled from them. Answers
/// one question: who stands around this family, and may they know? It must never hold what a call
/// was about: no reason, no assessment, no word of the caller; and of a call without the family's
/// permission nothing but a count (decision 0044).
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "calendar", "families", "notifications", "signin", "vault"})
package fi.rinnalla.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
