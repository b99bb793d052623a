package fi.rinnalla.signups;

import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.HouseWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing up for what families hold themselves: anybody fits in, and the list is no
/// organization's. Whoever asks here for names has made sure that the one who sees them may.
@Component
public class FamilySignups {
  private final SignupTerms doors;
  private final SlotRows slots;
  private final SignupRows rows;
  private final ContactRows contacts;
  private final HouseWork house;
  private final Clock clock;

  FamilySignups(
      SignupTerms doors,
      SlotRows slots,
      SignupRows rows,
      ContactRows contacts,
      HouseWork house,
      Clock clock) {
    this.doors = doors;
    this.slots = slots;
    this.rows = rows;
    this.contacts = contacts;
    this.house = house;
    this.clock = clock;
  }

  /// A family that comes.
  ///
  /// @param name empty when it isn't a plain first name
  public record Guest(SignupId id, String name, int adults, int children) {}

  /// How many come to one time.
  public record Count(int families, int people) {
    public static final Count NOBODY = new Count(0, 0);
  }

  /// Opens signing up until the start, for each time by itself.
  @Transactional
  public void open(EventListing listing) {
    EventId event = listing.event().id();
    // Nobody belongs to an organization with the event's own id: the wall keeps everybody out.
    OrganizationId nobodys = new OrganizationId(event.value());
    Terms terms =
        new Terms(
            event, nobodys, Terms.Scope.TIME, Terms.Unit.FAMILIES, Terms.MOST, false, 0, true);
    house.step(() -> doors.put(listing, terms));
  }

  /// How many come to each time; nothing for a time to which nobody does.
  @Transactional(readOnly = true)
  public Map<LocalDateTime, Count> counts(EventId event) {
    Map<LocalDateTime, Count> counts = new HashMap<>();
    guests(event)
        .forEach((time, guests) ->
            counts.put(
                time,
                new Count(
                    guests.size(),
                    guests.stream().mapToInt(it -> it.adults() + it.children()).sum())));
    return counts;
  }

  /// Who comes to each time that isn't over, in the order of signing up.
  @Transactional(readOnly = true)
  public Map<LocalDateTime, List<Guest>> guests(EventId event) {
    return house.step(() -> {
      Map<LocalDateTime, List<Guest>> guests = new HashMap<>();
      for (Slot slot : ahead(event)) {
        LocalDateTime time = slot.time();
        List<Guest> coming =
            rows.listed(slot.id()).stream()
                .filter(it -> it.state() == State.CONFIRMED)
                .map(FamilySignups::guest)
                .toList();
        if (time != null && !coming.isEmpty()) {
          guests.put(time, coming);
        }
      }
      return guests;
    });
  }

  private List<Slot> ahead(EventId event) {
    Instant now = clock.instant();
    return slots.of(event).stream().filter(it -> it.endsAt().isAfter(now)).toList();
  }

  private static Guest guest(Signup it) {
    String name = FirstName.isOne(it.name()) ? it.name().strip() : "";
    return new Guest(it.id(), name, it.party().adults(), it.party().ages().size());
  }

  /// The caller as a guest of the event: signed up for a time that isn't forgotten yet, by the
  /// person or by the address that is theirs.
  @Transactional(readOnly = true)
  public Optional<Guest> find(Caller caller, EventId event) {
    if (caller.isVisitor()) {
      return Optional.empty();
    }
    Optional<EmailAddress> address =
        Optional.ofNullable(caller.person().email()).flatMap(EmailAddress::find);
    return house.step(() -> {
      List<Signup> theirs = new ArrayList<>();
      for (Slot slot : slots.of(event)) {
        rows.of(caller.person().id(), slot.id(), false).ifPresent(theirs::add);
        address
            .flatMap(it -> contacts.known(slot.id(), it, false))
            .flatMap(rows::find)
            .ifPresent(theirs::add);
      }
      return theirs.stream()
          .filter(it -> it.state() == State.CONFIRMED)
          .findFirst()
          .map(FamilySignups::guest);
    });
  }

  /// A time that a family has signed up for.
  public record Joined(EventId event, Instant start, Instant end) {}

  /// What the caller comes to that isn't over, the next first: by the person, or by the address
  /// that is theirs.
  @Transactional(readOnly = true)
  public List<Joined> of(Caller caller) {
    if (caller.isVisitor()) {
      return List.of();
    }
    Instant now = clock.instant();
    return house.step(() -> {
      Map<SignupId, Signup> theirs = new HashMap<>();
      rows.of(caller.person().id()).forEach(it -> theirs.put(it.id(), it));
      Optional.ofNullable(caller.person().email())
          .flatMap(EmailAddress::find)
          .map(contacts::of)
          .orElse(List.of())
          .forEach(id -> rows.find(id).ifPresent(it -> theirs.put(id, it)));
      return theirs.values().stream()
          .filter(it -> it.state() == State.CONFIRMED)
          .map(it -> slots.get(it.slot()))
          .filter(it -> it.endsAt().isAfter(now))
          .map(it -> new Joined(it.event(), it.startsAt(), it.endsAt()))
          .sorted(Comparator.comparing(Joined::start))
          .toList();
    });
  }

  /// The addresses of those who come to a time that isn't over, for a letter that the house sends
  /// in their language; nobody is shown them.
  @Transactional(readOnly = true)
  public List<Reachable> reachable(EventId event) {
    return house.step(() -> {
      Map<String, Reachable> all = new HashMap<>();
      for (Slot slot : ahead(event)) {
        for (Signup it : rows.listed(slot.id())) {
          if (it.state() == State.CONFIRMED) {
            contacts
                .find(it.id())
                .ifPresent(to -> all.putIfAbsent(to.value(), new Reachable(it, to)));
          }
        }
      }
      return List.copyOf(all.values());
    });
  }

  /// Somebody who can be written to.
  public record Reachable(Signup signup, EmailAddress address) {}
}
