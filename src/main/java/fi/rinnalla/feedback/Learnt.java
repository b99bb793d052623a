package fi.rinnalla.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody got out of a time; codes, for a box is ticked in a second.
public enum Learnt {
  INFORMATION,
  PEOPLE,
  SERVICE,
  PEACE_OF_MIND,
  NOTHING_NEW;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Learnt> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
