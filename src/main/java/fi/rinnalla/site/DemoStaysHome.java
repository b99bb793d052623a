package fi.rinnalla.site;

import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.CannotStart;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// In the demo anyone may be anyone, an administrator too, and read everybody's letters. So it
/// listens to its own machine only, unless a private address is named with `RINNALLA_BIND`, and it
/// doesn't start where the world could reach it.
@Component
class DemoStaysHome implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
  private static final String LEAVE_OUT =
      "Leave the demo out with RINNALLA_DEMO=false, or set RINNALLA_ADDRESS and RINNALLA_BIND to"
          + " localhost or to an address of a private network.";

  private final boolean demo;
  private final String bind;

  DemoStaysHome(
      @Value("${rinnalla.demo:true}") boolean demo,
      @Value("${rinnalla.bind:}") String bind,
      @Value("${server.address:}") String boots,
      SiteAddress site) {
    this.demo = demo;
    this.bind = bind.isBlank() ? boots : bind;
    if (demo && !isPrivate(site.host())) {
      throw new CannotStart(
          "The demo lets anyone be an administrator, and RINNALLA_ADDRESS names "
              + site.host()
              + ", which the world can reach.",
          LEAVE_OUT,
          null);
    }
    if (demo && !this.bind.isBlank() && !isPrivate(this.bind)) {
      throw new CannotStart(
          "The demo lets anyone be an administrator, and RINNALLA_BIND would listen on "
              + this.bind
              + ", which others can reach.",
          LEAVE_OUT,
          null);
    }
  }

  /// A name other than localhost isn't looked up: what it means is not ours to decide, and may
  /// change.
  static boolean isPrivate(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.equalsIgnoreCase("localhost")) {
      return true;
    }
    boolean literal = bare.contains(":") || bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    if (!literal) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(bare);
      // fc00::/7, which Java doesn't know of (RFC 4193).
      boolean uniqueLocal =
          address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
      return !address.isAnyLocalAddress()
          && (address.isLoopbackAddress()
              || address.isSiteLocalAddress()
              || address.isLinkLocalAddress()
              || uniqueLocal);
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  /// After Boot's own, which has set `server.address`.
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(ConfigurableWebServerFactory server) {
    String listen = bind.isBlank() && demo ? "127.0.0.1" : bind;
    if (listen.isBlank()) {
      return;
    }
    try {
      server.setAddress(InetAddress.getByName(listen));
    } catch (UnknownHostException wrong) {
      throw new CannotStart(
          "RINNALLA_BIND is " + listen + ", which is no address of this machine.",
          "Set it to an address such as 127.0.0.1, or leave it out.",
          wrong);
    }
  }
}
