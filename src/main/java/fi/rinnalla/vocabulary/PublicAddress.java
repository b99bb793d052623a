package fi.rinnalla.vocabulary;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Which addresses are out on the public internet (IANA special-purpose registries, RFC 6890). The
/// JDK's own tests know neither CGNAT, nor unique local IPv6, nor an IPv4 address inside an IPv6
/// one.
public final class PublicAddress {

  private PublicAddress() {}

  public static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address it -> isPublic4(it.getAddress());
      case Inet6Address it -> isPublic6(it.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xFF;
    int b = bytes[1] & 0xFF;
    int c = bytes[2] & 0xFF;
    int d = bytes[3] & 0xFF;
    boolean special =
        a == 0 // this network
            || a == 10
            || a == 127
            || (a == 100 && b >= 64 && b <= 127) // CGNAT, RFC 6598
            || (a == 169 && b == 254) // link-local, and where clouds keep their metadata
            || (a == 172 && b >= 16 && b <= 31)
            || (a == 192 && b == 168)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 192 && b == 88 && c == 99) // 6to4 relays
            || (a == 198 && (b == 18 || b == 19)) // benchmarks
            || (a == 168 && b == 63 && c == 129 && d == 16) // the host of Azure's machines
            || (a == 198 && b == 51 && c == 100)
            || (a == 203 && b == 0 && c == 113)
            || a >= 224; // multicast, reserved, broadcast
    return !special;
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean zeros = isZero(bytes, 0, 10);
    if (zeros && (bytes[10] & 0xFF) == 0xFF && (bytes[11] & 0xFF) == 0xFF) {
      return isPublicTail(bytes, 12); // ::ffff:a.b.c.d
    }
    if (zeros && bytes[10] == 0 && bytes[11] == 0) {
      return false; // ::a.b.c.d, long deprecated
    }
    if (first == 0x20 && second == 0x02) {
      return isPublicTail(bytes, 2); // 6to4 carries the IPv4 address in its bytes 2–5
    }
    boolean nat64 =
        first == 0 && second == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
    if (nat64) {
      return isZero(bytes, 4, 12) && isPublicTail(bytes, 12);
    }
    int third = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    boolean special =
        first == 0x20
                && second == 0x01
                && (third == 0 // Teredo
                    || (third == 2 && bytes[4] == 0 && bytes[5] == 0) // benchmarks, RFC 5180
                    || (third >= 0x10 && third <= 0x2F) // ORCHID and its second version
                    || third == 0x0DB8) // documentation
            || (first == 0x3F && second == 0xFF && (bytes[2] & 0xF0) == 0); // RFC 9637
    // Only 2000::/3 is given out to the public internet.
    return (first & 0xE0) == 0x20 && !special;
  }

  private static boolean isPublicTail(byte[] bytes, int from) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException impossible) {
      return false;
    }
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
