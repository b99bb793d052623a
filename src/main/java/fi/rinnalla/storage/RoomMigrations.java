package fi.rinnalla.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Migrates each room's own schema by the files in `db/migration/<room>`: the room's name is the
/// schema's, and versions start at 1 in each. No room's schema refers to another's.
@Component
class RoomMigrations implements FlywayMigrationStrategy {
  private static final Pattern ROOM = Pattern.compile("db/migration/([a-z]+)/[^/]+\\.sql$");

  @Override
  public void migrate(Flyway flyway) {
    for (String room : rooms()) {
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .locations("classpath:db/migration/" + room)
          .schemas(room)
          .defaultSchema(room)
          .createSchemas(true)
          .load()
          .migrate();
      DatabaseRole.give(flyway.getConfiguration().getDataSource(), room);
    }
  }

  private static Set<String> rooms() {
    // The floor first: policies in every room's schema are written with its functions.
    Set<String> rooms = new LinkedHashSet<>(Set.of("storage"));
    rooms.addAll(listed());
    return rooms;
  }

  private static Set<String> listed() {
    Set<String> rooms = new TreeSet<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/V*.sql")) {
        Matcher name = ROOM.matcher(file.getURL().toString());
        if (name.find()) {
          rooms.add(name.group(1));
        }
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the migrations of this release can't be listed", cause);
    }
    return rooms;
  }
}
