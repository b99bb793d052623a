package fi.rinnalla.advice;

import static fi.rinnalla.advice.DutyTable.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Talks between somebody without a name and whoever is on duty.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class ChatsTests {
  @Autowired DutyTable table;
  @Autowired VisitorChats visitors;
  @Autowired AdviserChats chats;
  @Autowired Duty duty;
  @Autowired Desks desks;
  @Autowired AdvicePassing passing;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;

  private Organization ours;
  private UUID desk;
  private Caller sanna;
  private Caller joel;

  @BeforeEach
  void aDeskWithTwoAdvisers() throws Exception {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from advice.desk").update());
    ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
    joel = table.anAdviser(desk, ours, "Joel");
  }

  @Test
  void aVisitorStandsInAQueueUntilAnAdviserTakesHer() throws Exception {
    String first = table.comes(desk);
    String second = table.comes(desk);
    assertThat(table.talk(second).place()).isEqualTo(2);

    table.takes(sanna, desk, first);

    assertThat(table.talk(first).place()).isZero();
    assertThat(table.talk(first).chat().adviserName()).isEqualTo("Sanna");
    assertThat(table.talk(first).messages().getLast().name()).isEqualTo("Sanna");
    assertThat(table.talk(second).place()).isOne();
  }

  @Test
  void ofTwoWhoTakeTheSameOneOneHasIt() throws Exception {
    for (int round = 0; round < 10; round++) {
      String token = table.comes(desk);
      UUID chat = table.chat(token);
      try (var both = Executors.newFixedThreadPool(2)) {
        Future<AdviserChats.Outcome> one = both.submit(() -> take(sanna, chat));
        Future<AdviserChats.Outcome> other = both.submit(() -> take(joel, chat));
        assertThat(List.of(one.get(), other.get()))
            .containsExactlyInAnyOrder(
                new AdviserChats.Outcome.Done(), new AdviserChats.Outcome.TooLate());
      }
      visitors.leave(token);
    }
  }

  private AdviserChats.Outcome take(Caller adviser, UUID chat) throws Exception {
    return as(adviser, () -> chats.take(adviser, desk, chat));
  }

  @Test
  void nobodyTakesMoreThanTheyHaveSeats() throws Exception {
    table.takes(sanna, desk, table.comes(desk));
    table.takes(sanna, desk, table.comes(desk));

    assertThat(table.takes(sanna, desk, table.comes(desk)))
        .isEqualTo(new AdviserChats.Outcome.NoSeat());
  }

  @Test
  void theSameFormSentTwiceIsOneMessage() {
    String token = table.comes(desk);
    UUID key = UUID.randomUUID();

    assertThat(visitors.say(token, key, "Hei")).isEqualTo(new VisitorChats.Said.Done(1));
    assertThat(visitors.say(token, key, "Hei")).isEqualTo(new VisitorChats.Said.Done(1));

    assertThat(table.words(token)).containsExactly("Hei");
  }

  @Test
  void messagesAreNumberedWithoutAGapHoweverManySpeakAtOnce() throws Exception {
    String token = table.comes(desk);
    table.takes(sanna, desk, token);
    try (var many = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean hers = i % 2 == 0;
        all.add(
            many.submit(() ->
                hers
                    ? visitors.say(token, UUID.randomUUID(), "kysyn")
                    : table.says(sanna, desk, token, "vastaan")));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(table.talk(token).messages().stream().map(ChatMessage::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 41).boxed().toList());
  }

  @Test
  void anEmptyMessageAndOneThatIsTooLongAreNotTaken() throws Exception {
    String token = table.comes(desk);
    table.takes(sanna, desk, token);

    assertThat(visitors.say(token, UUID.randomUUID(), " "))
        .isEqualTo(new VisitorChats.Said.NotGood());
    assertThat(visitors.say(token, UUID.randomUUID(), "x".repeat(2001)))
        .isEqualTo(new VisitorChats.Said.NotGood());
    assertThat(table.says(sanna, desk, token, "x".repeat(2001)))
        .isEqualTo(new AdviserChats.Outcome.NotGood());
    assertThat(table.talk(token).messages()).hasSize(1);
  }

  @Test
  void anAdviserWhoIsLostIsToldAndAnotherGoesOnWithTheWholeText() throws Exception {
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), "Perhekahvila lähellä?");
    table.takes(sanna, desk, token);
    table.says(sanna, desk, token, "Katson heti");
    clock.pass(Duration.ofSeconds(100));
    as(joel, () -> duty.beat(joel, desk));
    visitors.find(token);
    String later = table.comes(desk);
    clock.pass(Duration.ofSeconds(30));

    passing.pass();

    assertThat(table.talk(token).place()).as("first in the queue").isOne();
    assertThat(table.talk(later).place()).isEqualTo(2);
    assertThat(table.words(token)).endsWith("lost");
    assertThat(table.takes(joel, desk, token)).isEqualTo(new AdviserChats.Outcome.Done());
    assertThat(as(joel, () -> chats.open(joel, desk, table.chat(token))).messages())
        .extracting(ChatMessage::body)
        .contains("Perhekahvila lähellä?", "Katson heti");
    assertThatThrownBy(() -> as(sanna, () -> chats.open(sanna, desk, table.chat(token))))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void onlyAVisitorWhoseTurnItIsGrowsIdle() throws Exception {
    String waits = table.comes(desk);
    String silent = table.comes(desk);
    table.takes(sanna, desk, waits);
    table.takes(sanna, desk, silent);
    table.says(sanna, desk, silent, "Kerro lisää");

    passMinutes(5);
    assertThat(table.words(silent)).endsWith("idle");
    assertThat(table.words(waits)).doesNotContain("idle");
    passMinutes(5);

    assertThat(table.talk(silent).chat().outcome()).isEqualTo(Chat.Outcome.IDLE);
    assertThat(table.words(silent)).filteredOn("idle"::equals).hasSize(1);
    assertThat(table.talk(waits).chat().state()).isEqualTo(Chat.State.ACTIVE);
  }

  @Test
  void whoeverWaitsLongIsOfferedToLeaveAQuestionAndIsThenAskedTo() throws Exception {
    String token = table.comes(desk);
    for (int minutes = 0; minutes < 12; minutes++) {
      visitors.find(token);
      passMinutes(1);
    }
    assertThat(table.words(token)).containsExactly("long_wait");
    for (int minutes = 0; minutes < 30; minutes++) {
      visitors.find(token);
      passMinutes(1);
    }

    assertThat(table.talk(token).chat().outcome()).isEqualTo(Chat.Outcome.UNANSWERED);
    assertThat(tally("unanswered")).isOne();
  }

  @Test
  void whoeverLeftTheQueueWithoutAWordStandsInItNoMore() {
    String gone = table.comes(desk);
    String here = table.comes(desk);
    clock.pass(Duration.ofMinutes(5));
    visitors.find(here);

    passing.pass();

    assertThat(table.talk(gone).chat().isClosed()).isTrue();
    assertThat(table.talk(here).place()).isOne();
  }

  /// Minutes in which the advisers are there.
  private void passMinutes(int minutes) throws Exception {
    for (int i = 0; i < minutes; i++) {
      clock.pass(Duration.ofMinutes(1));
      as(sanna, () -> duty.beat(sanna, desk));
      as(joel, () -> duty.beat(joel, desk));
      passing.pass();
    }
  }

  @Test
  void aNoteOfAHandOverIsSeenByTheNextAdviserOnly() throws Exception {
    String token = table.comes(desk);
    table.takes(sanna, desk, token);

    assertThat(
            as(
                sanna,
                () ->
                    chats.handTo(
                        sanna, desk, table.chat(token), joel.person().id(), "Puhuu ruotsia")))
        .isEqualTo(new AdviserChats.Outcome.Done());

    assertThat(as(joel, () -> chats.open(joel, desk, table.chat(token))).chat().note())
        .isEqualTo("Puhuu ruotsia");
    assertThat(table.words(token)).doesNotContain("Puhuu ruotsia");
    assertThatThrownBy(() -> table.says(sanna, desk, token, "vielä"))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void whatAnAdviserHasNobodyElseReads() throws Exception {
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), "Vain sinulle");
    table.takes(sanna, desk, token);
    UUID chat = table.chat(token);
    Caller owner = table.someone(Role.ORG_OWNER, ours);
    Organization others = table.anOrganization();
    UUID elsewhere = table.aDesk(others);
    Caller stranger = table.anAdviser(elsewhere, others, "Vieras");

    for (Caller caller : List.of(owner, stranger, joel)) {
      assertThatThrownBy(() -> as(caller, () -> chats.open(caller, desk, chat)))
          .isInstanceOf(NoSuchRecord.class);
      assertThat(as(caller, () -> seen(chat))).as("the second wall").isZero();
    }
    assertThatThrownBy(() -> as(stranger, () -> chats.open(stranger, elsewhere, chat)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(as(sanna, () -> seen(chat))).isEqualTo(2);
    as(
        sanna,
        () ->
            chats.close(
                sanna, desk, chat, Chat.Outcome.RESOLVED, Optional.of(Topic.COPING), false));
    assertThat(as(sanna, () -> seen(chat))).as("a closed one, for its adviser").isZero();
    assertThatThrownBy(() -> as(sanna, () -> chats.open(sanna, desk, chat)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(as(sanna, () -> duty.look(sanna, desk)).closed())
        .singleElement()
        .satisfies(it -> assertThat(it.tag()).contains(Topic.COPING));
  }

  private int seen(UUID chat) {
    return transaction.execute(_ ->
        jdbc.sql("select count(*) from advice.message where chat = :chat")
            .param("chat", chat)
            .query(Integer.class)
            .single());
  }

  @Test
  void aTokenOpensItsOwnTalkAndNothingElseDoes() {
    String token = table.comes(desk);

    assertThat(visitors.find(token.replace(token.charAt(0), token.charAt(0) == 'a' ? 'b' : 'a')))
        .isEmpty();
    assertThat(visitors.find("' or true --")).isEmpty();
    assertThat(jdbc.sql("select count(*) from advice.chat").query(Integer.class).single())
        .as("nobody's eyes")
        .isZero();
  }

  @Test
  void aBarHoldsForTheDayAndNothingElseKnowsWhoseItIs() throws Exception {
    String connection = "connection-" + UUID.randomUUID();
    String token = table.comes(desk, connection);
    table.takes(sanna, desk, token);
    as(
        sanna,
        () ->
            chats.close(
                sanna, desk, table.chat(token), Chat.Outcome.ABUSE, Optional.empty(), true));

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> begin(connection) instanceof VisitorChats.Began.Barred);
    assertThat(begin("another")).isInstanceOf(VisitorChats.Began.Waiting.class);
    assertThat(rowsWith(connection)).containsExactly("advice.bar");
    clock.pass(Duration.ofDays(1));
    as(sanna, () -> duty.shift(sanna, desk, Adviser.Shift.ON, 2));
    assertThat(begin(connection)).isInstanceOf(VisitorChats.Began.Waiting.class);
  }

  private VisitorChats.Began begin(String connection) {
    return visitors.begin(desk, Lang.FI, Optional.empty(), new CallerToday(connection));
  }

  @Test
  void aDayAfterATalkNoWordOfItIsLeftAndItIsCounted() throws Exception {
    String canary = "kanarialintu" + UUID.randomUUID().toString().replace("-", "");
    String token = table.comes(desk);
    visitors.say(token, UUID.randomUUID(), canary + " on kotona");
    table.takes(sanna, desk, token);
    table.says(sanna, desk, token, "Niinkö, " + canary);
    as(
        sanna,
        () -> chats.handTo(sanna, desk, table.chat(token), joel.person().id(), "muista " + canary));
    assertThat(rowsWith(canary)).as("sealed").isEmpty();
    assertThat(table.words(token)).anyMatch(it -> it.contains(canary));
    visitors.leave(token);
    assertThat(table.words(token)).as("kept for its visitor").anyMatch(it -> it.contains(canary));

    clock.pass(Duration.ofHours(23));
    passing.forget();

    assertThat(rowsWith(canary)).isEmpty();
    assertThat(visitors.find(token)).isEmpty();
    assertThat(tally("contact")).isOne();
    assertThat(tally("answered")).isOne();
    assertThat(tally("visitor_left")).isOne();
  }

  /// The tables in which some row has the words, of all there are.
  private List<String> rowsWith(String words) {
    return house.step(() ->
        jdbc
            .sql(
                """
                select schemaname || '.' || tablename from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema')
                   and has_table_privilege(schemaname || '.' || tablename, 'select')
                """)
            .query((row, _) -> row.getString(1))
            .list()
            .stream()
            .filter(it ->
                jdbc.sql("select count(*) from " + it + " t where t::text like :words")
                        .param("words", "%" + words + "%")
                        .query(Integer.class)
                        .single()
                    > 0)
            .toList());
  }

  @Test
  void oneWhoComesWhenNobodyIsThereIsToldAndCounted() throws Exception {
    as(sanna, () -> duty.shift(sanna, desk, Adviser.Shift.OFF, 2));
    as(joel, () -> duty.shift(joel, desk, Adviser.Shift.PAUSED, 2));

    assertThat(begin("c")).isInstanceOf(VisitorChats.Began.NotOpen.class);
    assertThat(tally("outside")).isOne();
    assertThat(tally("contact")).isZero();
  }

  private int tally(String what) {
    return house.step(() ->
        jdbc.sql(
                """
                select coalesce(sum(times), 0) from advice.tally
                 where desk = :desk and what = :what
                """)
            .param("desk", desk)
            .param("what", what)
            .query(Integer.class)
            .single());
  }
}
