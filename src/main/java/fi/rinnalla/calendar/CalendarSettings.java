package fi.rinnalla.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param monthsAhead how far ahead times are made
/// @param keepPastDays how long times that are over stay
/// @param remakeAfterDays how far the horizon may slide before times are made anew
/// @param makeTimesAt when the times that have come into view are made: a cron expression of Spring
///   in the time of Helsinki, or `-` for never
@ConfigurationProperties("rinnalla.calendar")
record CalendarSettings(
    @DefaultValue("15") int monthsAhead,
    @DefaultValue("7") int keepPastDays,
    @DefaultValue("7") int remakeAfterDays,
    @DefaultValue(CalendarSettings.AT_NIGHT) String makeTimesAt) {
  static final String AT_NIGHT = "0 15 2 * * *";
}
