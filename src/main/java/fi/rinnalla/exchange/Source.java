package fi.rinnalla.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where a feed comes from.
///
/// @param location a web address, or a path on this computer for feeds brought in by hand
/// @param every how often to fetch it; null when somebody brings it in by hand
/// @param licence the terms the data is published under, such as `CC BY 4.0`
/// @param owner the e-mail address of whoever mends the data
public record Source(
    String name,
    Format format,
    String location,
    @Nullable Duration every,
    @Nullable String licence,
    @Nullable String owner) {

  public Source {
    if (!name.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
      throw new IllegalArgumentException(
          "a source's name is small letters, digits, dots and dashes: " + name);
    }
    if (every != null && every.toMinutes() < 1) {
      throw new IllegalArgumentException("a source is fetched once a minute at most: " + every);
    }
  }

  /// A source that somebody brings in by hand.
  public static Source byHand(String name, Format format, String location) {
    return new Source(name, format, location, null, null, null);
  }

  public boolean isOnTheWeb() {
    return location.startsWith("http://") || location.startsWith("https://");
  }
}
