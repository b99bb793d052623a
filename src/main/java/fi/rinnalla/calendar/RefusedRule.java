package fi.rinnalla.calendar;

/// A rule that may not be followed: one that would never end, or that nobody can mean. The message
/// is for whoever wrote the rule.
public class RefusedRule extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  RefusedRule(String message) {
    super(message);
  }
}
