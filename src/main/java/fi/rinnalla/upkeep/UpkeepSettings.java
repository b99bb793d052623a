package fi.rinnalla.upkeep;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param atMostEvery how long an organization is left in peace after a letter
/// @param lastCall how long before a record goes its keeper is asked for the last time
/// @param linkLasts how long the link of a letter is good
/// @param most how many records a letter names; the page shows all
@ConfigurationProperties("rinnalla.upkeep")
record UpkeepSettings(
    @DefaultValue("14d") Duration atMostEvery,
    @DefaultValue("P14D") Period lastCall,
    @DefaultValue("60d") Duration linkLasts,
    @DefaultValue("20") int most) {}
