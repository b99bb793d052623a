package fi.rinnalla.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.notifications.PushAddressGone;
import fi.rinnalla.notifications.PushAddressId;
import fi.rinnalla.reminders.EventReminders.Asked;
import fi.rinnalla.signin.Ways;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Being reminded of an event by mail: asked for, confirmed, told once at a decent hour, and ended.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "db-scheduler.enabled=false")
class EventRemindersTests {
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 9, 30);
  private static final Pattern TOKEN = Pattern.compile("/fi/muistutukset/([0-9a-f]{64})");

  @Autowired Outbox outbox;
  @Autowired EventReminders reminders;
  @Autowired OwnReminders own;
  @Autowired DueReminders due;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired MockMvc mvc;
  @Autowired ApplicationEventPublisher events;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String aino = "aino-" + run + "@example.org";

  @BeforeEach
  void begin() {
    clock.set(GivenClock.NOW);
    for (String table :
        List.of("reminders.recipient", "reminders.reminder", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
  }

  private Event aCafe() {
    return published(Events.aFamilyCafe("Perhekahvila " + run, Events.everyTuesday()));
  }

  private Event at(int day, int hour) {
    EventRule once = Events.once(LocalDateTime.of(2026, 11, day, hour, 0));
    return published(Events.aFamilyCafe("Satutunti " + run, once));
  }

  private Event published(Event event) {
    calendar.publish("t", event);
    return event;
  }

  private Asked asks(Event event, @Nullable LocalDateTime time) {
    return reminders.ask(
        Caller.visitor(),
        calendar.find(event.id()).orElseThrow(),
        time,
        new EmailAddress(aino),
        Lang.FI,
        null);
  }

  private void wishes(Event event, @Nullable LocalDateTime time) {
    assertThat(asks(event, time)).isInstanceOf(Asked.Sent.class);
    assertThat(own.confirm(Caller.visitor(), token())).isTrue();
    due.tell();
    left();
  }

  /// When letters have left, they can't be taken back.
  private void left() {
    house.step(() ->
        jdbc.sql(
                """
                update notifications.letter
                   set outcome = 'SENT', sealed = null, finished_at = now()
                 where outcome = 'WAITING'
                """)
            .update());
  }

  private void roundAt(int day, int hour, int minute) {
    clock.set(LocalDateTime.of(2026, 11, day, hour, minute).atZone(Zone.HELSINKI).toInstant());
    due.tell();
  }

  private String letters() {
    return Ways.letters(outbox, "\"" + aino);
  }

  private String token() {
    return TOKEN
        .matcher(letters())
        .results()
        .map(it -> it.group(1))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private int rows(String table) {
    return house.step(
        () -> jdbc.sql("select count(*) from reminders." + table).query(Integer.class).single());
  }

  @Test
  void oneIsRemindedTheDayBeforeAndOnlyOnce() {
    Event cafe = aCafe();
    wishes(cafe, TUESDAY);

    roundAt(23, 16, 59);
    assertThat(letters()).isEmpty();
    roundAt(23, 17, 0);
    assertThat(letters())
        .contains("Muistutus", "«Perhekahvila " + run + "», ti 24.11. klo 9.30–11.30", ".ics");
    assertThat(letters().split("\n")).hasSize(1);
    left();
    roundAt(23, 18, 30);
    roundAt(24, 8, 30);

    assertThat(letters()).isEmpty();
  }

  @Test
  void whoseLetterIsNotConfirmedIsNotReminded() {
    asks(aCafe(), TUESDAY);
    left();

    roundAt(23, 17, 0);
    assertThat(letters()).isEmpty();
    roundAt(24, 12, 0);
    due.forget();
    assertThat(rows("reminder") + rows("recipient")).isZero();
  }

  @Test
  void theLettersSubjectIsNeutralAndASensitiveEventIsNotNamed() {
    Event group =
        published(
            Events.about(
                Events.aFamilyCafe("Turvaryhmä " + run, Events.everyTuesday()), "turvakoti"));
    wishes(group, TUESDAY);
    roundAt(23, 17, 0);

    assertThat(letters())
        .contains("\"subject\":\"Muistutus\"", "Muistutus: tapahtuma, ti 24.11.")
        .doesNotContain("Turvaryhm", "turvaryhm", ".ics");
  }

  @Test
  void everyTimeIsRemindedOfByItself() {
    wishes(aCafe(), null);

    roundAt(23, 17, 0);
    assertThat(letters()).contains("ti 24.11.");
    left();
    roundAt(24, 17, 0);
    assertThat(letters()).isEmpty();
    clock.set(LocalDateTime.of(2026, 11, 30, 17, 0).atZone(Zone.HELSINKI).toInstant());
    due.tell();
    assertThat(letters()).contains("ti 1.12.");
  }

  @Test
  void whoeverAsksForEveryTimeWhileOneGoesOnIsToldOfTheNext() {
    clock.set(LocalDateTime.of(2026, 11, 24, 10, 0).atZone(Zone.HELSINKI).toInstant());
    asks(aCafe(), null);
    own.confirm(Caller.visitor(), token());

    OwnReminders.Seen seen = own.find(Caller.visitor(), token()).orElseThrow();

    assertThat(java.util.Objects.requireNonNull(seen.next()).start())
        .isEqualTo(LocalDateTime.of(2026, 12, 1, 9, 30).atZone(Zone.HELSINKI).toInstant());
    assertThat(seen.remindsAt()).isNotNull();
  }

  @Test
  void whatBeginsTooSoonIsNotOfferedToBeRemindedOf() {
    Event cafe = aCafe();
    clock.set(LocalDateTime.of(2026, 11, 24, 9, 25).atZone(Zone.HELSINKI).toInstant());

    assertThat(reminders.times(calendar.find(cafe.id()).orElseThrow()).getFirst().start())
        .isEqualTo(LocalDateTime.of(2026, 12, 1, 9, 30).atZone(Zone.HELSINKI).toInstant());
  }

  @Test
  void aTimeThatMovesIsRemindedOfAtItsNewTime() {
    Event cafe = aCafe();
    wishes(cafe, TUESDAY);
    roundAt(23, 17, 0);
    left();

    LocalDateTime thursday = LocalDateTime.of(2026, 11, 26, 13, 0);
    published(Events.withChanges(cafe, Events.moved(TUESDAY, thursday)));
    roundAt(23, 18, 0);
    assertThat(letters()).isEmpty();
    roundAt(25, 17, 0);
    assertThat(letters()).contains("to 26.11. klo 13");
  }

  @Test
  void aReminderOfWhatWasCancelledIsTakenBackBeforeItLeaves() {
    Event cafe = aCafe();
    wishes(cafe, TUESDAY);
    roundAt(23, 17, 0);
    assertThat(letters()).isNotEmpty();

    published(Events.withChanges(cafe, OccurrenceChange.cancelled(TUESDAY)));
    roundAt(23, 17, 1);

    assertThat(letters()).isEmpty();
  }

  @Test
  void whoWasRemindedOfWhatIsThenCancelledHearsOfItOnce() {
    Event cafe = aCafe();
    wishes(cafe, TUESDAY);
    roundAt(23, 17, 0);
    left();

    published(Events.withChanges(cafe, OccurrenceChange.cancelled(TUESDAY)));
    roundAt(23, 18, 0);
    assertThat(letters()).contains("peruttu");
    left();
    roundAt(23, 20, 0);
    assertThat(letters()).isEmpty();
  }

  @Test
  void whoeverAsksLateIsRemindedShortlyBeforeAndNotAtNight() {
    Event morning = at(24, 9);
    clock.set(LocalDateTime.of(2026, 11, 23, 19, 0).atZone(Zone.HELSINKI).toInstant());
    wishes(morning, LocalDateTime.of(2026, 11, 24, 9, 0));

    roundAt(24, 7, 59);
    assertThat(letters()).as("two hours before is still night").isEmpty();
    roundAt(24, 8, 0);
    assertThat(letters()).contains("ti 24.11. klo 9");
  }

  @Test
  void whatBeginsAsTheNightEndsIsRemindedOfTheEveningBefore() {
    Event early = at(24, 8);
    clock.set(LocalDateTime.of(2026, 11, 23, 19, 0).atZone(Zone.HELSINKI).toInstant());
    wishes(early, LocalDateTime.of(2026, 11, 24, 8, 0));

    roundAt(23, 20, 0);
    assertThat(letters()).contains("ti 24.11. klo 8");
  }

  @Test
  void whatBeginsTooSoonIsNotPromised() {
    Event soon = at(23, 11);

    assertThat(asks(soon, LocalDateTime.of(2026, 11, 23, 11, 0))).isInstanceOf(Asked.TooSoon.class);
    assertThat(rows("recipient")).isZero();
  }

  @Test
  void whatIsPastOrOffIsNotRemindedOf() {
    Event cafe = aCafe();

    assertThat(asks(cafe, TUESDAY.minusWeeks(1))).isInstanceOf(Asked.Over.class);
    published(Events.cancelled(cafe));
    assertThat(asks(cafe, TUESDAY)).isInstanceOf(Asked.Over.class);
    assertThat(asks(cafe, null)).isInstanceOf(Asked.Over.class);
  }

  @Test
  void askedTwiceIsOneReminderAndNobodyElseLearnsOfIt() {
    Event cafe = aCafe();
    wishes(cafe, TUESDAY);

    assertThat(asks(cafe, TUESDAY)).isInstanceOf(Asked.Sent.class);

    assertThat(letters()).isEmpty();
    assertThat(rows("reminder")).isOne();
  }

  @Test
  void anAddressIsNotPesteredByStrangers() {
    Event cafe = aCafe();
    for (int week = 0; week < 8; week++) {
      asks(cafe, TUESDAY.plusWeeks(week));
    }

    assertThat(letters().split("\n")).hasSize(5);
  }

  @Test
  void whoIsSignedInConfirmsNothingAndSeesTheirOwnUntilTheyLeave() throws Exception {
    PersonId person = Viewer.house(() -> people.of(aino, Lang.FI).id());
    Caller caller = Viewer.house(() -> people.caller(person, Level.WEAK).orElseThrow());
    Event cafe = aCafe();
    Asked asked =
        caller
            .viewer()
            .run(() ->
                reminders.ask(
                    caller,
                    calendar.find(cafe.id()).orElseThrow(),
                    TUESDAY,
                    new EmailAddress(aino),
                    Lang.FI,
                    null));

    assertThat(asked).isInstanceOf(Asked.Done.class);
    assertThat(letters()).isEmpty();
    assertThat(caller.viewer().run(() -> own.of(caller, new OwnReminders.Key.Here(null))))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it.remindsAt()).isEqualTo("2026-11-23T15:00:00Z"));
    assertThat(own.of(Caller.visitor(), new OwnReminders.Key.Here(null))).isEmpty();

    Viewer.house(() -> {
      people.forget(person);
      return person;
    });
    assertThat(rows("recipient") + rows("reminder")).isZero();
  }

  @Test
  void nobodyIsWrittenToAgainAndAgainByAnothersHand() {
    Event cafe = aCafe();
    for (int i = 0; i < 20; i++) {
      assertThat(asks(cafe, null)).as("the answer is the same").isInstanceOf(Asked.Sent.class);
    }

    List<String> before = letters().lines().toList();
    assertThat(before).hasSize(12);

    clock.pass(Duration.ofHours(25));
    asks(cafe, null);
    assertThat(letters().lines().filter(it -> !before.contains(it))).hasSize(1);
  }

  @Test
  void theMailProgramsOwnButtonEndsItWithoutCookieOrFormAndOpeningThePageDoesNot()
      throws Exception {
    wishes(aCafe(), null);
    roundAt(23, 17, 0);
    String stop = letters().replaceAll("(?s).*\"unsubscribe\":\"[^\"]*?(/fi/[^\"]+)\".*", "$1");
    assertThat(stop).startsWith("/fi/ala-muistuta/");

    mvc.perform(get(stop)).andExpect(status().isOk());
    assertThat(rows("reminder")).isOne();
    mvc.perform(
            post(stop)
                .contentType("application/x-www-form-urlencoded")
                .content("List-Unsubscribe=One-Click"))
        .andExpect(status().isOk());
    assertThat(rows("reminder") + rows("recipient")).isZero();
    assertThat(letters()).as("what had not left is taken back").isEmpty();
    mvc.perform(post(stop)).andExpect(status().isOk());
  }

  @Test
  void otherFormsStillNeedToBeOurs() throws Exception {
    mvc.perform(post("/fi/muistutukset").param("reminder", "all"))
        .andExpect(status().isForbidden());
  }

  @Test
  void wrongInputIsToldAndKeptAndChangesNothing() throws Exception {
    Event cafe = aCafe();
    String path = "/fi/muistuta/" + calendar.find(cafe.id()).orElseThrow().slug();

    String page =
        mvc.perform(
                post(path).with(csrf()).param("time", TUESDAY.toString()).param("email", "aino@"))
            .andExpect(status().isUnprocessableContent())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("Tarkista sähköpostiosoite", "value=\"aino@\"");
    for (String time : List.of("2026-11-17T09:30", "huomenna", "")) {
      mvc.perform(post(path).with(csrf()).param("time", time).param("email", aino))
          .andExpect(status().isUnprocessableContent());
    }
    assertThat(rows("reminder") + rows("recipient")).isZero();
  }

  @Test
  void aReminderAndItsAddressAreGoneTheDayAfter() {
    wishes(aCafe(), TUESDAY);
    roundAt(23, 17, 0);
    left();

    roundAt(25, 11, 0);
    due.forget();
    assertThat(rows("recipient")).isOne();
    clock.pass(Duration.ofHours(1));
    due.forget();
    assertThat(rows("recipient") + rows("reminder") + rows("told") + rows("link")).isZero();
  }

  @Test
  void strangersSeeAndEndNothing() throws Exception {
    wishes(aCafe(), TUESDAY);
    UUID id =
        house.step(() -> jdbc.sql("select id from reminders.reminder").query(UUID.class).single());

    assertThat(
            own.stop(
                Caller.visitor(),
                new OwnReminders.Key.Here("0".repeat(64)),
                new EventReminderId(id)))
        .isFalse();
    assertThat(jdbc.sql("select count(*) from reminders.recipient").query(Integer.class).single())
        .isZero();
    assertThat(rows("recipient")).isOne();
  }

  private static final String PHONE = "https://fcm.googleapis.com/fcm/send/aino";

  @Test
  void aDeviceIsRemindedWithoutAnAddressOrAWordOfTheEvent() throws Exception {
    Event cafe = aCafe();
    String path = "/fi/muistuta/" + calendar.find(cafe.id()).orElseThrow().slug();
    Cookie cookie =
        Objects.requireNonNull(
            mvc.perform(
                    post(path)
                        .with(csrf())
                        .param("time", TUESDAY.toString())
                        .param("endpoint", PHONE))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookie("rinnalla-reminders"));
    String list =
        mvc.perform(get("/fi/muistutukset").cookie(cookie))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(list).contains("Perhekahvila " + run, "Tähän laitteeseen");

    roundAt(23, 17, 0);
    roundAt(23, 17, 30);
    String called = Ways.letters(outbox, PHONE);
    assertThat(called.split("\n")).hasSize(1);
    assertThat(called).doesNotContain("Perhekahvila", "perhekahvila");

    events.publishEvent(
        new PushAddressGone(
            new PushAddressId(
                house.step(() ->
                    jdbc.sql("select id from reminders.recipient").query(UUID.class).single()))));
    assertThat(rows("recipient") + rows("reminder")).isZero();
  }

  @Test
  void anAddressThatIsNoPushServiceIsRefused() throws Exception {
    String path = "/fi/muistuta/" + calendar.find(aCafe().id()).orElseThrow().slug();
    for (String endpoint :
        List.of("http://127.0.0.1", "https://127.0.0.1/x", "https://example.org/" + "x", "x y")) {
      mvc.perform(
              post(path).with(csrf()).param("time", TUESDAY.toString()).param("endpoint", endpoint))
          .andExpect(status().isUnprocessableContent());
    }
    assertThat(rows("recipient")).isZero();
  }
}
