package fi.rinnalla.visits;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who visits a place next, for everybody.
@Component
public class Programme {
  private static final int MOST = 8;

  private final VisitRows rows;
  private final Calendar calendar;
  private final OrganizationNames names;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  Programme(
      VisitRows rows,
      Calendar calendar,
      OrganizationNames names,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.calendar = calendar;
    this.names = names;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A visit that families know of.
  ///
  /// @param slug of the event that it is a time of
  public record Item(
      Instant startsAt,
      Instant endsAt,
      Text topic,
      List<Text> guests,
      boolean coffee,
      boolean cancelled,
      String slug) {
    public Item {
      guests = List.copyOf(guests);
    }
  }

  public List<Item> at(Caller caller, LocationId place) {
    if (!gate.may(caller, Action.READ, RecordType.VISIT, Set.of(Relation.PUBLISHED))) {
      return List.of();
    }
    List<Visit> ahead = house.step(() -> rows.ahead(place, clock.instant(), MOST));
    Map<EventId, String> slugs = new HashMap<>();
    calendar.list(ahead.stream().map(it -> new EventId(it.series())).distinct().toList()).stream()
        .filter(it -> !it.isWithdrawn())
        .forEach(it -> slugs.put(it.event().id(), it.slug()));
    return ahead.stream()
        .flatMap(it ->
            Stream.ofNullable(slugs.get(new EventId(it.series()))).map(slug -> item(it, slug)))
        .toList();
  }

  private Item item(Visit visit, String slug) {
    return new Item(
        visit.startsAt(),
        visit.endsAt(),
        visit.topic(),
        List.copyOf(names.of(visit.partners().stream().map(OrganizationId::new).toList()).values()),
        visit.hasCoffee(),
        visit.state() == Visit.State.CANCELLED,
        slug);
  }
}
