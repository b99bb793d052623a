package fi.rinnalla.meetups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.meetups.Proposals.Proposed;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.signups.OwnSignups;
import fi.rinnalla.signups.Party;
import fi.rinnalla.signups.Signup;
import fi.rinnalla.signups.SignupForms;
import fi.rinnalla.signups.Signups;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Parents who propose meet-ups and come to them, and the people of the places.
@Component
class Parents {
  static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 11, 25, 10, 0);
  private static final Pattern TOKEN = Pattern.compile("/fi/omat/([0-9a-f]{64})");

  final Directory directory;
  final Calendar calendar;
  final People people;
  final Proposals proposals;
  final Approvals approvals;
  final Hosting hosting;
  final Meetups meetups;
  final Signups signups;
  final SignupForms forms;
  final OwnSignups own;
  final JdbcClient jdbc;
  final Outbox outbox;
  final HouseWork house;

  Parents(
      Directory directory,
      Calendar calendar,
      People people,
      Proposals proposals,
      Approvals approvals,
      Hosting hosting,
      Meetups meetups,
      Signups signups,
      SignupForms forms,
      OwnSignups own,
      JdbcClient jdbc,
      Outbox outbox,
      HouseWork house) {
    this.directory = directory;
    this.calendar = calendar;
    this.people = people;
    this.proposals = proposals;
    this.approvals = approvals;
    this.hosting = hosting;
    this.meetups = meetups;
    this.signups = signups;
    this.forms = forms;
    this.own = own;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.house = house;
  }

  /// A house where families may meet, an editor of those who keep it, and a parent.
  record Place(Location location, Organization keeper, PersonId editor, PersonId aino, String run) {
    OrganizationId organization() {
      return keeper.id();
    }

    /// An address that no other test has.
    String mail(String name) {
      return name.toLowerCase(Locale.ROOT) + "-" + run + "@example.org";
    }
  }

  Place aPlace() {
    String run = UUID.randomUUID().toString().substring(0, 8);
    Organization keeper = Listings.anAssociation("Talo ry " + run);
    Location library = kept(Listings.aLibrary("Perhetalo " + run, 60.6305, 24.86), keeper.id());
    directory.publish("t", keeper);
    directory.publish("t", library);
    PersonId editor = someone("eero-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(editor, Role.ORG_EDITOR, keeper.id().value(), null, null);
      return editor;
    });
    return new Place(library, keeper, editor, someone("aino-" + run + "@example.org"), run);
  }

  /// A playground that nobody keeps.
  Place aPlayground() {
    String run = UUID.randomUUID().toString().substring(0, 8);
    Location playground = Listings.aLibrary("Leikkipuisto " + run, 60.6305, 24.86);
    directory.publish("t", playground);
    PersonId raija = someone("raija-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(raija, Role.REGION_ADMIN, null, AreaCode.municipality("106"), null);
      return raija;
    });
    return new Place(
        playground,
        Listings.anAssociation("Ei kenenkään " + run),
        raija,
        someone("aino-" + run + "@example.org"),
        run);
  }

  static Location kept(Location it, @Nullable OrganizationId by) {
    return new Location(
        it.id(),
        by,
        it.type(),
        it.visibility(),
        it.name(),
        it.alternateName(),
        it.description(),
        it.transportation(),
        it.position(),
        it.approximate(),
        it.area(),
        it.addresses(),
        it.features(),
        it.accessibility(),
        it.languages(),
        it.phones(),
        it.contacts(),
        it.schedules(),
        it.url(),
        it.externalIdentifier(),
        it.verification());
  }

  static Plan aWalk(LocalDateTime start) {
    return new Plan(Plan.Doing.PRAM_WALK, "", "Kierretään lampi.", start, 90, Plan.Ages.BABIES);
  }

  PersonId someone(String email) {
    return Viewer.house(() -> people.of(email, Lang.FI).id());
  }

  Caller caller(PersonId person) {
    return caller(person, Level.WEAK);
  }

  Caller caller(PersonId person, Level level) {
    return Viewer.house(() -> people.caller(person, level).orElseThrow());
  }

  <T> T as(PersonId person, Callable<T> work) throws Exception {
    return caller(person).viewer().run(work);
  }

  Proposed propose(Place place, Plan plan) throws Exception {
    return propose(place, place.aino(), plan);
  }

  Proposed propose(Place place, PersonId who, Plan plan) throws Exception {
    String slug = directory.find(place.location().id()).map(it -> it.slug()).orElse("no-such");
    return as(who, () -> proposals.propose(caller(who), slug, "Aino", plan, Lang.FI));
  }

  Meetup proposed(Place place) throws Exception {
    return ((Proposed.Done) propose(place, aWalk(WEDNESDAY))).meetup();
  }

  Meetup approved(Place place) throws Exception {
    Meetup meetup = proposed(place);
    approve(place, meetup);
    return get(meetup.id());
  }

  Approvals.Outcome approve(Place place, Meetup meetup) throws Exception {
    return as(
        place.editor(),
        () ->
            approvals.approve(caller(place.editor(), Level.STRONG), meetup.id(), meetup.version()));
  }

  Meetup get(MeetupId id) {
    return house.step(() -> new MeetupRows(jdbc).find(id).orElseThrow());
  }

  EventListing listing(Meetup meetup) {
    return calendar.find(meetup.id().event()).orElseThrow();
  }

  /// Signs somebody up without an account, for one time.
  void comes(Place place, Meetup meetup, String name, LocalDateTime time, Integer... ages) {
    Signups.Taken taken =
        signups.take(listing(meetup), time, new Party(1, List.of(ages)), Signup.Aim.SEAT);
    String secret = ((Signups.Taken.Held) taken).secret();
    forms.submit(
        Caller.visitor(),
        secret,
        name,
        new EmailAddress(place.mail(name)),
        Lang.FI,
        Signup.Aim.SEAT);
    own.confirm(Caller.visitor(), new OwnSignups.Key.ByLink(token(place, name)));
  }

  /// Signs a person up who is signed in.
  void comes(PersonId person, String name, Meetup meetup, LocalDateTime time) throws Exception {
    Signups.Taken taken =
        signups.take(listing(meetup), time, new Party(1, List.of(0)), Signup.Aim.SEAT);
    String secret = ((Signups.Taken.Held) taken).secret();
    as(person, () -> forms.submit(caller(person), secret, name, null, Lang.FI, Signup.Aim.SEAT));
  }

  String token(Place place, String name) {
    return TOKEN
        .matcher(letters(place.mail(name)))
        .results()
        .map(it -> it.group(1))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  String letters(String email) {
    return Ways.letters(outbox, "\"" + email);
  }
}
