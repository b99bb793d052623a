package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedTests {
  @Test
  void anAddressEndsWhereTheSentenceGoesOn() {
    assertThat(Linked.of("Katso (https://esimerkki.example/a_(b)), ja tule."))
        .containsExactly(
            new Linked("Katso (", false),
            new Linked("https://esimerkki.example/a_(b)", true),
            new Linked("), ja tule.", false));
  }

  @Test
  void nothingButAnAddressOfTheWebIsALink() {
    for (String words :
        List.of("javascript://alert(1)", "ftp://esimerkki.example", "a@esimerkki.example", "")) {
      assertThat(Linked.of(words)).noneMatch(Linked::isLink);
    }
  }
}
