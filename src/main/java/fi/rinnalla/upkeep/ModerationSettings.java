package fi.rinnalla.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keepWords how long the words of a settled report are kept; that there was one stays, as a
///   number
/// @param moderatorAway after how long without a moderator organizations' new listings wait for one
/// @param eraseAt when old words are erased: a cron expression of Spring in the time of Helsinki,
///   or `-` for never
@ConfigurationProperties("rinnalla.upkeep")
record ModerationSettings(
    @DefaultValue("P90D") Duration keepWords,
    @DefaultValue("P7D") Duration moderatorAway,
    @DefaultValue(ModerationSettings.AT_NIGHT) String eraseAt) {
  static final String AT_NIGHT = "0 40 3 * * *";
}
