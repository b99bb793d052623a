package fi.rinnalla.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people sign in.
///
/// @param linkLasts how long a sign-in link is good
/// @param invitationLasts how long an invitation to a role is good. Any browser may open it, so it
///   is short; who comes later asks for a link, for the role is theirs by then
/// @param linksWaiting how many unused links one address may have
@ConfigurationProperties("rinnalla.sign-in")
record SignInSettings(
    @DefaultValue("15m") Duration linkLasts,
    @DefaultValue("1d") Duration invitationLasts,
    @DefaultValue("5") int linksWaiting) {}
