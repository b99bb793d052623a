package fi.rinnalla.meetups;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Showing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The places where families may meet: public ones of the directory, whose address everybody sees
/// already, unless those who keep them have said no. Nobody writes an address, so nobody's home
/// becomes one.
@Component
public class HostPlaces {
  private static final int MOST = 12;

  private final Directory directory;
  private final Finder finder;
  private final Showing showing;
  private final JdbcClient jdbc;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  HostPlaces(
      Directory directory,
      Finder finder,
      Showing showing,
      JdbcClient jdbc,
      Gate gate,
      HouseWork house,
      Clock clock) {
    this.directory = directory;
    this.finder = finder;
    this.showing = showing;
    this.jdbc = jdbc;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// A place of an organization, and whether families may meet there.
  public record Kept(Listing<Location> place, boolean open) {}

  /// The place of an address, when families may meet there.
  @Transactional(readOnly = true)
  public Optional<Listing<Location>> find(String slug) {
    return directory.findLocation(slug).filter(this::isOffered);
  }

  @Transactional(readOnly = true)
  public Optional<Listing<Location>> find(LocationId id) {
    return directory.find(id).filter(this::isOffered);
  }

  public boolean isOffered(Listing<Location> place) {
    return isPublic(place) && !closed().contains(place.record().uuid());
  }

  private boolean isPublic(Listing<Location> place) {
    Location it = place.record();
    return showing.isShown(place)
        && it.visibility() == Location.Visibility.PUBLIC
        && it.type() == Location.Type.PHYSICAL
        && (!it.addresses().isEmpty() || it.position() != null);
  }

  /// Those that somebody may mean with these words, the likeliest first.
  @Transactional(readOnly = true)
  public List<Listing<Location>> called(String words) {
    if (words.isBlank()) {
      return List.of();
    }
    String asked =
        words.length() > Query.LONGEST_WORDS ? words.substring(0, Query.LONGEST_WORDS) : words;
    Query query =
        Query.all(clock.instant()).withWords(asked).of(Set.of(Kind.PLACE)).page(1, 3 * MOST);
    return finder.find(query).hits().stream()
        .flatMap(it -> find(it.card().slug()).stream())
        .limit(MOST)
        .toList();
  }

  /// An organization's places, for its own people.
  @Transactional(readOnly = true)
  public List<Kept> of(Caller caller, OrganizationId organization) {
    requireOurs(caller, organization);
    Set<UUID> closed = closed();
    return directory.locationsOf(organization).stream()
        .filter(this::isPublic)
        .map(it -> new Kept(it, !closed.contains(it.record().uuid())))
        .sorted(Comparator.comparing(it -> it.place().record().name().orEmpty(Lang.FI)))
        .toList();
  }

  /// Says at which of the organization's places families may meet on their own; at the others not.
  @Transactional
  public void keep(Caller caller, OrganizationId organization, Set<UUID> open) {
    for (Kept it : of(caller, organization)) {
      UUID place = it.place().record().uuid();
      if (it.open() == open.contains(place)) {
        continue;
      }
      gate.open(
          caller,
          Action.UPDATE,
          RecordType.PLACE,
          place.toString(),
          Set.of(Relation.ORGANIZATION),
          null);
      house.step(() -> put(caller, organization, place, open.contains(place)));
    }
  }

  private int put(Caller caller, OrganizationId organization, UUID place, boolean open) {
    if (open) {
      return jdbc.sql("delete from meetups.closed_place where place = :place")
          .param("place", place)
          .update();
    }
    return jdbc.sql(
            """
            insert into meetups.closed_place (place, organization, closed_by, closed_at)
            values (:place, :organization, :by, :at) on conflict do nothing
            """)
        .param("place", place)
        .param("organization", organization.value())
        .param("by", caller.id())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private Set<UUID> closed() {
    return house.step(() ->
        new HashSet<>(jdbc.sql("select place from meetups.closed_place").query(UUID.class).list()));
  }

  static void requireOurs(Caller caller, OrganizationId organization) {
    if (!caller.organizations().contains(organization.value())) {
      throw new NoSuchRecord(RecordType.MEETUP);
    }
  }
}
