package fi.rinnalla.meetups;

import fi.rinnalla.calendar.EventId;
import java.util.Optional;
import java.util.UUID;

/// The id of a meet-up, and of its event in the calendar.
public record MeetupId(UUID value) {

  public EventId event() {
    return new EventId(value);
  }

  /// As an address or a form has it.
  public static Optional<MeetupId> find(String written) {
    try {
      return Optional.of(new MeetupId(UUID.fromString(written)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
