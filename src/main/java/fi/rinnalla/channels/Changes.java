package fi.rinnalla.channels;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.search.EntryKey;
import fi.rinnalla.search.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// When what was found first came here and was last changed, which the index doesn't know. What is
/// gone by now has none.
@Component
public class Changes {
  private final Directory directory;
  private final Calendar calendar;

  Changes(Directory directory, Calendar calendar) {
    this.directory = directory;
    this.calendar = calendar;
  }

  public record Change(Instant landedAt, Instant changedAt) {}

  public Map<EntryKey, Change> of(Collection<EntryKey> found) {
    Map<EntryKey, Change> changes = new HashMap<>();
    directory
        .services(ids(found, Kind.SERVICE, ServiceId::new))
        .forEach(it -> put(changes, Kind.SERVICE, it.record().uuid(), it));
    directory
        .locations(ids(found, Kind.PLACE, LocationId::new))
        .forEach(it -> put(changes, Kind.PLACE, it.record().uuid(), it));
    calendar.list(ids(found, Kind.EVENT, EventId::new)).stream()
        .filter(it -> !it.isWithdrawn())
        .forEach(it ->
            changes.put(
                new EntryKey(Kind.EVENT, it.event().id().value()),
                new Change(it.landedAt(), it.changedAt())));
    return changes;
  }

  private static void put(Map<EntryKey, Change> changes, Kind kind, UUID id, Listing<?> listing) {
    if (!listing.isWithdrawn()) {
      changes.put(new EntryKey(kind, id), new Change(listing.landedAt(), listing.changedAt()));
    }
  }

  private static <T> List<T> ids(Collection<EntryKey> found, Kind kind, Function<UUID, T> id) {
    return found.stream().filter(it -> it.kind() == kind).map(EntryKey::id).map(id).toList();
  }
}
