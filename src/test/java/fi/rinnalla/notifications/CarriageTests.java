package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.storage.CannotStart;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vault.HouseKeys;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@ExtendWith(OutputCaptureExtension.class)
class CarriageTests {
  private final Carriage carriage = new Carriage();

  private Carrier carrier(boolean demo, Map<String, String> settings) {
    Map<String, String> named = new HashMap<>();
    settings.forEach((key, value) -> named.put("rinnalla.notifications." + key, value));
    NotificationsSettings bound =
        new Binder(new MapConfigurationPropertySource(named))
            .bindOrCreate("rinnalla.notifications", NotificationsSettings.class);
    // No letter is carried here, so no row is written.
    JdbcClient nothing = JdbcClient.create(new JdbcTemplate());
    LetterRows none =
        new LetterRows(
            nothing,
            new HouseWork(nothing, new DataSourceTransactionManager()),
            new Json(),
            HouseKeys.in(Path.of("target", "no-keys")));
    return carriage.carrier(
        bound,
        new DemoOutbox(none, bound, demo, Clock.systemUTC()),
        TemplateEngine.createPrecompiled(ContentType.Html));
  }

  @Test
  void withoutMailOneLineSaysSo(CapturedOutput log) {
    assertThat(carrier(false, Map.of()).isOpen()).isFalse();
    assertThat(log).containsOnlyOnce("Mail is not set up").contains("RINNALLA_SMTP_HOST");
  }

  @Test
  void aCommandBesideTheServerSaysNothingOfMail(CapturedOutput log) {
    assertThat(carrier(false, Map.of("delivers", "false")).isOpen()).isFalse();
    assertThat(log).doesNotContain("Mail");
  }

  @Test
  void theDemonstrationSaysThatItShowsLettersToEveryone(CapturedOutput log) {
    assertThat(carrier(true, Map.of()).isOpen()).isTrue();
    assertThat(log).containsOnlyOnce("shown to everyone at /demo/mail");
  }

  @Test
  void aServerIsUsedAlsoInTheDemonstration(CapturedOutput log) {
    assertThat(carrier(true, Map.of("smtp.host", "mail.example", "smtp.from", "a@b.example")))
        .isInstanceOf(SmtpCarrier.class);
    assertThat(log).doesNotContain("/demo/mail");
  }

  @Test
  void aServerWithoutASenderIsASentence() {
    assertThatThrownBy(() -> carrier(false, Map.of("smtp.host", "mail.example")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("RINNALLA_SMTP_FROM");
  }

  @Test
  void settingsDoNotTellThePassword() {
    assertThat(
            new NotificationsSettings.Smtp(
                "mail.example", 587, "u", "salasana", "f", NotificationsSettings.Tls.NONE))
        .hasToString("mail.example:587");
  }
}
