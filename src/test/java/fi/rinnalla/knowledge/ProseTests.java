package fi.rinnalla.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Plain words, and links to our own pages alone.
class ProseTests {

  @Test
  void anEmptyLineBeginsAParagraph() {
    assertThat(Prose.of("Yksi\nrivi.\n\n  \nToinen.").paragraphs())
        .containsExactly(
            List.of(new Prose.Part("Yksi\nrivi.", "")), List.of(new Prose.Part("Toinen.", "")));
  }

  @Test
  void aLinkLeadsToOurOwnPagesAndNowhereElse() {
    assertThat(
            Prose.of("Katso [tapaa](/fi/tapaa) tai [tuo](https://muualla.example).").paragraphs())
        .containsExactly(
            List.of(
                new Prose.Part("Katso ", ""),
                new Prose.Part("tapaa", "/fi/tapaa"),
                new Prose.Part(" tai [tuo](https://muualla.example).", "")));
    assertThat(Prose.of("[x](//muualla.example) [y](/fi//muualla) [z](/oma)").paragraphs())
        .allSatisfy(it ->
            assertThat(it)
                .noneMatch(part -> part.path().startsWith("//") || part.path().equals("/oma")));
    assertThat(Prose.plain("Katso [tapaa](/fi/tapaa).")).isEqualTo("Katso tapaa.");
  }

  @Test
  void markupIsSeenHoweverItIsWritten() {
    for (String words : List.of("<b>x", "< script>", "</p>", "<!-- -->", "&lt;b;", "&#60;b;")) {
      assertThat(Article.isMarkup(Text.fi(words))).as(words).isTrue();
    }
    assertThat(Article.isMarkup(Text.fi("alle 3 < 5 ja vauva & isä"))).isFalse();
  }
}
