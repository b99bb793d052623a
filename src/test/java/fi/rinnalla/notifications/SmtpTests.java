package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.vocabulary.Lang;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
import org.springframework.transaction.support.TransactionTemplate;

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
  private static final int PORT = freePort();

  @Autowired Notifications notifications;
  @Autowired Postman postman;
  @Autowired LetterRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private final GreenMail server = newServer();

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("rinnalla.notifications.smtp.port", () -> PORT);
  }

  @BeforeEach
  void begin() {
    clock.set(GivenClock.NOW);
    jdbc.sql("delete from notifications.letter").update();
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
    return jdbc.sql("select max(tries) from notifications.letter").query(Integer.class).single();
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
    assertThat(
            new String(server.getReceivedMessages()[0].getRawInputStream().readAllBytes()).lines())
        .allMatch(line -> line.length() < 999);
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
    assertThat(log).doesNotContain("aino@").doesNotContain("salaisuus");
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
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        go.await();
                      } catch (InterruptedException fault) {
                        throw new IllegalStateException(fault);
                      }
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

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException fault) {
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
        jdbc.sql("select letter::text from notifications.letter as letter")
            .query(String.class)
            .list());
  }

  private static GreenMail newServer() {
    return new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
