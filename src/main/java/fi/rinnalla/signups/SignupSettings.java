package fi.rinnalla.signups;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things last.
///
/// @param held how long a place is held while the form is filled in
/// @param unconfirmed how long a place is held for a letter's link to be used
/// @param asked how long such a link is good when no place hangs on it
/// @param offered how long a place that came free waits for the family it was offered to
/// @param notice no place is offered later than this before the start: nobody could come
/// @param browser how long a browser that opened a letter's link shows the sign-up without it
/// @param kept how long after its end what is personal is kept
/// @param letters how many unconfirmed sign-ups one address may have letters of
@ConfigurationProperties("rinnalla.signups")
record SignupSettings(
    @DefaultValue("10m") Duration held,
    @DefaultValue("30m") Duration unconfirmed,
    @DefaultValue("24h") Duration asked,
    @DefaultValue("48h") Duration offered,
    @DefaultValue("1h") Duration notice,
    @DefaultValue("12h") Duration browser,
    @DefaultValue("30d") Duration kept,
    @DefaultValue("5") int letters) {}
