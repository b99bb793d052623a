package fi.rinnalla.families;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things last.
///
/// @param asked how long a question for consent waits for its answer
/// @param valid how long a consent holds
/// @param kept how long one that has ended is kept, to show that there was one
/// @param invited how long another adult's invitation is good
@ConfigurationProperties("rinnalla.families")
record FamilySettings(
    @DefaultValue("14d") Duration asked,
    @DefaultValue("6m") Period valid,
    @DefaultValue("2y") Period kept,
    @DefaultValue("7d") Duration invited) {}
