/// Pictures of what organizations offer: one of each listing, and each organization's logo.
///
/// Owns the pictures in the sizes that pages show; the file that was uploaded is never kept.
/// Answers one question: what does this look like, and may it be shown now? It must never know who
/// is in a picture, nor keep where or when it was taken.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "calendar", "workspace", "upkeep", "notifications"})
package fi.rinnalla.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
