package fi.rinnalla.networks;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.ConsentId;
import fi.rinnalla.identity.PersonId;
import java.util.Locale;
import java.util.UUID;

/// One who is asked into a network.
///
/// @param consent by which they may know of the family
/// @param isShown whether the family has seen or heard that they are asked: nothing is told before
public record Member(
    UUID id,
    NetworkId network,
    Function function,
    OrganizationId organization,
    PersonId person,
    ConsentId consent,
    State state,
    boolean isShown) {

  public enum State {
    INVITED,
    JOINED,
    DECLINED,
    LEFT,
    REMOVED_BY_FAMILY,
    /// Hasn't answered in two working days; may still.
    NO_ANSWER,
    /// Another was asked in their place.
    REPLACED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isIn() {
    return state == State.INVITED || state == State.JOINED || state == State.NO_ANSWER;
  }

  /// Whether another may be asked in their place. Not in that of one whom the family took out.
  public boolean isMissing() {
    return state == State.NO_ANSWER || state == State.DECLINED || state == State.LEFT;
  }
}
