package fi.rinnalla.notifications;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param delivers whether this process sends a letter as soon as its transaction is done; a
///   command beside the server only writes it down, and the server sends it at its next round
/// @param quietFrom when calm letters stop leaving, by the clock in Helsinki
/// @param quietUntil when they go on
/// @param giveUpAfter how long a letter is tried before it is thrown away
/// @param firstRetry how long to wait after the first failure; doubled after each one that follows
/// @param longestRetry the longest wait between two tries
/// @param keepOutcome how long it is remembered that a letter was sent, so that it is not sent
///   again
/// @param keepDemo how long the demonstration shows a letter
/// @param asked how often in a day an address may be written to because somebody unknown typed it
/// @param senders how many letters are sent at the same time; each holds a connection of the
///   database meanwhile
/// @param heldAtMost how long a process that freezes keeps the letter it has in hand; it must be
///   longer than a mail server is waited for
/// @param smtp the server that takes the letters on
@ConfigurationProperties("rinnalla.notifications")
record NotificationsSettings(
    @DefaultValue("true") boolean delivers,
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("08:00") LocalTime quietUntil,
    @DefaultValue("3d") Duration giveUpAfter,
    @DefaultValue("15s") Duration firstRetry,
    @DefaultValue("30m") Duration longestRetry,
    @DefaultValue("90d") Duration keepOutcome,
    @DefaultValue("24h") Duration keepDemo,
    @DefaultValue("12") int asked,
    @DefaultValue("2") int senders,
    @DefaultValue("90s") Duration heldAtMost,
    @DefaultValue Smtp smtp) {

  QuietHours quietHours() {
    return new QuietHours(quietFrom, quietUntil);
  }

  /// @param host `RINNALLA_SMTP_HOST`; empty when mail is not set up
  /// @param port `RINNALLA_SMTP_PORT`
  /// @param user `RINNALLA_SMTP_USER`; empty when the server asks for none
  /// @param password `RINNALLA_SMTP_PASSWORD`
  /// @param from `RINNALLA_SMTP_FROM`, the address letters come from; the name is always Rinnalla
  /// @param tls `RINNALLA_SMTP_TLS`
  record Smtp(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("") String from,
      @DefaultValue("STARTTLS") Tls tls) {

    boolean isSetUp() {
      return !host.isBlank();
    }

    /// Without the password.
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  enum Tls {
    /// The connection begins in the open and must become encrypted before anything is said (RFC
    /// 3207). A server that can't is refused, for otherwise anybody between could say so.
    STARTTLS,
    /// Encrypted from the first byte, mostly on port 465 (RFC 8314).
    IMPLICIT,
    /// In the open: only for a server on this very computer or its own network.
    NONE
  }
}
