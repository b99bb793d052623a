package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.signups.Party;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupForms;
import fi.rinnalla.signups.Signups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Two meet-ups of the demo's parent: a weekly walk with prams that others come to and that has
/// become a group, and a proposal that waits for the association whose room it is. The families are
/// made up.
@Component
@ConditionalOnBooleanProperty(name = "rinnalla.demo", matchIfMissing = true)
class DemoMeetups {
  private static final LocationId PLAYGROUND =
      new LocationId(UUID.fromString("0f6e720e-e2da-57e3-a0a6-53382fd0da5b"));
  private static final LocationId FAMILY_ROOM =
      new LocationId(UUID.fromString("b0e6e74c-df3b-50be-bbc2-a9f4c9a15867"));

  private final MeetupRows rows;
  private final GroupRows groups;
  private final MemberRows members;
  private final MeetupEvents events;
  private final Proposals proposals;
  private final MeetupSettings settings;
  private final Directory directory;
  private final Calendar calendar;
  private final People people;
  private final Signups signups;
  private final SignupForms forms;
  private final HouseWork house;
  private final Clock clock;

  DemoMeetups(
      MeetupRows rows,
      GroupRows groups,
      MemberRows members,
      MeetupEvents events,
      Proposals proposals,
      MeetupSettings settings,
      Directory directory,
      Calendar calendar,
      People people,
      Signups signups,
      SignupForms forms,
      HouseWork house,
      Clock clock) {
    this.rows = rows;
    this.groups = groups;
    this.members = members;
    this.events = events;
    this.proposals = proposals;
    this.settings = settings;
    this.directory = directory;
    this.calendar = calendar;
    this.people = people;
    this.signups = signups;
    this.forms = forms;
    this.house = house;
    this.clock = clock;
  }

  /// After the demo's people and places.
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void arrive(ApplicationReadyEvent ready) {
    house.step(() -> {
      people.demo().stream()
          .filter(it -> people.roles(it.id()).isEmpty() && rows.of(it.id()).isEmpty())
          .findFirst()
          .ifPresent(this::arrive);
      return ready;
    });
  }

  private void arrive(Person aino) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    LocalDate wednesday = today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    Plan walk =
        new Plan(
            Plan.Doing.PRAM_WALK,
            "",
            "Kierretään rauhassa noin tunti ja jutellaan. Sateella mennään leikkipaikan katokseen.",
            wednesday.atTime(10, 0),
            90,
            Plan.Ages.BABIES);
    place(PLAYGROUND)
        .map(it -> meetup(aino, it, walk, Meetup.State.PUBLISHED))
        .map(it -> rows.put(Weeks.of(it, it.plan().start(), Weeks.until(today, settings))))
        .ifPresent(it -> {
          events.publish(it);
          events.find(it).ifPresent(listing -> join(listing, wednesday.atTime(10, 0)));
          found(aino, it);
        });
    Plan coffee =
        new Plan(
            Plan.Doing.COFFEE,
            "",
            "Omat eväät mukaan, leluja löytyy paikalta.",
            wednesday.plusDays(8).atTime(13, 0),
            120,
            Plan.Ages.ALL);
    place(FAMILY_ROOM)
        .map(it -> meetup(aino, it, coffee, Meetup.State.WAITING))
        .ifPresent(rows::put);
  }

  private void found(Person aino, Meetup walk) {
    FamilyGroup group =
        groups.put(
            new FamilyGroup(
                new GroupId(UUID.randomUUID()),
                Lang.FI,
                Text.fi("Leikkipuiston vaunulenkkeilijät")
                    .with(Lang.SV, "Lekparkens vagnpromenerare")
                    .with(Lang.EN, "Pram walkers of the playground"),
                Plan.Ages.BABIES,
                "Kävelemme keskiviikkoisin vauvojen kanssa ja jäämme lopuksi puistoon juttelemaan.",
                walk.place(),
                walk.organization(),
                walk.areas(),
                walk.id(),
                FamilyGroup.State.ACTIVE,
                1,
                "",
                clock.instant(),
                walk.endsAt(),
                null,
                null,
                null));
    rows.put(walk.inGroup(group.id()));
    members.put(Member.joining(group.id(), aino.id(), "Aino", true, clock.instant()));
    members.put(Member.joining(group.id(), made("Milla").id(), "Milla", false, clock.instant()));
  }

  private Person made(String name) {
    return people.add(new Person(new PersonId(UUID.randomUUID()), name, null, Lang.FI, false));
  }

  private Optional<Location> place(LocationId id) {
    return directory.find(id).filter(it -> !it.isWithdrawn()).map(it -> it.record());
  }

  private Meetup meetup(Person host, Location place, Plan plan, Meetup.State state) {
    return new Meetup(
        new MeetupId(UUID.randomUUID()),
        host.id(),
        "Aino",
        Lang.FI,
        null,
        place.id(),
        place.organization(),
        proposals.areas(place),
        state,
        1,
        plan,
        null,
        null,
        "",
        clock.instant(),
        plan.end().atZone(Zone.HELSINKI).toInstant());
  }

  private void join(EventListing listing, LocalDateTime time) {
    for (Occurrence first : calendar.next(listing.event().id(), 1)) {
      if (first.recurrenceId().equals(time)) {
        join(listing, time, "Milla", new Party(1, List.of(0)));
        join(listing, time, "Samir", new Party(1, List.of(0, 2)));
      }
    }
  }

  private void join(EventListing listing, LocalDateTime time, String name, Party party) {
    Caller caller = people.caller(made(name).id(), Level.WEAK).orElseThrow();
    if (signups.take(listing, time, party, Signup.Aim.SEAT)
        instanceof Signups.Taken.Held(String secret)) {
      forms.submit(caller, secret, name, null, Lang.FI, Signup.Aim.SEAT);
    }
  }
}
