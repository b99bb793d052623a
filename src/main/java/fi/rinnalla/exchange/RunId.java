package fi.rinnalla.exchange;

/// The number of a run, short enough to say on the telephone: `--confirm 42`.
public record RunId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
