package fi.rinnalla.notifications;

import fi.rinnalla.storage.CannotStart;
import gg.jte.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which way letters leave this house: by a mail server when one is named, onto a page in the
/// demonstration, otherwise not at all.
@Configuration(proxyBeanMethods = false)
class Carriage {
  private static final Logger log = LoggerFactory.getLogger(Carriage.class);

  @Bean
  Carrier carrier(NotificationsSettings settings, DemoOutbox demo, TemplateEngine templates) {
    NotificationsSettings.Smtp smtp = settings.smtp();
    if (smtp.isSetUp()) {
      return new SmtpCarrier(smtp, from(smtp), templates);
    }
    if (demo.isOpen()) {
      tell(settings, "The letters of this demonstration are shown to everyone at /demo/mail.");
      return demo.carrier();
    }
    tell(
        settings,
        "Mail is not set up, so no letter leaves: set RINNALLA_SMTP_HOST and RINNALLA_SMTP_FROM.");
    return new Carrier.Nobody();
  }

  private static void tell(NotificationsSettings settings, String line) {
    if (settings.delivers()) {
      log.warn(line);
    }
  }

  private static EmailAddress from(NotificationsSettings.Smtp smtp) {
    return EmailAddress.find(smtp.from())
        .orElseThrow(() ->
            new CannotStart(
                "RINNALLA_SMTP_HOST is set, but RINNALLA_SMTP_FROM isn't an e-mail address.",
                "Set it to the plain address that letters come from, without a name.",
                null));
  }
}
