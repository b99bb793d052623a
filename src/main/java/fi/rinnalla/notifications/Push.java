package fi.rinnalla.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/// A call to a browser that there is something to see (RFC 8030). It carries no words: the services
/// between are Google's, Mozilla's and Apple's, and what they don't get they can't read. The
/// browser says a sentence of ours that it has already.
///
/// @param to where the browser's push service takes it
/// @param of whose it is in the calling room
/// @param dedupKey what makes it this one and no other; ids only
/// @param notAfter when it has become useless
public record Push(URI to, PushAddressId of, String dedupKey, Instant notAfter) {
  private static final int LONGEST = 1000;

  public Push {
    boolean web =
        ("https".equals(scheme(to)) || "http".equals(scheme(to)))
            && to.getHost() != null
            && to.getUserInfo() == null;
    if (!web || to.toASCIIString().length() > LONGEST) {
      throw new IllegalArgumentException("a push goes to a web address");
    }
    if (dedupKey.isBlank()) {
      throw new IllegalArgumentException("a push without a key");
    }
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }

  /// Says nothing of where it goes.
  @Override
  public String toString() {
    return "a push";
  }
}
