/// What is told in confidence is kept here under lock: each person's words are sealed with a key of
/// that person's own, and to forget them is to forget the key.
///
/// Owns the keys and the list of whom the house has forgotten. Answers one question: may these
/// words still be opened? It must never know what they say, nor who may read them: that is the
/// rooms' and the gate's business.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage"})
package fi.rinnalla.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
