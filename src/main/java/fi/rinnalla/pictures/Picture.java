package fi.rinnalla.pictures;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.stream.Collectors;

/// A picture as pages show it.
///
/// @param alt what is seen in it, for those who don't see it
/// @param sizes at least one, the narrowest first
/// @param awaiting whether it is out of sight until a moderator has looked at it
/// @param version grows by one with each change
public record Picture(
    PictureId id,
    Subject subject,
    OrganizationId organization,
    Text alt,
    List<Size> sizes,
    boolean awaiting,
    int version) {

  /// In pixels.
  public record Size(int width, int height) {

    /// As large as it fits a box, and never larger than it is.
    public Size within(int widest, int highest) {
      double scale = Math.min(1, Math.min((double) widest / width, (double) highest / height));
      return new Size(
          Math.max(1, (int) Math.round(width * scale)),
          Math.max(1, (int) Math.round(height * scale)));
    }
  }

  public Picture {
    sizes = List.copyOf(sizes);
  }

  public Size largest() {
    return sizes.getLast();
  }

  public boolean isTall() {
    return largest().height() > largest().width();
  }

  /// `/pictures/3f…9a-640.jpg`.
  public String address(Size size) {
    return "/pictures/" + id + "-" + size.width() + (subject.isLogo() ? ".png" : ".jpg");
  }

  public String address() {
    return address(largest());
  }

  /// As the `srcset` of an `img` has it.
  public String srcset() {
    return sizes.stream()
        .map(it -> address(it) + " " + it.width() + "w")
        .collect(Collectors.joining(", "));
  }
}
