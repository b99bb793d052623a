package fi.rinnalla.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a sign-in lasts. Whoever holds a role is staff here: what they can open is others'.
///
/// @param idle how long a parent's session may lie unused
/// @param staffIdle the same for staff
/// @param lasts how long a parent stays signed in at most, however busy
/// @param staffLasts the same for staff
@ConfigurationProperties("rinnalla.session")
public record SessionSettings(
    @DefaultValue("8h") Duration idle,
    @DefaultValue("2h") Duration staffIdle,
    @DefaultValue("7d") Duration lasts,
    @DefaultValue("12h") Duration staffLasts) {

  public Duration idle(boolean staff) {
    return staff ? staffIdle : idle;
  }

  /// Whether a session that was last used then has lain too long.
  public boolean isIdle(Instant lastUsed, boolean staff, Instant now) {
    return now.isAfter(lastUsed.plus(idle(staff)));
  }

  /// Whether a sign-in of that moment is over.
  public boolean isOver(Instant signedInAt, boolean staff, Instant now) {
    return now.isAfter(signedInAt.plus(staff ? staffLasts : lasts));
  }
}
