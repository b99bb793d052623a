package fi.rinnalla.pictures;

import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.ListingPictures;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the workspace shows of a listing's picture.
@Component
class ListingLooks implements ListingPictures {
  private final PictureRows rows;
  private final HouseWork house;

  ListingLooks(PictureRows rows, HouseWork house) {
    this.rows = rows;
    this.house = house;
  }

  @Override
  public Optional<Look> of(Kept listing) {
    return house.step(() -> rows.find(Subject.of(listing))).map(ListingLooks::look);
  }

  private static Look look(Picture picture) {
    Picture.Size size = picture.sizes().getFirst();
    return new Look(
        picture.address(size), size.width(), size.height(), picture.alt(), picture.awaiting());
  }
}
