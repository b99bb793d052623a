package fi.rinnalla.notifications;

import fi.rinnalla.vocabulary.Zone;
import java.time.Instant;
import java.time.LocalTime;

/// When nobody is disturbed, by the clock on the wall in Finland. They may go over midnight.
record QuietHours(LocalTime from, LocalTime until) {

  boolean holdAt(Instant now) {
    LocalTime time = LocalTime.ofInstant(now, Zone.HELSINKI);
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }
}
