package fi.rinnalla.pictures;

import java.util.Locale;

/// Why a moderator takes a picture away instead of showing it. The letter to its editor says it.
public enum Refusal {
  /// Somebody is known from it who may not have agreed, a child above all.
  SOMEBODY_KNOWN,
  /// It tells nothing of what families come to.
  UNRELATED,
  /// It isn't theirs to use, by the look of it.
  NOT_THEIRS,
  /// Families should not meet it here.
  UNFIT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
