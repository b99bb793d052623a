package fi.rinnalla.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the world finds this installation (`RINNALLA_ADDRESS`): what letters and feeds link to. It
/// is never taken from a request, for whoever asks may name any host.
@Component
public class SiteAddress {
  private final URI address;

  SiteAddress(@Value("${rinnalla.address}") URI address) {
    this.address = address;
  }

  public URI of(String path) {
    return address.resolve(path);
  }

  /// As browsers write it (RFC 6454): `https://rinnalla.example`.
  public String origin() {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + host() + port;
  }

  public boolean isSecure() {
    return "https".equals(address.getScheme());
  }

  public String host() {
    return String.valueOf(address.getHost());
  }
}
