/// What keeps the directory true: organizations are asked whether what families see is still so.
///
/// Owns the rounds of reminders and their links. Answers one question: who has been asked, and what
/// did they say? It must never know who comes or who searches, nor where an organization keeps its
/// listings ([OwnListings]); what is vouched for is written where the record is.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "calendar", "audit", "notifications", "exchange"})
package fi.rinnalla.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
