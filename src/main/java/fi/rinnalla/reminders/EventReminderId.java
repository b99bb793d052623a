package fi.rinnalla.reminders;

import java.util.UUID;

/// Which reminder.
public record EventReminderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
