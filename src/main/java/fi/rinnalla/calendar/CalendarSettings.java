package fi.rinnalla.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param monthsAhead how far ahead times are made
/// @param keepPastDays how long times that are over stay
/// @param remakeAfterDays how far the horizon may slide before times are made anew
@ConfigurationProperties("rinnalla.calendar")
record CalendarSettings(
    @DefaultValue("15") int monthsAhead,
    @DefaultValue("7") int keepPastDays,
    @DefaultValue("7") int remakeAfterDays) {}
