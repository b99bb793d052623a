/// A family, who belongs to it, and what each adult of it has agreed to.
///
/// Owns families and consents. Answers one question: may this organization know this of this
/// person? It must never know what anybody is helped with; whoever asks for a consent says which
/// matter of theirs it is about, by an id.
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "notifications", "signin", "vault"})
package fi.rinnalla.families;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
