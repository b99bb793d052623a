package fi.rinnalla.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A mail server that is friendly up to one command, which it refuses in the words given.
final class Refusing implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String command;
  private final String reply;

  Refusing(String command, String reply) throws IOException {
    this.command = command;
    this.reply = reply;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket guest = door.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
          OutputStream out = guest.getOutputStream()) {
        say(out, "220 here");
        String line = in.readLine();
        while (line != null) {
          String word = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
          say(out, word.equals(command) ? reply : word.equals("QUIT") ? "221 bye" : "250 well");
          line = in.readLine();
        }
      } catch (IOException _) {
        // The guest went, or the test is over.
      }
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
