package fi.rinnalla.advice;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A desk that is open all week, with those who sit at it and whoever comes.
@Component
class DutyTable {
  final DeskRows desks;
  final AdviserRows advisers;
  final Duty duty;
  final VisitorChats visitors;
  final AdviserChats chats;
  final People people;
  final Directory directory;
  final HouseWork house;

  DutyTable(
      DeskRows desks,
      AdviserRows advisers,
      Duty duty,
      VisitorChats visitors,
      AdviserChats chats,
      People people,
      Directory directory,
      HouseWork house) {
    this.desks = desks;
    this.advisers = advisers;
    this.duty = duty;
    this.visitors = visitors;
    this.chats = chats;
    this.people = people;
    this.directory = directory;
    this.house = house;
  }

  Organization anOrganization() {
    Organization organization = Listings.anAssociation("Neuvojat ry " + UUID.randomUUID());
    directory.publish("t", organization);
    return organization;
  }

  UUID aDesk(Organization organization) {
    UUID id = UUID.randomUUID();
    house.step(() -> {
      desks.put(
          new AdviceDesk(
              id,
              Text.fi("Neuvo"),
              Set.of(organization.id().value()),
              Set.of(AreaCode.municipality("106")),
              List.of(Lang.FI),
              3,
              48),
          Instant.EPOCH);
      desks.putWeek(
          id,
          Arrays.stream(DayOfWeek.values())
              .map(it -> new DutyWindow(it, LocalTime.of(8, 0), LocalTime.of(20, 0)))
              .toList());
      return id;
    });
    return id;
  }

  Caller someone(Role role, Organization organization) {
    return someone(role, organization, null);
  }

  Caller someone(Role role, Organization organization, @Nullable String email) {
    PersonId id = new PersonId(UUID.randomUUID());
    return Viewer.house(() -> {
      people.add(new Person(id, role.name(), email, Lang.FI, false));
      people.give(id, role, organization.id().value(), null, null);
      return people.caller(id, Level.STRONG).orElseThrow();
    });
  }

  /// An adviser who sits at the desk now.
  Caller anAdviser(UUID desk, Organization organization, String name) throws Exception {
    Caller caller = someone(Role.ADVISER, organization);
    house.step(() -> {
      advisers.add(desk, caller.person().id(), organization.id().value(), name);
      return desk;
    });
    as(caller, () -> duty.shift(caller, desk, Adviser.Shift.ON, 2));
    return caller;
  }

  /// As [#anAdviser], with an address for letters.
  Caller anAdviserAt(UUID desk, Organization organization, String email) {
    Caller caller = someone(Role.ADVISER, organization, email);
    return house.step(() -> {
      advisers.add(desk, caller.person().id(), organization.id().value(), "Aune");
      return caller;
    });
  }

  /// Somebody comes; answers with the token of their talk.
  String comes(UUID desk) {
    return comes(desk, "c" + UUID.randomUUID());
  }

  String comes(UUID desk, String connection) {
    VisitorChats.Began began =
        visitors.begin(desk, Lang.FI, Optional.empty(), new CallerToday(connection));
    if (began instanceof VisitorChats.Began.Waiting(String token)) {
      return token;
    }
    throw new AssertionError("not begun: " + began);
  }

  VisitorChats.Talk talk(String token) {
    return visitors.find(token).orElseThrow();
  }

  UUID chat(String token) {
    return talk(token).chat().id();
  }

  List<String> words(String token) {
    return talk(token).messages().stream().map(ChatMessage::body).toList();
  }

  AdviserChats.Outcome takes(Caller adviser, UUID desk, String token) throws Exception {
    return as(adviser, () -> chats.take(adviser, desk, chat(token)));
  }

  AdviserChats.Outcome says(Caller adviser, UUID desk, String token, String words)
      throws Exception {
    return as(adviser, () -> chats.say(adviser, desk, chat(token), UUID.randomUUID(), words));
  }

  static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return caller.viewer().run(work);
  }
}
