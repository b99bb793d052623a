package fi.rinnalla.pages;

import fi.rinnalla.storage.CannotStart;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose pictures of streets the map may show (`RINNALLA_TILES_URL`, `RINNALLA_TILES_CREDIT`). With
/// none, which is how we come, the map draws coasts and names of its own, and nobody outside hears
/// where a visitor looks. With one, the pictures come only after a tap on "Näytä kadut".
///
/// @param url with `{z}`, `{x}` and `{y}`, as in `https://tiles.example.fi/{z}/{x}/{y}.png`; empty
///   for none
/// @param credit what the licence of the tiles wants said on the map
/// @param deepest the last zoom that the tiles have
@ConfigurationProperties("rinnalla.tiles")
public record StreetTiles(
    @DefaultValue("") String url,
    @DefaultValue("") String credit,
    @DefaultValue("17") int deepest) {

  public StreetTiles {
    if (!url.isEmpty()) {
      boolean template = url.contains("{z}") && url.contains("{x}") && url.contains("{y}");
      if (!template || origin(url) == null) {
        throw new CannotStart(
            "RINNALLA_TILES_URL is not an address of map tiles: " + url,
            "Give an https address with {z}, {x} and {y} in its path, or leave it empty.",
            null);
      }
      if (credit.isBlank()) {
        throw new CannotStart(
            "RINNALLA_TILES_CREDIT is empty, and whoever made the tiles wants to be named",
            "Say on the map whose they are, such as «© OpenStreetMap contributors».",
            null);
      }
    }
  }

  public boolean are() {
    return !url.isEmpty();
  }

  /// Where the pictures come from, as a Content-Security-Policy names it; nothing without tiles.
  public @Nullable String origin() {
    return are() ? origin(url) : null;
  }

  /// The host is read from before the first brace's path, for braces aren't allowed in a URI.
  private static @Nullable String origin(String url) {
    URI address;
    try {
      address = URI.create(url.replaceAll("[{}]", "_"));
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
    String host = address.getHost();
    boolean plain = host != null && !host.contains("_") && address.getUserInfo() == null;
    if (!plain || !"https".equals(address.getScheme())) {
      return null;
    }
    return "https://" + host + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }
}
