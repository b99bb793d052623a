package fi.rinnalla.referrals;

import java.util.UUID;

/// The id of a family's matter.
public record HelpCaseId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
