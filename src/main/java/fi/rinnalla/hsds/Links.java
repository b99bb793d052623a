package fi.rinnalla.hsds;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses as the standard's formats want them. Feeds and people write `https://äiti.fi/ilta 1`,
/// which browsers open and RFC 3986 doesn't know; what can't be said in its letters is left out.
final class Links {
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private Links() {}

  static @Nullable String uri(@Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      return new URI(written).parseServerAuthority().toASCIIString();
    } catch (URISyntaxException odd) {
      return mended(written);
    }
  }

  @SuppressWarnings("deprecation") // URI can't take apart what it doesn't accept.
  private static @Nullable String mended(String written) {
    try {
      URL parts = new URL(written);
      return new URI(
              parts.getProtocol(),
              null,
              IDN.toASCII(parts.getHost()),
              parts.getPort(),
              parts.getPath(),
              parts.getQuery(),
              parts.getRef())
          .toASCIIString();
    } catch (MalformedURLException | URISyntaxException | IllegalArgumentException unsayable) {
      return null;
    }
  }

  static @Nullable String email(@Nullable String written) {
    boolean plain = written != null && EMAIL.matcher(written).matches() && !written.contains("..");
    return plain ? written : null;
  }
}
