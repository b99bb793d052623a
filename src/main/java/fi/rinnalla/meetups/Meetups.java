package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.signups.FamilySignups;
import fi.rinnalla.signups.FamilySignups.Count;
import fi.rinnalla.signups.FamilySignups.Guest;
import fi.rinnalla.storage.HouseWork;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The door of the meet-ups: what anybody may see of one, and what those who are along may.
@Component
public class Meetups {
  private static final int TIMES = 5;

  private final MeetupRows rows;
  private final MeetupEvents events;
  private final FamilySignups signups;
  private final Groups groups;
  private final Calendar calendar;
  private final Directory directory;
  private final ComingTimes coming;
  private final Ties ties;
  private final HouseWork house;

  Meetups(
      MeetupRows rows,
      MeetupEvents events,
      FamilySignups signups,
      Groups groups,
      Calendar calendar,
      Directory directory,
      ComingTimes coming,
      Ties ties,
      HouseWork house) {
    this.rows = rows;
    this.events = events;
    this.signups = signups;
    this.groups = groups;
    this.calendar = calendar;
    this.directory = directory;
    this.coming = coming;
    this.ties = ties;
    this.house = house;
  }

  /// What anybody may see beside the event: how many come, and nobody's name.
  ///
  /// @param counts by time
  /// @param group whose meet-up it is; null when no group's that everybody may see
  public record Open(MeetupId id, Map<LocalDateTime, Count> counts, Groups.@Nullable Named group) {
    public Open {
      counts = Map.copyOf(counts);
    }

    public Count of(Occurrence time) {
      return counts.getOrDefault(time.recurrenceId(), Count.NOBODY);
    }
  }

  /// A meet-up, as the one who asks may see it.
  ///
  /// @param listing null when it was never in the calendar
  /// @param guests by time; names only for the host and the place's people, and counts for others
  public record Inside(
      Meetup meetup,
      @Nullable EventListing listing,
      fi.rinnalla.vocabulary.Text title,
      List<Occurrence> next,
      Set<Relation> ties,
      Map<LocalDateTime, List<Guest>> guests) {

    public boolean isHost() {
      return ties.contains(Relation.OWN);
    }

    public boolean isAlong() {
      return ties.contains(Relation.ASSIGNED);
    }

    public boolean isStaff() {
      return ties.contains(Relation.ORGANIZATION) || ties.contains(Relation.REGION);
    }

    /// Whether who asks may see more than everybody.
    public boolean isOpen() {
      return !ties.isEmpty();
    }

    public List<Guest> of(Occurrence time) {
      return guests.getOrDefault(time.recurrenceId(), List.of());
    }

    /// Those who come and have told a name.
    public List<Guest> named() {
      return next.stream()
          .flatMap(it -> of(it).stream())
          .filter(it -> !it.name().isEmpty())
          .toList();
    }
  }

  /// Of an event; nothing when it is no meet-up.
  @Transactional(readOnly = true)
  public Optional<Open> find(EventListing listing) {
    if (listing.event().kind() != Event.Kind.MEETUP) {
      return Optional.empty();
    }
    MeetupId id = new MeetupId(listing.event().id().value());
    return Optional.of(
        new Open(id, signups.counts(listing.event().id()), groups.of(id).orElse(null)));
  }

  /// A meet-up for whoever is signed in. One that isn't public is only there for its host and for
  /// those who moderate it.
  @Transactional
  public Inside get(Caller caller, MeetupId id) {
    Meetup meetup =
        house.step(() -> rows.find(id)).orElseThrow(() -> new NoSuchRecord(RecordType.MEETUP));
    Set<Relation> how = ties.of(caller, meetup);
    boolean open = meetup.state() == Meetup.State.PUBLISHED;
    boolean toTheAlong = meetup.state() == Meetup.State.CANCELLED;
    Set<Relation> counting =
        open || toTheAlong || how.contains(Relation.OWN) ? how : ties.staff(caller, meetup);
    if (counting.isEmpty() && !open) {
      throw new NoSuchRecord(RecordType.MEETUP);
    }
    if (!counting.isEmpty()) {
      ties.open(caller, Action.READ, meetup);
    }
    boolean names =
        counting.contains(Relation.OWN)
            || counting.contains(Relation.ORGANIZATION)
            || counting.contains(Relation.REGION);
    return new Inside(
        meetup,
        events.find(meetup).orElse(null),
        events.title(meetup.plan(), meetup.lang()),
        calendar.next(id.event(), TIMES),
        counting,
        names ? signups.guests(id.event()) : Map.of());
  }

  /// How many come to each time.
  @Transactional(readOnly = true)
  public Map<LocalDateTime, Count> counts(MeetupId id) {
    return signups.counts(id.event());
  }

  /// The next time of a meet-up that everybody may see.
  ///
  /// @param place null when it isn't shown any more
  public record Ahead(
      EventListing listing, Occurrence time, @Nullable Listing<Location> place, Count count) {}

  /// What families do next on their own, the soonest first.
  @Transactional(readOnly = true)
  public List<Ahead> ahead(int most) {
    Map<MeetupId, Meetup> published =
        house.step(() -> rows.in(Meetup.State.PUBLISHED)).stream()
            .collect(Collectors.toMap(Meetup::id, it -> it));
    Set<MeetupId> seen = new HashSet<>();
    return coming.of(published.keySet()).stream()
        .filter(it -> seen.add(it.meetup()))
        .limit(most)
        .map(it -> ahead(Objects.requireNonNull(published.get(it.meetup())), it))
        .toList();
  }

  private Ahead ahead(Meetup meetup, ComingTimes.Coming next) {
    return new Ahead(
        next.listing(),
        next.time(),
        directory.find(meetup.place()).orElse(null),
        counts(meetup.id()).getOrDefault(next.time().recurrenceId(), Count.NOBODY));
  }
}
