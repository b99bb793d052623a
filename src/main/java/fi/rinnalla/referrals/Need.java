package fi.rinnalla.referrals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a family may wish help with: everyday words, none of which is a diagnosis or a decision.
public enum Need {
  LONELINESS,
  COPING,
  BABY,
  PARENTING,
  ACTIVITIES,
  HOBBY_FEE,
  PEER_SUPPORT,
  CHILD_CARE,
  COUPLE,
  SEPARATION,
  GRIEF,
  MOOD,
  SUBSTANCE,
  SAFETY,
  SCHOOL,
  MONEY,
  LANGUAGE,
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Need> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
