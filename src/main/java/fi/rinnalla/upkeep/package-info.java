/// What keeps the directory true: organizations are asked whether what families see is still so,
/// visitors tell what is wrong or missing, and those who look after an area settle it.
///
/// Owns the rounds of reminders and their links, the reports and the last sign of life of each
/// moderator. Answers one question: what must somebody look at? It must never know who reported,
/// nor where an organization keeps its listings ([OwnListings]) and mends them ([Mending]), as each
/// room counts its own for the region's page ([Tally]); what is vouched for is written where the
/// record is.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "calendar", "exchange", "audit", "notifications"})
package fi.rinnalla.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
