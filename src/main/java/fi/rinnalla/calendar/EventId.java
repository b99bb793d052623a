package fi.rinnalla.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The id of an event, the same in every release and export.
public record EventId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EventId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
