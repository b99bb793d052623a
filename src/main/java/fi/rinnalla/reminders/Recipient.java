package fi.rinnalla.reminders;

import java.util.Locale;

/// Where reminders go.
///
/// @param address of mail, lower-cased, or where a browser's push service takes calls
record Recipient(RecipientId id, Channel channel, String address) {

  enum Channel {
    EMAIL,
    PUSH;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Says nothing of where.
  @Override
  public String toString() {
    return channel.code() + " " + id;
  }
}
