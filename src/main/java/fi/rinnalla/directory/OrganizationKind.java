package fi.rinnalla.directory;

import java.util.Locale;
import java.util.Optional;

/// What sort of body an organization is. Families trust and fear these differently, so pages say
/// it.
public enum OrganizationKind {
  MUNICIPALITY,
  WELLBEING_COUNTY,
  PARISH,
  NGO,
  COMPANY,
  /// A group of parents with no association behind it.
  INFORMAL_GROUP,
  /// The feed did not say.
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OrganizationKind> find(String code) {
    for (OrganizationKind kind : values()) {
      if (kind.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
