package fi.rinnalla.directory;

import java.util.Locale;

/// How long it is since somebody vouched for a record, in the terms that matter to a family.
public enum Freshness {
  /// Checked lately.
  FRESH,
  /// Its keeper is asked whether it's still so; families see when it was checked, as before.
  DUE,
  /// Not answered in good time: families are told to make sure before they set out.
  OVERDUE,
  /// Nobody answers for it any more. Its own page stays for those who kept the address; nothing
  /// else leads there.
  EXPIRED;

  /// Whether families should find it.
  public boolean isFound() {
    return this != EXPIRED;
  }

  /// Whether its keeper is asked.
  public boolean isAsked() {
    return this != FRESH;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
