package fi.rinnalla.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.rinnalla.vocabulary.Lang;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTests {
  private static final String HIDDEN = "x\r\nBcc: kaikki@example.org";

  @ParameterizedTest
  @ValueSource(
      strings = {HIDDEN, "x\ny", "x\ry", "x\u0000y", "x\u0085y", "x\u2028y", "\ud800", " "})
  void noFieldHoldsALineBreakOrAControlCharacter(String words) {
    Letter good = Letters.aReminder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Letter.now(good.to(), Lang.FI, words, good.paragraphs(), "k"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Letter.now(good.to(), Lang.FI, "Otsikko", List.of("a", words), "k"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Letter.now(good.to(), Lang.FI, "Otsikko", good.paragraphs(), words));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> good.withLink(words, URI.create("https://rinnalla.example")));
    assertThat(EmailAddress.find(words)).isEmpty();
    assertThat(EmailAddress.find("aino@example.org" + words + "z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aino@example.org\r\nBcc: b@example.org",
        "aino@example.org\n.",
        "a@b.fi,c@d.fi",
        "a@b.fi;c@d.fi",
        "Aino <aino@example.org>",
        "\"a b\"@example.org",
        "a b@example.org",
        "aino@",
        "aino@example",
        "@example.org",
        "aino",
        ".aino@example.org",
        "aino.@example.org",
        "a@example..org",
        "a@-example.org",
        "åsa@example.org",
        "a@[127.0.0.1]"
      })
  void whatIsNoPlainAddressIsNone(String written) {
    assertThat(EmailAddress.find(written)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(written));
  }

  @Test
  void anAddressMayBePaddedInAForm() {
    assertThat(EmailAddress.find(" aino.o'neill+rinnalla@posti.example.org "))
        .contains(new EmailAddress("aino.o'neill+rinnalla@posti.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/fi/sisaan",
        "mailto:a@b.fi",
        "data:text/html,x",
        "https:x"
      })
  void aLinkLeadsToAPage(String address) {
    Letter letter = Letters.aReminder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter.withLink("Avaa", URI.create(address)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter.withUnsubscribe(URI.create(address)));
  }

  @Test
  void aLetterInALogSaysNothing() {
    assertThat(Letters.aSignInLink().toString() + Letters.AINO)
        .isEqualTo("a letter, nowan e-mail address");
  }
}
