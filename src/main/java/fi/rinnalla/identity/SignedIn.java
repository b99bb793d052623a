package fi.rinnalla.identity;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/// What a session keeps of the one who signed in. What they may do isn't in it: roles are read anew
/// for each request, so one that was taken away is gone at once.
public record SignedIn(UUID person, Level level, Instant at)
    implements AuthenticatedPrincipal, Serializable {
  @Serial private static final long serialVersionUID = 1;

  /// By which the person's sessions are found when they log out everywhere.
  @Override
  public String getName() {
    return person.toString();
  }
}
