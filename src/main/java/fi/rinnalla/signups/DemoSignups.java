package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.RoleHeld;
import fi.rinnalla.signin.SignInLinks;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.signups.Signup.State;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Two events of the demo's association that one signs up for: a family café with room, and a baby
/// group that is full and has a queue. The families are made up.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoSignups {
  private final SignupTerms doors;
  private final TermsRows terms;
  private final SlotRows slots;
  private final SignupRows rows;
  private final SlotTimes times;
  private final Calendar calendar;
  private final People people;
  private final SignInLinks secrets;
  private final HouseWork house;
  private final Clock clock;

  DemoSignups(
      SignupTerms doors,
      TermsRows terms,
      SlotRows slots,
      SignupRows rows,
      SlotTimes times,
      Calendar calendar,
      People people,
      SignInLinks secrets,
      HouseWork house,
      Clock clock) {
    this.doors = doors;
    this.terms = terms;
    this.slots = slots;
    this.rows = rows;
    this.times = times;
    this.calendar = calendar;
    this.people = people;
    this.secrets = secrets;
    this.house = house;
    this.clock = clock;
  }

  private record Guest(String name, int adults, List<Integer> ages) {}

  private static final List<Guest> AT_THE_CAFE =
      List.of(new Guest("Milla", 1, List.of(2)), new Guest("Tuomas", 1, List.of(0, 3)));

  private static final List<Guest> IN_THE_GROUP =
      List.of(
          new Guest("Anniina", 1, List.of(0)),
          new Guest("Samir", 2, List.of(0)),
          new Guest("Kaisa", 1, List.of(0, 2)),
          new Guest("Linh", 1, List.of(0)),
          new Guest("Petra", 1, List.of(0)),
          new Guest("Joonas", 2, List.of(0)));

  /// After the demo's people, whose organizations it asks for.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      people.demo().stream()
          .flatMap(it -> people.roles(it.id()).stream())
          .map(RoleHeld::organization)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(it -> open(new OrganizationId(it)));
      return ready;
    });
  }

  private void open(OrganizationId organization) {
    List<EventListing> events =
        calendar.of(organization).stream()
            .filter(it -> !it.isWithdrawn() && it.event().rule().repeats())
            .sorted(Comparator.comparing(EventListing::slug))
            .toList();
    if (events.stream().anyMatch(it -> terms.find(it.event().id()).isPresent())) {
      return;
    }
    called("MLL:n perhekahvila", events)
        .ifPresent(it -> open(it, organization, Terms.Unit.PERSONS, 12, AT_THE_CAFE));
    called("Vauvaryhmä", events)
        .ifPresent(it -> open(it, organization, Terms.Unit.FAMILIES, 4, IN_THE_GROUP));
  }

  private static Optional<EventListing> called(String title, List<EventListing> events) {
    return events.stream()
        .filter(it -> it.event().title().orEmpty(Lang.FI).startsWith(title))
        .findFirst();
  }

  private void open(
      EventListing listing,
      OrganizationId organization,
      Terms.Unit unit,
      int capacity,
      List<Guest> guests) {
    Terms its =
        new Terms(
            listing.event().id(), organization, Terms.Scope.TIME, unit, capacity, true, 1, true);
    doors.put(listing, its);
    for (Occurrence time : times.ahead(listing, 1)) {
      Slot slot = slots.hold(times.slot(listing, its, time.recurrenceId()).orElseThrow());
      slots.know(slot.id(), SlotRows.KnownTime.of(time));
      int free = capacity;
      Instant at = clock.instant();
      for (Guest guest : guests) {
        Party party = new Party(guest.adults(), guest.ages());
        boolean room = its.places(party) <= free;
        free -= room ? its.places(party) : 0;
        at = at.plusSeconds(1);
        add(slot, guest.name(), party, room, at);
      }
    }
  }

  private void add(Slot slot, String name, Party party, boolean room, Instant at) {
    Signup signup =
        new Signup(
            new SignupId(UUID.randomUUID()),
            slot.id(),
            slot.event(),
            slot.organization(),
            null,
            room ? Aim.SEAT : Aim.QUEUE,
            room ? State.CONFIRMED : State.WAITING,
            party,
            name,
            Lang.FI,
            null,
            at,
            room ? null : rows.nextTurn(slot.id()),
            false);
    rows.add(signup, secrets.secret());
    rows.put(signup);
  }
}
