package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// Letters of the demonstration, and when a letter leaves.
@HouseTest
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.search.follow=false",
      "rinnalla.notifications.delivers=false"
    })
class DemoMailTests {
  @Autowired Notifications notifications;
  @Autowired Postman postman;
  @Autowired DemoOutbox outbox;
  @Autowired LetterRows rows;
  @Autowired NotificationsSettings settings;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TransactionTemplate transaction;
  @Autowired HouseWork house;
  @Autowired PushCarrier pushes;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  /// So written, letters have a demonstration and the directory stays empty, which is faster.
  @DynamicPropertySource
  static void demo(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.demo", () -> "yes");
  }

  @BeforeEach
  void begin() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    house.step(() -> jdbc.sql("delete from notifications.demo_letter").update());
  }

  private void send(Letter letter) {
    transaction.executeWithoutResult(_ -> notifications.send(letter));
  }

  private boolean withdraw(Letter letter) {
    return Boolean.TRUE.equals(transaction.execute(_ -> notifications.withdraw(letter.dedupKey())));
  }

  private static Instant at(int day, int hour, int minute) {
    return LocalDateTime.of(2026, 11, day, hour, minute).atZone(Zone.HELSINKI).toInstant();
  }

  private String page(String query) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get("/demo/mail" + query))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void aCalmLetterWaitsForTheMorningAndAnUrgentOneDoesNot() {
    clock.set(at(23, 22, 30));
    send(Letters.aReminder());
    send(Letters.aSignInLink());

    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(outbox.letters()).extracting("subject").containsExactly("Kirjautumislinkki");
    clock.set(at(24, 7, 59));
    assertThat(postman.deliver()).isZero();
    clock.set(at(24, 8, 0));
    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(outbox.letters())
        .extracting("subject")
        .containsExactly("Sinulla on uusi viesti", "Kirjautumislinkki");
  }

  @Test
  void aLetterWaitsForItsTime() {
    send(Letters.aReminder().heldUntil(at(24, 12, 0)));

    clock.set(at(24, 11, 59));
    assertThat(postman.deliver()).isZero();
    clock.set(at(24, 12, 0));
    assertThat(postman.deliver()).isEqualTo(1);
  }

  @Test
  void aReminderOfWhatWasCancelledIsTakenBack() {
    Letter letter = Letters.aReminder().heldUntil(at(24, 12, 0));
    send(letter);

    assertThat(withdraw(letter)).isTrue();
    assertThat(withdraw(letter)).isFalse();
    clock.set(at(24, 12, 0));
    assertThat(postman.deliver()).isZero();

    send(letter);
    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(withdraw(letter)).isFalse();
  }

  @Test
  void nothingIsHandedInOutsideATransaction() {
    assertThatThrownBy(() -> notifications.send(Letters.aSignInLink()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void twoWhoHandInTheSameLetterAtOnceHandInOne() {
    Letter letter = Letters.aReminder();
    transaction.executeWithoutResult(_ -> {
      notifications.send(letter);
      Thread other = Thread.ofPlatform().start(() -> send(letter));
      // It waits for what becomes of ours.
      await().atMost(Duration.ofSeconds(5)).until(() -> waitsForAnother());
      assertThat(other.isAlive()).isTrue();
    });

    await().atMost(Duration.ofSeconds(5)).until(() -> !waitsForAnother());
    assertThat(rows.waiting()).isEqualTo(1);
  }

  private boolean waitsForAnother() {
    return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void withoutMailLettersWaitUntilTheirTimeRunsOut() {
    Postman idle = new Postman(rows, new Carrier.Nobody(), pushes, settings, transactions, clock);
    send(Letters.aSignInLink());

    assertThat(idle.deliver()).isZero();
    assertThat(rows.waiting()).isEqualTo(1);
    clock.pass(settings.giveUpAfter());
    idle.deliver();
    assertThat(rows.waiting()).isZero();
  }

  @Test
  void aLetterThatAnotherNodesKeyHasSealedWaitsForItAndStopsNobody() {
    send(Letters.aSignInLink());
    house.step(() ->
        jdbc.sql(
                """
                update notifications.letter
                   set sealed = overlay(sealed placing 'zz'::bytea from 14)
                """)
            .update());
    clock.pass(Duration.ofSeconds(1));
    send(Letters.aSignInLink());

    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(rows.waiting()).isEqualTo(1);
  }

  @Test
  void aLetterThatAnotherReleaseWroteStopsNobody() {
    send(Letters.aSignInLink());
    house.step(() ->
        jdbc.sql("update notifications.letter set sealed = null, body = '{\"subject\": 1}'")
            .update());
    clock.pass(Duration.ofSeconds(1));
    send(Letters.aSignInLink());

    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(rows.waiting()).isZero();
  }

  @Test
  void thePageShowsTheLettersNewestFirstWithTheirLinksAndEscapesMarkup() throws Exception {
    send(Letters.aSignInLink());
    postman.deliver();
    clock.pass(Duration.ofMinutes(1));
    send(
        Letter.now(
                Letters.AINO,
                Lang.SV,
                "<script>alert(1)</script>",
                List.of("Åsa & <b>Örjan</b>"),
                "test/markup")
            .withLink("<i>Öppna</i>", URI.create("https://rinnalla.example/?a='%22&b=%3Cx%3E")));
    send(Letters.aReminder().heldUntil(at(25, 12, 0)));
    postman.deliver();

    String page = page("");
    assertThat(page)
        .contains("Esittelyn kirjeet", "Saaja: aino@example.org")
        .contains("1 kirje odottaa")
        .contains("<a href=\"https://rinnalla.example/fi/sisaan/salaisuus-1\">Kirjaudu</a>")
        .contains("&lt;script>alert(1)&lt;/script>".replace(">", "&gt;"))
        .contains("Åsa &amp; &lt;b&gt;Örjan&lt;/b&gt;")
        .doesNotContain("<script>alert", "<b>Örjan", "<i>Öppna");
    assertThat(page.indexOf("Örjan")).isLessThan(page.indexOf("Kirjautumislinkki"));
  }

  @Test
  void thePageIsInTheLanguageAskedFor() throws Exception {
    assertThat(page("?lang=sv"))
        .contains("<html lang=\"sv\"", "Demonstrationens brev", "href=\"/demo/mail?lang=en\"");
    assertThat(page("?lang=en")).contains("Letters of the demonstration");
    assertThat(page("?lang=xx")).contains("Esittelyn kirjeet");
  }

  @Test
  void thePageIsOtherwiseInTheLanguageOfTheBrowser() throws Exception {
    String page =
        MockMvcBuilders.webAppContextSetup(context)
            .build()
            .perform(get("/demo/mail").header("Accept-Language", "sv-FI,sv;q=0.9,fi;q=0.8"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);

    assertThat(page).contains("<html lang=\"sv\"", "href=\"/demo?lang=sv\"");
  }

  @Test
  void theDemonstrationForgetsALetterInADay() {
    send(Letters.aSignInLink());
    postman.deliver();

    clock.pass(Duration.ofHours(24).minusSeconds(1));
    postman.forget();
    assertThat(outbox.letters()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(outbox.letters()).isEmpty();
    postman.forget();
    assertThat(
            house.step(() ->
                jdbc.sql("select count(*) from notifications.demo_letter")
                    .query(Long.class)
                    .single()))
        .isZero();
  }
}
