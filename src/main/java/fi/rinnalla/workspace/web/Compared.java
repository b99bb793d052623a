package fi.rinnalla.workspace.web;

import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import java.util.ArrayList;
import java.util.List;

/// Two who changed the same listing.
///
/// @param base what the later one began from
public record Compared(Listing<Organization> organization, Kept now, Sheet base, Sheet typed) {

  /// The inputs where the two differ.
  public List<String> differing() {
    List<String> differing = new ArrayList<>(typed.differences(now.sheet()));
    differing.remove(Field.CANCELLED.code());
    return differing;
  }

  public List<String> same() {
    List<String> same = new ArrayList<>(typed.inputs().keySet());
    same.removeAll(differing());
    return same;
  }

  /// Whether it was the later editor who changed this.
  public boolean isMine(String input) {
    return !typed.get(input).equals(base.get(input));
  }
}
