package fi.rinnalla.calendar;

/// A rule that may not be followed: one that would never end, or that nobody can mean.
public class RefusedRule extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  RefusedRule(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// Why, so that whoever wrote the rule can be told in words of their own.
  public enum Reason {
    /// It isn't a rule of RFC 5545, or says something twice or out of its bounds.
    NOT_A_RULE,
    /// Oftener than daily, or too many times in all.
    TOO_OFTEN,
    /// No day is such: 30 February.
    NO_TIMES,
    /// It begins in a year that nobody plans for.
    YEAR
  }

  public Reason reason() {
    return reason;
  }
}
