package fi.rinnalla.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// The id of a organization, the same in every release and export.
public record OrganizationId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrganizationId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
