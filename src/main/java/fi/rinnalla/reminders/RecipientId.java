package fi.rinnalla.reminders;

import java.util.UUID;

/// Which recipient.
public record RecipientId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
