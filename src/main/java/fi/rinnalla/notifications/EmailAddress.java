package fi.rinnalla.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address that a letter can be sent to: one plain address, without a name beside it.
///
/// Narrower than RFC 5322 on purpose. Quoted names, comments and letters outside ASCII are left
/// out, since hardly anybody has them and each is a way to smuggle something into a header.
public record EmailAddress(String value) {
  /// RFC 5321 §4.5.3.1: a path is at most 256 octets, its angle brackets among them.
  private static final int LONGEST = 254;

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!\\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\\.)"
              + "@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");

  public EmailAddress {
    if (value.length() > LONGEST || !PLAIN.matcher(value).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /// What somebody wrote into a form; nothing when no letter can be sent to it.
  public static Optional<EmailAddress> find(String written) {
    String value = written.strip();
    return value.length() <= LONGEST && PLAIN.matcher(value).matches()
        ? Optional.of(new EmailAddress(value))
        : Optional.empty();
  }

  /// The host in small letters, as names of hosts don't tell them apart.
  String host() {
    return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /// Says nothing, so that a log doesn't either.
  @Override
  public String toString() {
    return "an e-mail address";
  }
}
