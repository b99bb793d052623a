package fi.rinnalla.networks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is in a network for: a job, and never what is wrong with a family.
public enum Function {
  ADULT_MENTAL_HEALTH,
  SUBSTANCE,
  FAMILY_SOCIAL_WORK,
  FAMILY_WORK,
  PUPIL_WELFARE,
  DAY_CARE,
  NEUVOLA,
  ASSOCIATION,
  PARISH;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Function> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
