/// What help exists: organizations, their services, the places where these are given and when.
///
/// Owns the directory in the terms of HSDS 3.1, the tree of areas, the classifications and the rule
/// of what a location lets out about itself. Answers one question: what is there, and may it be
/// shown? It must never know who asks, or anything of a family.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage"})
package fi.rinnalla.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
