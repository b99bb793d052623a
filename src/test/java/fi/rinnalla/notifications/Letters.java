package fi.rinnalla.notifications;

import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/// Letters of made-up people.
final class Letters {
  static final EmailAddress AINO = new EmailAddress("aino@example.org");

  private Letters() {}

  static Letter aSignInLink() {
    return Letter.now(
            AINO,
            Lang.FI,
            "Kirjautumislinkki",
            List.of("Hei!", "Pääset sisään tästä. Linkki toimii 15 minuuttia."),
            "test/" + UUID.randomUUID())
        .withLink("Kirjaudu", URI.create("https://rinnalla.example/fi/sisaan/salaisuus-1"));
  }

  static Letter aReminder() {
    return Letter.calm(
        AINO, Lang.FI, "Sinulla on uusi viesti", List.of("Katso se."), "test/" + UUID.randomUUID());
  }
}
