package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.KnownPort;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import gg.jte.TemplateEngine;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// Letters to a real mail server, which the tests may stop. Only a test that says so waits for what
/// happens by itself.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.search.follow=false",
      "rinnalla.notifications.smtp.host=127.0.0.1",
      "rinnalla.notifications.smtp.from=posti@rinnalla.example",
      "rinnalla.notifications.smtp.tls=none"
    })
class SmtpTests {
  private static final int PORT = KnownPort.free();

  @Autowired Outbox outbox;
  @Autowired Notifications notifications;
  @Autowired Postman postman;
  @Autowired Carrier carrier;
  @Autowired NotificationsSettings settings;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TemplateEngine templates;
  @Autowired WebApplicationContext context;
  @Autowired LetterRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired PushCarrier pushes;
  @Autowired GivenClock.Settable clock;

  private final GreenMail server = newServer();

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.notifications.smtp.port", () -> PORT);
  }

  @BeforeEach
  void begin() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from notifications.letter").update());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void send(Letter letter) {
    transaction.executeWithoutResult(_ -> notifications.send(letter));
  }

  private List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  private MimeMessage theOne() {
    await().atMost(Duration.ofSeconds(10)).until(() -> received().size() == 1);
    return received().getFirst();
  }

  private void untilFinished() {
    await().atMost(Duration.ofSeconds(10)).until(() -> rows.waiting() == 0);
  }

  private int tries() {
    return house.step(() ->
        jdbc.sql("select max(tries) from notifications.letter").query(Integer.class).single());
  }

  @Test
  void aSignInLinkIsThereInASecondOrTwo() throws Exception {
    long before = System.nanoTime();
    send(Letters.aSignInLink());

    MimeMessage mail = theOne();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    assertThat(mail.getSubject()).isEqualTo("Kirjautumislinkki");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("aino@example.org"));
    assertThat(mail.getFrom())
        .containsExactly(new InternetAddress("posti@rinnalla.example", "Rinnalla"));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("fi");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@rinnalla\\.example>");
    assertThat(part(mail, 0)).contains("https://rinnalla.example/fi/sisaan/salaisuus-1");
    assertThat(part(mail, 1))
        .contains("<a href=\"https://rinnalla.example/fi/sisaan/salaisuus-1\">Kirjaudu</a>");
  }

  @Test
  void finnishAndSwedishLettersArriveAsWrittenAndMarkupStaysWords() throws Exception {
    String words = "Tervetuloa perhekahvilaan, Åsa & Örjan! <b>Ei lihavoida.</b> 👋";
    send(
        Letter.now(Letters.AINO, Lang.SV, "Hälsning från Åbo – öppet", List.of(words), "åäö")
            .withUnsubscribe(URI.create("https://rinnalla.example/sv/nej?x=1")));

    MimeMessage mail = theOne();
    assertThat(mail.getSubject()).isEqualTo("Hälsning från Åbo – öppet");
    assertThat(part(mail, 0)).isEqualTo(words + "\r\n");
    assertThat(part(mail, 1)).contains("Åsa &amp; Örjan! &lt;b&gt;Ei lihavoida.&lt;/b&gt; 👋");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://rinnalla.example/sv/nej?x=1>");
  }

  @Test
  void aTextOfTwoThousandLettersArrivesWhole() throws Exception {
    String words = "Päivää ".repeat(286).substring(0, 2000);
    send(Letter.now(Letters.AINO, Lang.FI, "Pitkä kirje", List.of(words), "long"));

    MimeMessage mail = theOne();
    assertThat(part(mail, 0)).isEqualTo(words + "\r\n");
    assertThat(part(mail, 1)).contains(words);
    // RFC 5321 §4.5.3.1.6: a line has at most 1000 octets, its end among them.
    byte[] raw = received().getFirst().getRawInputStream().readAllBytes();
    assertThat(new String(raw, StandardCharsets.US_ASCII).lines())
        .allMatch(line -> line.length() < 999);
  }

  @Test
  void theMailProgramsButtonIsOfferedWhereOnePostEndsIt() throws Exception {
    URI stop = URI.create("https://rinnalla.example/fi/ala-muistuta/salaisuus");
    send(Letter.now(Letters.AINO, Lang.FI, "Muistutus", List.of("Hei"), "k").withUnsubscribe(stop));

    MimeMessage mail = theOne();
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void nothingLeavesWhenTheTransactionRollsBack() throws InterruptedException {
    transaction.executeWithoutResult(status -> {
      notifications.send(Letters.aSignInLink());
      status.setRollbackOnly();
    });

    assertThat(postman.deliver()).isZero();
    Thread.sleep(300);
    assertThat(received()).isEmpty();
    assertThat(rows.waiting()).isZero();
  }

  @Test
  void aLetterHandedInTwiceIsSentOnce() throws InterruptedException {
    Letter letter = Letters.aSignInLink();
    send(letter);
    send(letter);
    untilFinished();
    send(letter);
    postman.deliver();
    Thread.sleep(300);

    assertThat(received()).hasSize(1);
  }

  @Test
  void whatALetterSaidIsErasedWhenItHasLeftAndItsOutcomeThreeMonthsLater() {
    send(Letters.aSignInLink());
    untilFinished();

    assertThat(table()).doesNotContain("aino", "salaisuus", "Kirjautumislinkki").contains("SENT");

    clock.pass(Duration.ofDays(89));
    postman.forget();
    assertThat(table()).contains("SENT");
    clock.pass(Duration.ofDays(2));
    postman.forget();
    assertThat(table()).isEmpty();
  }

  @Test
  void aServerThatWasDownGetsTheLetterOnceAfterwards(CapturedOutput log) throws Exception {
    server.stop();
    send(Letters.aSignInLink());
    await().atMost(Duration.ofSeconds(10)).until(() -> tries() == 1);
    assertThat(postman.deliver()).isZero();
    assertThat(tries()).as("not before its time").isEqualTo(1);

    clock.pass(Duration.ofSeconds(15));
    assertThat(postman.deliver()).isZero();
    assertThat(tries()).isEqualTo(2);

    server.start();
    clock.pass(Duration.ofSeconds(29));
    assertThat(postman.deliver()).as("the wait has doubled").isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(postman.deliver()).isZero();

    assertThat(received()).hasSize(1);
    assertThat(log).contains("was not sent at try 2: ConnectException");
    // The fake server has a log of its own.
    assertThat(log.getAll().lines().filter(line -> !line.contains("icegreen")))
        .noneMatch(line -> line.contains("aino@") || line.contains("salaisuus"));
  }

  @Test
  void aLetterThatNobodyTakesIsGivenUpAndErased() {
    server.stop();
    send(Letters.aSignInLink());
    await().atMost(Duration.ofSeconds(10)).until(() -> tries() == 1);

    clock.pass(Duration.ofDays(3));
    server.start();
    assertThat(postman.deliver()).isZero();

    assertThat(received()).isEmpty();
    assertThat(table()).contains("FAILED").doesNotContain("aino", "salaisuus");
  }

  @Test
  void aLinkThatNoLongerOpensIsNotSent() {
    server.stop();
    send(Letters.aSignInLink().goodUntil(clock.instant().plusSeconds(900)));
    await().atMost(Duration.ofSeconds(10)).until(() -> tries() == 1);

    clock.pass(Duration.ofMinutes(15));
    server.start();
    assertThat(postman.deliver()).isZero();
    assertThat(table()).contains("FAILED").doesNotContain("salaisuus");
  }

  @Test
  void fourSendersAtOnceSendEachLetterOnce() throws InterruptedException {
    // Held back by a minute, so that nothing leaves before all are ready.
    int letters = 40;
    for (int i = 0; i < letters; i++) {
      send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(60)));
    }
    clock.pass(Duration.ofMinutes(1));
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> senders =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> {
                      waitFor(go);
                      postman.deliver();
                    }))
            .toList();
    go.countDown();
    for (Thread sender : senders) {
      sender.join();
    }

    assertThat(received()).hasSize(letters);
    assertThat(received().stream().map(SmtpTests::id).distinct()).hasSize(letters);
  }

  @Test
  void aFrozenSenderKeepsItsLetterAndTheOthersGoPast() throws InterruptedException {
    CountDownLatch frozen = new CountDownLatch(1);
    CountDownLatch thaw = new CountDownLatch(1);
    Postman slow =
        postman((id, letter, now, held) -> {
          frozen.countDown();
          waitFor(thaw);
          carrier.carry(id, letter, now, held);
        });
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofSeconds(1));
    Thread sender = Thread.ofPlatform().start(slow::deliver);
    waitFor(frozen);
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofHours(1));

    assertThat(postman.deliver()).isEqualTo(1);
    thaw.countDown();
    sender.join();
    assertThat(received().stream().map(SmtpTests::id).distinct()).hasSize(2);
    assertThat(received()).hasSize(2);
  }

  @Test
  void aSenderThatDiesIsFollowedByAnotherWhoseLetterIsTheSame() {
    Postman dying =
        postman((id, letter, now, held) -> {
          carrier.carry(id, letter, now, held);
          throw new InternalError("dies after the server took it and before it's marked");
        });
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofSeconds(1));

    assertThatThrownBy(dying::deliver).isInstanceOf(InternalError.class);
    assertThat(postman.deliver()).isEqualTo(1);

    assertThat(received()).hasSize(2);
    assertThat(received().stream().map(SmtpTests::id).distinct()).hasSize(1);
  }

  @Test
  void aSenderThatFrozeUntilItsLetterWasLostSendsNothingWhenItGoesOn() {
    Postman frozen =
        postman((id, letter, now, held) -> {
          // As PostgreSQL does by itself to a session that says nothing for long.
          assertThat(held.getAsBoolean()).isTrue();
          int session = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
          endsSession(session);
          carrier.carry(id, letter, now, held);
        });
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofSeconds(1));

    assertThatThrownBy(frozen::deliver).isInstanceOf(RuntimeException.class);
    assertThat(received()).isEmpty();
    assertThat(postman.deliver()).isEqualTo(1);
    assertThat(received()).hasSize(1);
  }

  /// Another connection has PostgreSQL end one.
  private void endsSession(int session) {
    try (var other = dataSource.getConnection();
        var statement = other.createStatement()) {
      statement.execute("reset role");
      statement.execute("select pg_terminate_backend(" + session + ", 10000)");
      statement.execute("set role rinnalla_app");
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Test
  void aLetterThatWeCannotMakeHoldsUpNoOther(CapturedOutput log) {
    AtomicBoolean first = new AtomicBoolean(true);
    Postman faulty =
        postman((id, letter, now, held) -> {
          if (first.getAndSet(false)) {
            throw new IllegalStateException("about " + letter.to().value());
          }
          carrier.carry(id, letter, now, held);
        });
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofSeconds(1));

    assertThat(faulty.deliver()).isEqualTo(1);
    assertThat(rows.waiting()).isEqualTo(1);
    assertThat(log).contains("IllegalStateException").doesNotContain("about aino");
  }

  @Test
  void aServerThatCannotEncryptIsToldNothing() {
    SmtpCarrier careful =
        new SmtpCarrier(
            new NotificationsSettings.Smtp(
                "127.0.0.1", PORT, "", "", "", NotificationsSettings.Tls.STARTTLS),
            new EmailAddress("posti@rinnalla.example"),
            templates);

    assertThatThrownBy(() ->
            careful.carry(
                new LetterId(UUID.randomUUID()),
                Letters.aSignInLink(),
                clock.instant(),
                () -> true))
        .isInstanceOf(Carrier.Undelivered.class)
        .hasMessageNotContaining("aino");
    assertThat(received()).isEmpty();
  }

  @Test
  void aLetterRefusedForGoodIsNotTriedAgainAndTheLogSaysWhy(CapturedOutput log) throws Exception {
    try (Refusing server = new Refusing("RCPT", "550 5.1.1 aino@example.org is unknown here")) {
      assertThat(knock(server).deliver()).isZero();
    }

    assertThat(table()).contains("FAILED").doesNotContain("aino", "salaisuus");
    assertThat(log)
        .contains("was refused for good and thrown away")
        .contains("550 5.1.1")
        .doesNotContain("aino@example.org is unknown");
  }

  @Test
  void aLetterWhoseWordsAreRefusedForGoodIsNotTriedAgain() throws Exception {
    try (Refusing server = new Refusing("DATA", "554 no such letters")) {
      assertThat(knock(server).deliver()).isZero();
    }

    assertThat(table()).contains("FAILED");
  }

  @Test
  void aLetterRefusedForNowIsTriedAgain() throws Exception {
    try (Refusing server = new Refusing("RCPT", "451 4.7.1 greylisted")) {
      knock(server).deliver();
    }

    assertThat(rows.waiting()).isEqualTo(1);
    assertThat(tries()).isEqualTo(1);
  }

  @Test
  void whenOurOwnSenderIsRefusedNoLetterIsLost() throws Exception {
    try (Refusing server = new Refusing("MAIL", "550 who are you")) {
      knock(server).deliver();
    }

    assertThat(rows.waiting()).isEqualTo(1);
  }

  @Test
  void whoLeavesGetsNoneOfTheLettersThatWaited() {
    Letter toAnother =
        Letter.calm(
            new EmailAddress("olga@example.org"), Lang.FI, "Viesti", List.of("Hei"), "to/another");
    send(Letters.aReminder().heldUntil(clock.instant().plusSeconds(60)));
    send(toAnother.heldUntil(clock.instant().plusSeconds(60)));

    transaction.executeWithoutResult(
        _ -> notifications.forget(new EmailAddress("Aino@example.org")));

    assertThat(rows.waiting()).isEqualTo(1);
    assertThat(String.join("\n", outbox.letters())).contains("olga@").doesNotContain("aino@");
    assertThat(table()).as("what waits is sealed").doesNotContain("olga@");
  }

  /// A postman at the door of that server, with a letter that is due.
  private Postman knock(Refusing server) {
    SmtpCarrier there =
        new SmtpCarrier(
            new NotificationsSettings.Smtp(
                "127.0.0.1", server.port(), "", "", "", NotificationsSettings.Tls.NONE),
            new EmailAddress("posti@rinnalla.example"),
            templates);
    send(Letters.aSignInLink().heldUntil(clock.instant().plusSeconds(1)));
    clock.pass(Duration.ofSeconds(1));
    return postman(there::carry);
  }

  @Test
  void whereLettersReallyLeaveThereIsNoPageOfThem() throws Exception {
    MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get("/demo/mail"))
        .andExpect(status().isNotFound());
  }

  private interface Carrying {
    void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held)
        throws Carrier.Undelivered;
  }

  private Postman postman(Carrying carrying) {
    Carrier by =
        new Carrier() {
          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void carry(LetterId id, Letter letter, Instant now, BooleanSupplier held)
              throws Undelivered {
            carrying.carry(id, letter, now, held);
          }
        };
    return new Postman(rows, by, pushes, settings, transactions, clock);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
    assertThat(part.getContentType())
        .isEqualToIgnoringCase((number == 0 ? "text/plain" : "text/html") + "; charset=UTF-8");
    return (String) part.getContent();
  }

  private String table() {
    return String.join(
        "\n",
        house.step(() ->
            jdbc.sql("select letter::text from notifications.letter as letter")
                .query(String.class)
                .list()));
  }

  private static GreenMail newServer() {
    return new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }
}
