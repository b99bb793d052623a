package fi.rinnalla.reminders;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.vocabulary.Lang;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's wish to be reminded of an event (iCalendar VALARM). Where it goes isn't in it.
///
/// @param recipient null only of what was refused before there was an address
/// @param ref what it comes from in another room, such as a sign-up; null when it was asked for
/// @param time which of the event's times; null for every one
/// @param endsAt when it has no more use
public record EventReminder(
    EventReminderId id,
    @Nullable RecipientId recipient,
    @Nullable UUID ref,
    EventId event,
    @Nullable LocalDateTime time,
    Lang lang,
    State state,
    Instant madeAt,
    Instant endsAt) {

  /// Where it stands.
  public enum State {
    /// A letter has gone, and its link hasn't been used.
    ASKED,
    ON,
    /// Refused: kept, so that what it comes from doesn't bring it back.
    OFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOn() {
    return state == State.ON;
  }

  /// Whether it is there because its reader said elsewhere that they come.
  public boolean isOfComing() {
    return ref != null;
  }
}
