package fi.rinnalla.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A term of a classification: the code of PTV (`P3`, `KR1.2`, `KE7`), of our themes
/// (`meeting-others`), or the address of a foreign term.
public record TermCode(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TermCode {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a term has a code");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
