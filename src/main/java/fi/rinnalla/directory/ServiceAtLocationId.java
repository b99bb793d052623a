package fi.rinnalla.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The id of a service at a location, the same in every release and export.
public record ServiceAtLocationId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ServiceAtLocationId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
