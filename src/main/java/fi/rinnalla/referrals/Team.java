package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Text;
import java.util.Set;

/// The navigators of an organization, who take requests from some areas.
///
/// @param words what families are told of them
/// @param isOpen whether they take new requests now
public record Team(OrganizationId organization, Text words, Set<AreaCode> areas, boolean isOpen) {
  public static final int LONGEST_WORDS = 400;
  public static final int MOST_AREAS = 40;

  public Team {
    areas = Set.copyOf(areas);
  }
}
