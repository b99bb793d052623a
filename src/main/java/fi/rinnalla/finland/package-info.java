/// The formats of Finland's national sources, read into drafts: the service catalogue PTV
/// (palvelutietovaranto), Lähellä.fi and the libraries' directory Kirkanta.
///
/// Owns nothing but the knowledge of how these write. Answers one question: what does this record
/// of theirs say in our words? It must never know how drafts land. The region of another country
/// leaves the room out, or puts its own beside it; nothing else in the house asks for it.
@NullMarked
@ApplicationModule(allowedDependencies = {"exchange", "directory", "calendar"})
package fi.rinnalla.finland;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
