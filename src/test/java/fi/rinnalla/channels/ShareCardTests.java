package fi.rinnalla.channels;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.drawing.Drawings;
import fi.rinnalla.vocabulary.Lang;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What stands beside a link to us.
class ShareCardTests {
  private static final int PAPER = 0xfbf7f0;

  @Test
  void aCardIsAsLargeAsOthersWantIt() throws IOException {
    BufferedImage card =
        seen(
            "event",
            card("MLL:n perhekahvila", "Tiistai 24.11. klo 9.30–11.30", "Kirjasto, Torikatu 5"));

    assertThat(card.getWidth()).isEqualTo(1200);
    assertThat(card.getHeight()).isEqualTo(630);
    assertThat(isInked(card, 80, 140, 1000, 240)).as("the title").isTrue();
  }

  @Test
  void nothingRunsOverTheEdgeHoweverLongItsName() throws IOException {
    String name = "Lastensuojeluavohuoltopalveluohjaustoimintaryhmätapaaminen Šaša åäö ";
    BufferedImage card = seen("long", card(name + name + name, name + name, name + name));

    assertThat(isInked(card, 1130, 0, 70, 600)).as("the right margin").isFalse();
    assertThat(isInked(card, 0, 0, 70, 600)).as("the left margin").isFalse();
    assertThat(isInked(card, 700, 560, 400, 40)).as("beside the logo").isFalse();
  }

  @Test
  void whatIsNotKnownLeavesNoHole() throws IOException {
    assertThat(seen("bare", card("Neuvola", "", "")).getWidth()).isEqualTo(1200);
  }

  @Test
  void anotherWordIsAnotherCardAndTheSameIsTheSame() {
    assertThat(card("a", "b", "c").content())
        .isEqualTo(card("a", "b", "c").content())
        .isNotEqualTo(card("a", "b", "d").content());
  }

  @Test
  void onlySoManyAreDrawnAtOnceAndTheOthersAreToldToComeLater() throws Exception {
    Drawings drawings = new Drawings();
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(2);
    AtomicInteger drawn = new AtomicInteger();
    try (var all = Executors.newFixedThreadPool(2)) {
      for (String content : List.of("one", "two")) {
        all.submit(() ->
            drawings.drawn(
                content,
                () -> {
                  busy.countDown();
                  waitFor(go);
                  drawn.incrementAndGet();
                  return new byte[1];
                }));
      }
      busy.await();
      assertThat(drawings.drawn("three", () -> new byte[3])).isEmpty();
      go.countDown();
    }
    assertThat(drawn).hasValue(2);
    assertThat(drawings.drawn("three", () -> new byte[3])).isPresent();
    Optional<byte[]> known =
        drawings.drawn(
            "one",
            () -> {
              throw new AssertionError("drawn again");
            });
    assertThat(known).isPresent();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static ShareCard card(String title, String when, String where) {
    return new ShareCard(Lang.FI, "Tapahtuma", title, when, where, "");
  }

  private static boolean isInked(BufferedImage card, int left, int top, int wide, int high) {
    for (int y = top; y < top + high; y++) {
      for (int x = left; x < left + wide; x++) {
        if ((card.getRGB(x, y) & 0xffffff) != PAPER) {
          return true;
        }
      }
    }
    return false;
  }

  /// The card read back, and left as a picture to look at.
  private static BufferedImage seen(String name, ShareCard card) throws IOException {
    byte[] png = card.drawn();
    Files.write(
        Files.createDirectories(Path.of("target/posters")).resolve("card-" + name + ".png"), png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
