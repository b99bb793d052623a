package fi.rinnalla.exchange;

import java.util.Locale;
import java.util.Optional;

/// What a feed is written in.
public enum Format {
  /// HSDS, as JSON pages or as a package of CSV tables; the file itself tells which.
  HSDS,
  /// Our own one-file table of events, for small organizations (docs/csv.md).
  CSV,
  /// Linked Events JSON, as the Finnish cities publish.
  LINKEDEVENTS,
  /// iCalendar, RFC 5545.
  ICS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Format> find(String code) {
    for (Format format : values()) {
      if (format.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
