package fi.rinnalla.identity;

/// How surely we know who it is.
public enum Level {
  NONE,
  /// By a link sent to an e-mail address.
  WEAK,
  /// By a passkey, or by somebody's identity provider.
  STRONG;

  public boolean reaches(Level wanted) {
    return compareTo(wanted) >= 0;
  }
}
