/// What families often ask, and what they are answered: questions with their answers in three
/// languages, each with a way on to what the directory has.
///
/// Owns the articles, their states and how often each was of help. Answers one question: what has
/// been asked before, and what was answered? It must never know who asks, nor who may write: that
/// is told by the room where they sit.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.rinnalla.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
