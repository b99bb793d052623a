package fi.rinnalla.notifications;

import java.util.UUID;

/// Which letter; the only thing of it that a log may say.
record LetterId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
