package fi.rinnalla.exchange;

import java.util.Locale;

/// What a feed is written in, by the name that stands after `--format`. Each [FeedReader] reads
/// one; a room of its own may bring more of them, so they are no closed list.
public record Format(String code) {
  /// HSDS, as JSON pages or as a package of CSV tables; the file itself tells which.
  public static final Format HSDS = new Format("hsds");

  /// Our own one-file table of events, for small organizations (docs/csv.md).
  public static final Format CSV = new Format("csv");

  /// Linked Events JSON, as the Finnish cities publish.
  public static final Format LINKEDEVENTS = new Format("linkedevents");

  /// iCalendar, RFC 5545.
  public static final Format ICS = new Format("ics");

  public Format {
    code = code.strip().toLowerCase(Locale.ROOT);
    if (!code.matches("[a-z][a-z0-9]{0,29}")) {
      throw new IllegalArgumentException("a format's name is small letters and digits: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
