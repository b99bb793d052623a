package fi.rinnalla.meetups;

import java.util.Optional;
import java.util.UUID;

/// The id of a group, and of its board.
public record GroupId(UUID value) {

  /// As an address or a form has it.
  public static Optional<GroupId> find(String written) {
    return MeetupId.find(written).map(it -> new GroupId(it.value()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
