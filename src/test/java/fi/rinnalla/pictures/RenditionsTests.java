package fi.rinnalla.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// What becomes of a file on its way to a page.
class RenditionsTests {
  private final Renditions renditions = renditions(12.5);

  @Test
  void aPictureIsMadeInThreeWidths() {
    List<Rendition> made = made(Shots.jpeg(1600, 1200));

    assertThat(made)
        .extracting(Rendition::size)
        .containsExactly(
            new Picture.Size(320, 240), new Picture.Size(640, 480), new Picture.Size(1280, 960));
    for (Rendition one : made) {
      BufferedImage image = Shots.read(one.bytes());
      assertThat(new Picture.Size(image.getWidth(), image.getHeight())).isEqualTo(one.size());
      assertThat(Shots.isRed(image, 10, 10)).isTrue();
      assertThat(Shots.isRed(image, image.getWidth() - 10, 10)).isFalse();
    }
  }

  @Test
  void aPictureIsNeverMadeWiderThanItIs() {
    assertThat(made(Shots.jpeg(900, 600)))
        .extracting(it -> it.size().width())
        .containsExactly(320, 640, 900);
    assertThat(made(Shots.jpeg(320, 320))).extracting(it -> it.size().width()).containsExactly(320);
  }

  @Test
  void whereAPictureWasTakenStaysBehind() {
    byte[] photo = Shots.photo(800, 600, 1);
    assertThat(holds(photo, Shots.LATITUDE)).as("the test's own picture tells").isTrue();

    for (Rendition one : made(photo)) {
      assertThat(holds(one.bytes(), Shots.LATITUDE)).isFalse();
      assertThat(holds(one.bytes(), "Exif".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // orientation, width, height, and where red is: left, right, top or bottom
    "1, 800, 600, left", "2, 800, 600, right", "3, 800, 600, right", "4, 800, 600, left",
    "5, 600, 800, top", "6, 600, 800, top", "7, 600, 800, bottom", "8, 600, 800, bottom"
  })
  void aPictureStandsAsItWasHeld(int orientation, int width, int height, String red) {
    Rendition largest = made(Shots.photo(800, 600, orientation)).getLast();

    assertThat(largest.size()).isEqualTo(new Picture.Size(width, height));
    BufferedImage image = Shots.read(largest.bytes());
    int x = red.equals("left") ? 10 : red.equals("right") ? width - 10 : width / 4;
    int y = red.equals("top") ? 10 : red.equals("bottom") ? height - 10 : height / 4;
    assertThat(Shots.isRed(image, x, y)).isTrue();
    assertThat(Shots.isRed(image, width - x, height - y)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1, 300})
  void anOrientationThatIsNoneLeavesThePictureAsItIs(int orientation) {
    assertThat(made(Shots.photo(800, 600, orientation)).getLast().size())
        .isEqualTo(new Picture.Size(800, 600));
  }

  @Test
  void cutExifLeavesThePictureAsItIs() {
    byte[] photo = Shots.photo(800, 600, 6);
    // The directory of the Exif is said to lie far behind its end.
    photo[2 + 2 + 2 + 6 + 4] = 0x7f;

    assertThat(made(photo).getLast().size()).isEqualTo(new Picture.Size(800, 600));
  }

  @Test
  void pngAndWebpAreTakenToo() {
    assertThat(made(Shots.png(640, 480)).getLast().size()).isEqualTo(new Picture.Size(640, 480));
    Rendition webp = made(Shots.webp()).getLast();
    assertThat(webp.size()).isEqualTo(new Picture.Size(400, 320));
    BufferedImage image = Shots.read(webp.bytes());
    assertThat(new Color(image.getRGB(10, 10)).getRed()).isGreaterThan(180);
    assertThat(new Color(image.getRGB(390, 10)).getBlue()).isGreaterThan(180);
  }

  @Test
  void whatIsTransparentInAListingsPictureIsWhite() {
    BufferedImage image = Shots.read(made(Shots.halfTransparentPng(640, 480)).getLast().bytes());

    assertThat(new Color(image.getRGB(600, 10)).getGreen()).isGreaterThan(245);
    assertThat(Shots.isRed(image, 10, 10)).isTrue();
  }

  @Test
  void aLogoStaysSmallAndTransparent() {
    var made =
        (Renditions.Made.Done)
            renditions.make(Renditions.Use.LOGO, Shots.halfTransparentPng(1000, 500));

    assertThat(made.renditions())
        .extracting(Rendition::size)
        .containsExactly(new Picture.Size(320, 160));
    BufferedImage logo = Shots.read(made.renditions().getFirst().bytes());
    assertThat(logo.getRGB(310, 10) >>> 24).isZero();
    assertThat(Shots.isRed(logo, 10, 10)).isTrue();
  }

  @Test
  void ofALargePictureOnlyEachSecondPixelIsLaidOut() {
    Renditions small = renditions(0.1);
    for (byte[] file : List.of(Shots.jpeg(900, 600), Shots.png(900, 600), Shots.webp())) {
      var made = (Renditions.Made.Done) small.make(Renditions.Use.LISTING, file);
      Rendition largest = made.renditions().getLast();
      assertThat(largest.size().width() * largest.size().height()).isLessThanOrEqualTo(100_000);
      BufferedImage image = Shots.read(largest.bytes());
      assertThat(new Color(image.getRGB(5, 5)).getRed()).isGreaterThan(180);
      assertThat(new Color(image.getRGB(largest.size().width() - 5, 5)).getBlue())
          .isGreaterThan(180);
    }
  }

  @Test
  void aBombIsKnownByItsHeader() {
    assertThat(refused(Shots.bomb(30_000, 30_000)))
        .isEqualTo(new Fault("file", Fault.Reason.TOO_MANY_PIXELS, 40));
    assertThat(refused(Shots.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)).reason())
        .isIn(Fault.Reason.TOO_MANY_PIXELS, Fault.Reason.BROKEN);
  }

  @Test
  void whatWouldBeABlurOrAStripIsRefused() {
    assertThat(refused(Shots.jpeg(319, 400)))
        .isEqualTo(new Fault("file", Fault.Reason.TOO_SMALL, 320));
    assertThat(refused(Shots.photo(400, 300, 6)).reason())
        .as("held upright it's 300 wide")
        .isEqualTo(Fault.Reason.TOO_SMALL);
    assertThat(refused(Shots.jpeg(1300, 400)))
        .isEqualTo(new Fault("file", Fault.Reason.TOO_NARROW, 3));
  }

  @Test
  void whatIsCutOrForgedIsRefused() {
    byte[] png = Shots.png(640, 480);
    assertThat(refused(Arrays.copyOf(png, 60)).reason()).isEqualTo(Fault.Reason.BROKEN);
    assertThat(refused(Arrays.copyOf(Shots.jpeg(640, 480), 20)).reason())
        .isEqualTo(Fault.Reason.BROKEN);
    assertThat(refused(Arrays.copyOf(Shots.webp(), 25)).reason()).isEqualTo(Fault.Reason.BROKEN);
    assertThat(refused(Shots.bomb(5000, 5000)).reason()).isEqualTo(Fault.Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"></svg>",
        "<!doctype html><p>hei</p>",
        "GIF89a",
        "%PDF-1.7",
        "BM\u0000\u0000",
        "RIFF\u0000\u0000\u0000\u0000WAVE",
        "\u0000\u0000\u0000\u0018ftypheic"
      })
  void whatIsNoPictureIsRefusedWhateverItIsCalled(String content) {
    assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1)).reason())
        .isEqualTo(Fault.Reason.UNKNOWN_KIND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<HTML><body>",
        "<!DOCTYPE html>",
        "<?php echo 1;",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        "PK\u0005\u0006\u0000\u0000"
      })
  void aPictureThatIsAlsoSomethingElseIsRefused(String more) {
    assertThat(refused(Shots.with(Shots.jpeg(640, 480), more)).reason())
        .isEqualTo(Fault.Reason.UNKNOWN_KIND);
  }

  @Test
  void whatPhonesAddBehindAPictureDoesNoHarm() {
    assertThat(made(Shots.with(Shots.jpeg(640, 480), "MotionPhoto_Data\u0000\u0018ftypmp42")))
        .isNotEmpty();
  }

  private List<Rendition> made(byte[] file) {
    Renditions.Made made = renditions.make(Renditions.Use.LISTING, file);
    assertThat(made).isInstanceOf(Renditions.Made.Done.class);
    return ((Renditions.Made.Done) made).renditions();
  }

  private Fault refused(byte[] file) {
    Renditions.Made made = renditions.make(Renditions.Use.LISTING, file);
    assertThat(made).isInstanceOf(Renditions.Made.Refused.class);
    return ((Renditions.Made.Refused) made).fault();
  }

  private static Renditions renditions(double decoded) {
    return new Renditions(
        new PicturesSettings(DataSize.ofMegabytes(10), 40, decoded, 2, 300, Duration.ofDays(30)));
  }

  private static boolean holds(byte[] file, byte[] part) {
    return Stream.iterate(0, at -> at + 1)
        .limit(file.length - part.length + 1L)
        .anyMatch(at -> Arrays.equals(file, at, at + part.length, part, 0, part.length));
  }
}
