package fi.rinnalla.identity;

import java.util.Locale;

/// How somebody stands to a record.
public enum Relation {
  PUBLISHED('p'),
  OWN('o'),
  ASSIGNED('a'),
  ORGANIZATION('g'),
  REGION('r'),
  /// None is asked for.
  ANY(' ');

  private final char letter;

  Relation(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
