package fi.rinnalla.workspace;

/// Reading stops at words that it doesn't understand. Never leaves the reader: it becomes an
/// outcome there.
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final RuleWords.Reason reason;
  private final String word;

  Stopped(RuleWords.Reason reason, String word) {
    super(null, null, false, false);
    this.reason = reason;
    this.word = word;
  }

  RuleWords.Outcome.NotRead why() {
    return new RuleWords.Outcome.NotRead(reason, word);
  }
}
