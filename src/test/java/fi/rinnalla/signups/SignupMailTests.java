package fi.rinnalla.signups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.KnownPort;
import fi.rinnalla.signups.ComingFamilies.Cafe;
import fi.rinnalla.signups.Signup.Aim;
import fi.rinnalla.storage.HouseWork;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// The letters as they come to a real mail server: a subject that says nothing, and words that say
/// how it truly stands.
@HouseTest
@Import(ComingFamilies.class)
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=false",
      "rinnalla.notifications.smtp.host=127.0.0.1",
      "rinnalla.notifications.smtp.from=posti@rinnalla.example",
      "rinnalla.notifications.smtp.tls=none"
    })
class SignupMailTests {
  private static final int PORT = KnownPort.free();

  @Autowired ComingFamilies families;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;

  private final GreenMail server =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

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

  @Test
  void theLetterSaysHowItTrulyStandsAndItsSubjectNothing() throws Exception {
    Cafe cafe = families.aCafeOf(1);

    String first = families.held(families.take(cafe, Aim.SEAT, 1));
    families.send(first, "Aino", cafe.mail("aino"), Aim.SEAT);
    assertThat(words(newest(1))).contains("Vahvista ilmoittautuminen", "Vielä et ole mukana");
    families.own.confirm(fi.rinnalla.identity.Caller.visitor(), link(newest(1)));
    assertThat(words(newest(2))).contains("paikka on teidän").doesNotContain("jonossa");

    String second = families.held(families.take(cafe, Aim.QUEUE, 1));
    families.send(second, "Bea", cafe.mail("bea"), Aim.QUEUE);
    assertThat(words(newest(3))).contains("kaikki paikat ovat varattuja", "Vielä et ole jonossa");
    families.own.confirm(fi.rinnalla.identity.Caller.visitor(), link(newest(3)));
    assertThat(words(newest(4)))
        .contains("olet jonossa sijalla 1", "Paikkaa ei vielä ole")
        .doesNotContain("paikka on teidän");

    for (MimeMessage it : server.getReceivedMessages()) {
      assertThat(it.getSubject()).isEqualTo("Viesti ilmoittautumisestasi");
    }
  }

  /// The last of so many letters.
  private MimeMessage newest(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> server.getReceivedMessages().length >= count);
    return List.of(server.getReceivedMessages()).get(count - 1);
  }

  private static String words(MimeMessage letter) throws Exception {
    return String.valueOf(((Multipart) letter.getContent()).getBodyPart(0).getContent());
  }

  private static OwnSignups.Key.ByLink link(MimeMessage letter) throws Exception {
    var token = java.util.regex.Pattern.compile("/fi/omat/([0-9a-f]{64})").matcher(words(letter));
    assertThat(token.find()).isTrue();
    return new OwnSignups.Key.ByLink(token.group(1));
  }
}
