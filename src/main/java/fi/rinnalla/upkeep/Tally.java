package fi.rinnalla.upkeep;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.pages.Page;
import java.util.List;

/// A part of the region's page: what one room counts for those who look after an area. The page is
/// composed of all such beans, in the order they are given (`@Order`); a room adds its own by a
/// bean and the page needn't know of it. Here come in the numbers of what has grown old, of waiting
/// feedback and the like.
public interface Tally {

  /// The message key of the part's heading.
  String heading();

  /// What there is to tell this caller, who holds [fi.rinnalla.identity.Role#REGION_ADMIN]; no line
  /// at all when there is nothing to count.
  List<Line> lines(Page page, Caller caller);

  /// A number, in words, and the list it leads to.
  ///
  /// @param words what there are so many of, in the page's language and the number's form
  /// @param note more about it in a few words, or nothing
  /// @param address of the list
  /// @param urgent whether somebody should look at it
  record Line(long number, String words, String note, String address, boolean urgent) {}
}
