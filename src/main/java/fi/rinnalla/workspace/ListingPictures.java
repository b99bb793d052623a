package fi.rinnalla.workspace;

import fi.rinnalla.vocabulary.Text;
import java.util.Optional;

/// What listings' pictures look like: asked of the room that keeps pictures, if there is one.
public interface ListingPictures {

  /// Whether or not families see it yet; whoever asks has been let through to the listing.
  Optional<Look> of(Kept listing);

  /// A picture, as a page shows it in small.
  ///
  /// @param width in pixels
  /// @param awaiting whether a moderator has to look at it on its own before families see it
  record Look(String address, int width, int height, Text alt, boolean awaiting) {}
}
