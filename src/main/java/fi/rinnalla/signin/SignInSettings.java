package fi.rinnalla.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people sign in.
///
/// @param linkLasts how long a sign-in link is good
/// @param invitationLasts how long an invitation to a role is good
/// @param linksWaiting how many unused links one address may have
@ConfigurationProperties("rinnalla.sign-in")
record SignInSettings(
    @DefaultValue("15m") Duration linkLasts,
    @DefaultValue("3d") Duration invitationLasts,
    @DefaultValue("5") int linksWaiting) {}
