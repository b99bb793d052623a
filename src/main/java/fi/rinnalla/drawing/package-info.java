/// What is drawn and not written: sheets of paper with a code that leads back here, in letters of
/// our own.
///
/// Owns the typeface, the mark and the queue at the pens; a room says what is on its sheet. Answers
/// one question: how does this look on paper? It must never know what it draws, nor for whom.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary"})
package fi.rinnalla.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
