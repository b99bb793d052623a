package fi.rinnalla.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When somebody last vouched for a record, and how (HSDS `assured_date`). An import alone vouches
/// for nothing: `updated_at` is not verification (ohana-web-search issue 571).
public record Verification(@Nullable LocalDate on, Method method) {
  public static final Verification NEVER = new Verification(null, Method.NONE);

  /// Who vouched.
  public enum Method {
    /// Nobody has.
    NONE,
    /// The organization itself, in its own system or here.
    ORGANIZATION,
    /// The region's staff.
    STAFF,
    /// Somebody called and asked.
    PHONE
  }

  public static Verification byOrganization(@Nullable LocalDate on) {
    return on == null ? NEVER : new Verification(on, Method.ORGANIZATION);
  }
}
