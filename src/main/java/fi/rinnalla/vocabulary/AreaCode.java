package fi.rinnalla.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The code of an area in the tree country → wellbeing services county → municipality → service
/// area: `FI`, `HVA-17`, `M564`, `M564-tuira`.
public record AreaCode(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AreaCode {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an area has a code");
    }
  }

  /// The municipality of Statistics Finland's three-digit code, such as `106` for Hyvinkää.
  public static AreaCode municipality(String digits) {
    return new AreaCode("M" + digits);
  }

  @Override
  public String toString() {
    return value;
  }
}
