package fi.rinnalla.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param follow whether this process keeps an index; a command beside the server does not
/// @param look how often to look for changes that no event of this process told of
/// @param openingDays how far ahead opening hours are in the index; it is made anew each night
@ConfigurationProperties("rinnalla.search")
record SearchSettings(
    @DefaultValue("true") boolean follow,
    @DefaultValue("300ms") Duration look,
    @DefaultValue("42") int openingDays) {}
