package fi.rinnalla;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;

/// A port for a house whose address must be known before it starts.
///
/// It is taken from below those that systems give to outgoing connections (RFC 6056 §2.1: 49152
/// upward; Linux: 32768 upward), of which a run of tests makes thousands: one of them could take a
/// port between the look and the start.
public final class KnownPort {
  private static final int FIRST = 12_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 200;

  private KnownPort() {}

  /// A port that nobody listens on now, on any of the machine's addresses.
  public static int free() {
    Random random = new Random();
    for (int tries = 0; tries < TRIES; tries++) {
      int port = random.nextInt(FIRST, LAST);
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException _) {
        // Somebody's; the next.
      }
    }
    throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
  }
}
