package fi.rinnalla.advice;

import static fi.rinnalla.advice.DutyTable.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.Role;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Questions that are left when nobody can answer at once.
@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class QuestionsTests {
  private static final Pattern LINK = Pattern.compile("/fi/kysymys/([0-9a-f]{64})");

  @Autowired Outbox outbox;
  @Autowired DutyTable table;
  @Autowired LeftQuestions questions;
  @Autowired QuestionAnswers answers;
  @Autowired AdvicePassing passing;
  @Autowired SealingQuestions sealing;
  @Autowired Vault vault;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private Organization ours;
  private UUID desk;
  private Caller sanna;
  private Caller joel;

  @BeforeEach
  void aDesk() throws Exception {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from advice.desk").update());
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
    joel = table.anAdviser(desk, ours, "Joel");
  }

  @Test
  void anAnswerWaitsBehindTheSecretThatOnlyItsWriterHas() throws Exception {
    String secret = questions.secret();
    leave(secret, "Mistä löydän tukiperheen?", LeftQuestion.Reply.LINK, null);
    leave(secret, "Mistä löydän tukiperheen?", LeftQuestion.Reply.LINK, null);
    UUID id = only();

    assertThat(as(sanna, () -> answers.answer(sanna, desk, id, "Soita kunnan neuvontaan.")))
        .isEqualTo(QuestionAnswers.Outcome.DONE);

    LeftQuestion answered = questions.find(secret).orElseThrow();
    assertThat(answered.answer()).isEqualTo("Soita kunnan neuvontaan.");
    assertThat(answered.answeredBy()).isEqualTo("Sanna");
    assertThat(questions.find(questions.secret())).isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  void aLetterSaysNothingOfWhatItIsAboutUnlessItsReaderWishedSo() throws Exception {
    leave(
        questions.secret(),
        "Riitelemme paljon",
        LeftQuestion.Reply.MAIL_LINK,
        EmailAddress.find("kysyja@example.org").orElseThrow());
    UUID id = only();

    as(sanna, () -> answers.answer(sanna, desk, id, "Perheneuvola auttaa riidoissa"));

    String letter = letters().getFirst();
    assertThat(letter)
        .contains("sinulle on viesti")
        .doesNotContain("Riitelemme")
        .doesNotContain("Perheneuvola")
        .doesNotContain("neuvo");
    Matcher link = LINK.matcher(letter);
    assertThat(link.find()).isTrue();
    assertThat(questions.find(link.group(1)).orElseThrow().answer()).contains("Perheneuvola");
    assertThat(addresses()).as("it has left with the letter").isZero();
  }

  @Test
  void whoeverWishedItGetsTheAnswerItselfByMail() throws Exception {
    leave(
        questions.secret(),
        "Mikä on avoin kohtaamispaikka?",
        LeftQuestion.Reply.MAIL_TEXT,
        EmailAddress.find("kysyja@example.org").orElseThrow());
    UUID id = only();

    as(sanna, () -> answers.answer(sanna, desk, id, "Sinne voi vain tulla.\nEi ilmoittautumista."));

    assertThat(letters().getFirst()).contains("Sinne voi vain tulla.", "Ei ilmoittautumista.");
  }

  @Test
  void aQuestionWithoutWordsOrWithoutTheAddressItNeedsIsNotTaken() {
    assertThat(leave(questions.secret(), " ", LeftQuestion.Reply.LINK, null))
        .isEqualTo(LeftQuestions.Left.NOT_GOOD);
    assertThat(leave("short", "Kysyn", LeftQuestion.Reply.LINK, null))
        .isEqualTo(LeftQuestions.Left.NOT_GOOD);
    assertThat(leave(questions.secret(), "Kysyn", LeftQuestion.Reply.MAIL_LINK, null))
        .isEqualTo(LeftQuestions.Left.NO_ADDRESS);
    assertThat(
            house.step(() ->
                jdbc.sql("select count(*) from advice.question").query(Integer.class).single()))
        .isZero();
  }

  @Test
  void oneAdviserTakesAQuestionOnAndItIsAnsweredOnce() throws Exception {
    leave(questions.secret(), "Kysyn", LeftQuestion.Reply.LINK, null);
    UUID id = only();

    assertThat(as(sanna, () -> answers.assign(sanna, desk, id, true)))
        .isEqualTo(QuestionAnswers.Outcome.DONE);
    assertThat(as(joel, () -> answers.assign(joel, desk, id, true)))
        .isEqualTo(QuestionAnswers.Outcome.TOO_LATE);
    as(sanna, () -> answers.answer(sanna, desk, id, "Näin"));
    assertThat(as(joel, () -> answers.answer(joel, desk, id, "Noin")))
        .isEqualTo(QuestionAnswers.Outcome.TOO_LATE);
    Caller owner = table.someone(Role.ORG_OWNER, ours);
    assertThatThrownBy(() -> as(owner, () -> answers.open(owner, desk, id)))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void thirtyDaysAfterItsAnswerAQuestionIsGoneAndItsWriterMayTakeItBackBefore() throws Exception {
    String kept = questions.secret();
    String taken = questions.secret();
    leave(kept, "Ensimmäinen", LeftQuestion.Reply.LINK, null);
    UUID id = only();
    as(sanna, () -> answers.answer(sanna, desk, id, "Näin"));
    leave(taken, "Toinen", LeftQuestion.Reply.LINK, null);

    assertThat(questions.takeBack(taken)).isTrue();
    assertThat(questions.find(taken)).isEmpty();
    clock.pass(Duration.ofDays(30));
    passing.forget();
    assertThat(questions.find(kept)).isPresent();
    clock.pass(Duration.ofMinutes(1));
    passing.forget();
    assertThat(questions.find(kept)).isEmpty();
  }

  @Test
  void wordsAndAddressAreSealedWithAKeyOfTheirOwnThatGoesWithTheQuestion() throws Exception {
    String secret = questions.secret();
    leave(
        secret,
        "Canaryquestion",
        LeftQuestion.Reply.MAIL_LINK,
        EmailAddress.find("canary@example.org").orElseThrow());
    UUID id = only();
    assertThat(row()).doesNotContain("Canaryquestion", "canary@example.org");
    as(sanna, () -> answers.answer(sanna, desk, id, "Canaryanswer"));
    assertThat(row()).doesNotContain("Canaryanswer");
    assertThat(vault.find(id)).isPresent();

    clock.pass(Duration.ofDays(31));
    passing.forget();

    assertThat(vault.find(id)).as("the key").isEmpty();
  }

  /// As the house before it would have left them.
  @Test
  void questionsOfAHouseOfBeforeAreSealedWhenItStarts() throws Exception {
    String secret = questions.secret();
    leave(secret, "Vanha kysymys", LeftQuestion.Reply.LINK, null);
    house.step(() ->
        jdbc.sql(
                """
                update advice.question set body = 'Kysyttiin ennen', answer = '', sealed_body = null
                """)
            .update());

    sealing.run(new DefaultApplicationArguments());

    assertThat(row()).doesNotContain("Kysyttiin ennen");
    assertThat(questions.find(secret).orElseThrow().body()).isEqualTo("Kysyttiin ennen");
  }

  private String row() {
    return house.step(() ->
        jdbc.sql("select cast(q as text) from advice.question q").query(String.class).single());
  }

  @Test
  void theAnswerIsPromisedFromWhenSomebodyIsThereToReadTheQuestion() {
    clock.set(GivenClock.NOW.plus(Duration.ofHours(12)));
    String secret = questions.secret();

    leave(secret, "Illalla", LeftQuestion.Reply.LINK, null);

    // From eight the next morning, 48 hours.
    assertThat(questions.find(secret).orElseThrow().answerBy())
        .isEqualTo(GivenClock.NOW.plus(Duration.ofHours(22 + 48)));
  }

  @Test
  void whoSitsAtTheDeskHearsOnceADayThatAQuestionWaitsAndThatItIsLate() {
    table.anAdviserAt(desk, ours, "aune@tyo.example");
    leave(questions.secret(), "Riitelemme paljon", LeftQuestion.Reply.LINK, null);
    leave(questions.secret(), "Toinenkin asia", LeftQuestion.Reply.LINK, null);

    assertThat(outbox.letters("aune@tyo"))
        .singleElement()
        .asString()
        .contains("odottaa vastausta", "/fi/oma/neuvonta/" + desk)
        .doesNotContain("Riitelemme");

    clock.pass(Duration.ofDays(5));
    passing.pass();
    passing.pass();
    assertThat(outbox.letters("aune@tyo")).hasSize(2);
    assertThat(outbox.letters("aune@tyo").getLast()).contains("vastausaika on jo mennyt");
  }

  private LeftQuestions.Left leave(
      String secret, String words, LeftQuestion.Reply reply, @Nullable EmailAddress email) {
    return questions.leave(desk, secret, Lang.FI, Optional.empty(), words, reply, email);
  }

  private UUID only() {
    return house.step(() -> jdbc.sql("select id from advice.question").query(UUID.class).single());
  }

  private int addresses() {
    return house.step(() ->
        jdbc.sql("select count(*) from advice.question where sealed_email is not null")
            .query(Integer.class)
            .single());
  }

  /// To whoever asked.
  private List<String> letters() {
    return outbox.letters("kysyja@");
  }
}
