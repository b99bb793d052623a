package fi.rinnalla.signups;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.signups.OwnSignups.Became;
import fi.rinnalla.signups.OwnSignups.Key;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A family café on Tuesdays that one signs up for, and families who do.
@Component
class ComingFamilies {
  static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 9, 30);
  private static final Pattern TOKEN = Pattern.compile("/fi/omat/([0-9a-f]{64})");

  final Directory directory;
  final Calendar calendar;
  final People people;
  final SignupTerms terms;
  final Signups signups;
  final SignupForms forms;
  final OwnSignups own;
  final Attendees attendees;
  final JdbcClient jdbc;
  final Outbox outbox;
  final HouseWork house;

  ComingFamilies(
      Directory directory,
      Calendar calendar,
      People people,
      SignupTerms terms,
      Signups signups,
      SignupForms forms,
      OwnSignups own,
      Attendees attendees,
      JdbcClient jdbc,
      Outbox outbox,
      HouseWork house) {
    this.directory = directory;
    this.calendar = calendar;
    this.people = people;
    this.terms = terms;
    this.signups = signups;
    this.forms = forms;
    this.own = own;
    this.attendees = attendees;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.house = house;
  }

  /// A café, its organizer and an editor of theirs.
  record Cafe(Event event, Organization organizer, PersonId editor, String run) {
    /// An address that no other test has.
    String mail(String name) {
      return name + "-" + run + "@example.org";
    }
  }

  Cafe aCafe() {
    String run = UUID.randomUUID().toString().substring(0, 8);
    Organization organizer = Listings.anAssociation("Kahvila ry " + run);
    var library = Listings.aLibrary("Kirjasto " + run, 60.6305, 24.8600);
    Event event = Events.held("Perhekahvila " + run, organizer, library, Events.everyTuesday());
    directory.publish("t", organizer);
    directory.publish("t", library);
    calendar.publish("t", event);
    PersonId editor = someone("eero-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(editor, Role.ORG_EDITOR, organizer.id().value(), null, null);
      return editor;
    });
    return new Cafe(event, organizer, editor, run);
  }

  /// A café with so many places for persons each Tuesday, and a queue.
  Cafe aCafeOf(int places) throws Exception {
    Cafe cafe = aCafe();
    open(cafe, Terms.Scope.TIME, Terms.Unit.PERSONS, places, true);
    return cafe;
  }

  SignupTerms.Saved open(Cafe cafe, Terms.Scope scope, Terms.Unit unit, int places, boolean queues)
      throws Exception {
    Terms wanted =
        new Terms(cafe.event().id(), cafe.organizer().id(), scope, unit, places, queues, 2, true);
    return as(cafe.editor(), () -> terms.save(caller(cafe.editor()), listing(cafe), wanted));
  }

  EventListing listing(Cafe cafe) {
    return calendar.find(cafe.event().id()).orElseThrow();
  }

  Standing standing(Cafe cafe) {
    return signups.board(listing(cafe)).orElseThrow().standings().stream()
        .filter(it -> TUESDAY.equals(it.time()))
        .findFirst()
        .orElseThrow();
  }

  Signups.Taken take(Cafe cafe, Signup.Aim aim, int adults, Integer... ages) {
    return signups.take(listing(cafe), TUESDAY, new Party(adults, List.of(ages)), aim);
  }

  /// As a visitor who writes this address.
  SignupForms.Submitted send(String secret, String name, String email, Signup.Aim aim) {
    return forms.submit(Caller.visitor(), secret, name, new EmailAddress(email), Lang.FI, aim);
  }

  String held(Signups.Taken taken) {
    if (taken instanceof Signups.Taken.Held held) {
      return held.secret();
    }
    throw new IllegalStateException("no place was held: " + taken);
  }

  /// Signs up without an account: the form, the letter, its link.
  Became comes(Cafe cafe, String name, int adults, Integer... ages) {
    return signsUp(cafe, name, Signup.Aim.SEAT, adults, ages);
  }

  Became queues(Cafe cafe, String name, int adults, Integer... ages) {
    return signsUp(cafe, name, Signup.Aim.QUEUE, adults, ages);
  }

  Became signsUp(Cafe cafe, String name, Signup.Aim aim, int adults, Integer... ages) {
    String secret = held(take(cafe, aim, adults, ages));
    send(secret, name, cafe.mail(name), aim);
    return confirm(cafe, name);
  }

  Became confirm(Cafe cafe, String name) {
    return own.confirm(Caller.visitor(), link(cafe, name));
  }

  Became cancel(Cafe cafe, String name) {
    return own.cancel(Caller.visitor(), link(cafe, name));
  }

  Became accept(Cafe cafe, String name) {
    return own.accept(Caller.visitor(), link(cafe, name));
  }

  Key.ByLink link(Cafe cafe, String name) {
    return new Key.ByLink(token(cafe, name));
  }

  String token(Cafe cafe, String name) {
    return TOKEN
        .matcher(letters(cafe, name))
        .results()
        .map(it -> it.group(1))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  String letters(Cafe cafe, String name) {
    return Ways.letters(outbox, "\"" + cafe.mail(name));
  }

  int letterCount(Cafe cafe, String name) {
    String letters = letters(cafe, name);
    return letters.isEmpty() ? 0 : letters.split("\n").length;
  }

  /// What has become of it, as its family sees it.
  OwnSignups.Seen seen(Cafe cafe, String name) {
    return own.find(Caller.visitor(), token(cafe, name)).orElseThrow();
  }

  Signup.State state(Cafe cafe, String name) {
    return seen(cafe, name).signup().state();
  }

  PersonId someone(String email) {
    return Viewer.house(() -> people.of(email, Lang.FI).id());
  }

  Caller caller(PersonId person) {
    return Viewer.house(() -> people.caller(person, Level.WEAK).orElseThrow());
  }

  <T> T as(PersonId person, Callable<T> work) throws Exception {
    return caller(person).viewer().run(work);
  }

  Attendees.Sheet sheet(Cafe cafe) throws Exception {
    return as(
        cafe.editor(),
        () -> attendees.of(caller(cafe.editor()), listing(cafe).slug(), TUESDAY).orElseThrow());
  }

  /// How many rows of a table of the room a café has, of the café's own sign-ups.
  int count(Cafe cafe, String table) {
    return house.step(() ->
        jdbc.sql(
                "select count(*) from signups."
                    + table
                    + " where signup in (select id from signups.signup where event = :event)")
            .param("event", cafe.event().id().value())
            .query(Integer.class)
            .single());
  }
}
