package fi.rinnalla.merging;

import fi.rinnalla.directory.Organization;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An id that others know something by, and in which system: two systems' `15` are two things.
///
/// @param system whose it is, in small letters
record Identifier(String system, String value) {
  private static final String BUSINESS_ID = "y-tunnus";
  private static final String EVERYWHERE = "uuid";

  /// The Finnish one, which registers name in many ways.
  private static final Pattern LIKE_BUSINESS_ID = Pattern.compile("(?:FI)?(\\d{7}-?\\d)");

  private static final Pattern LIKE_UUID =
      Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
  private static final Pattern OF_A_SYSTEM = Pattern.compile("([A-Z][\\w.-]*):(?!//)(.+)");

  static Identifier businessId(String written) {
    return of(BUSINESS_ID, written);
  }

  static Identifier of(Organization.Identifier told) {
    return of(told.scheme(), told.identifier());
  }

  private static Identifier of(String scheme, String written) {
    String bare = bare(written);
    Matcher business = LIKE_BUSINESS_ID.matcher(bare);
    return business.matches()
        ? new Identifier(BUSINESS_ID, business.group(1).replace("-", ""))
        : new Identifier(scheme.strip().toLowerCase(Locale.ROOT), bare);
  }

  /// Of an id that tells its system itself, as `tprek:15321`, an address or a UUID does; nothing of
  /// a bare number, which any system may have.
  static Optional<Identifier> ofItself(String written) {
    String bare = bare(written);
    Matcher named = OF_A_SYSTEM.matcher(bare);
    if (named.matches()) {
      return Optional.of(new Identifier(named.group(1).toLowerCase(Locale.ROOT), named.group(2)));
    }
    if (LIKE_UUID.matcher(bare).matches()) {
      return Optional.of(new Identifier(EVERYWHERE, bare));
    }
    return host(written).map(it -> new Identifier(it, bare));
  }

  private static Optional<String> host(String written) {
    try {
      return Optional.ofNullable(URI.create(written.strip()).getHost())
          .map(it -> it.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String bare(String written) {
    return written.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
  }
}
