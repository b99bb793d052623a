package fi.rinnalla.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/// The machines that stand before this one and pass visitors on. Only what these say of where a
/// visitor comes from is believed: anybody can write `X-Forwarded-For`.
@Component
class Proxies {
  private final List<IpAddressMatcher> trusted;

  /// @param addresses of the proxies, or networks of them in the notation of CIDR (RFC 4632)
  Proxies(@Value("${rinnalla.proxy:}") List<String> addresses) {
    trusted =
        addresses.stream().map(String::strip).filter(it -> !it.isEmpty()).map(Proxies::of).toList();
  }

  private static IpAddressMatcher of(String address) {
    try {
      return new IpAddressMatcher(address);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "RINNALLA_PROXY wants addresses such as 10.0.0.5 or 10.0.0.0/24 with commas between, not "
              + address,
          refused);
    }
  }

  /// Where a visitor comes from: each proxy adds to the end whom it answers, so the list is read
  /// from there, and what a stranger said of himself is never reached.
  InetAddress caller(HttpServletRequest request) {
    InetAddress caller = InetAddress.ofLiteral(request.getRemoteAddr().replaceFirst("%.*", ""));
    List<String> passed =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(header -> List.of(header.split(",", -1)).stream())
            .toList();
    for (String before : passed.reversed()) {
      if (!isTrusted(caller)) {
        return caller;
      }
      try {
        caller = InetAddress.ofLiteral(withoutPort(before.strip()));
      } catch (IllegalArgumentException noAddress) {
        return caller;
      }
    }
    return caller;
  }

  /// Some proxies tell the port as well: `192.0.2.1:443` and `[2001:db8::1]:443` (RFC 7239, section
  /// 6).
  private static String withoutPort(String node) {
    return node.replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(it -> it.matches(address.getHostAddress()));
  }
}
