package fi.rinnalla.directory;

import fi.rinnalla.storage.Replacing;
import fi.rinnalla.storage.Succession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which records of the directory stand for which by now, for whatever points at them.
@Component
public class Successors {
  /// What anything points at; nothing points at a service at a location.
  private static final List<RecordKind> POINTED_AT =
      List.of(RecordKind.ORGANIZATION, RecordKind.LOCATION, RecordKind.SERVICE);

  private final JdbcClient jdbc;

  Successors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Succession inForce() {
    Map<String, Map<UUID, UUID>> steps = new HashMap<>();
    POINTED_AT.forEach(
        it -> steps.put(it.code(), new Replacing("directory." + it.code(), jdbc).inForce()));
    return Succession.of(steps);
  }
}
