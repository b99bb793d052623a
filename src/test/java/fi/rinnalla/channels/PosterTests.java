package fi.rinnalla.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fi.rinnalla.vocabulary.Lang;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/// A place's week on paper.
class PosterTests {
  private static final URI PAGE =
      URI.create("https://rinnalla.example/fi/paikka/perhekeskus-aurinko-7kq2m9x4");

  @Test
  void aWeekIsOnOneSheetInTheLettersOfItsLanguage() throws Exception {
    byte[] written = PosterSheets.of(poster("Perhekeskus Aurinko", aWeek()));
    try (PDDocument read = Loader.loadPDF(written)) {
      assertThat(read.getNumberOfPages()).isOne();
      assertThat(words(read))
          .contains("Viikko 48 · 23.–29.11.2026", "Perhekeskus Aurinko", "Torikatu 5")
          .contains("Maanantai 23.11.", "Avoinna 9.00–19.00", "9.30–11.30")
          .contains("Äiti–vauva-jumppa", "Café Šaša ja Žofia, årets värld", "ma klo 9")
          .doesNotContain("ja vielä");
    }
    seen("week", written);
  }

  @Test
  void aScreenReaderFindsTheTitleTheLanguageAndTheHeadings() throws Exception {
    try (PDDocument read = Loader.loadPDF(PosterSheets.of(poster("Aurinko", aWeek())))) {
      var catalog = read.getDocumentCatalog();
      assertThat(read.getDocumentInformation().getTitle()).startsWith("Aurinko · Viikko 48");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("fi");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      List<PDStructureElement> parts = new ArrayList<>();
      for (Object kid : catalog.getStructureTreeRoot().getKids()) {
        collect((PDStructureElement) kid, parts);
      }
      assertThat(parts).extracting(PDStructureElement::getStructureType).contains("Document");
      assertThat(parts.stream().filter(it -> it.getStructureType().equals("H1"))).hasSize(1);
      assertThat(parts.stream().filter(it -> it.getStructureType().equals("H2"))).hasSize(7);
      assertThat(parts.stream().filter(it -> it.getStructureType().equals("LI"))).hasSize(4);
      assertThat(parts.stream().filter(it -> it.getStructureType().equals("Figure")))
          .singleElement()
          .satisfies(it -> assertThat(it.getAlternateDescription()).contains("koodista"));
      assertThat(parts)
          .filteredOn(it -> "sv".equals(it.getLanguage()))
          .as("what is told in another language says so")
          .hasSize(1);
      assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers()).hasSize(1);
    }
  }

  @Test
  void itsFontsAreInItAndOnlyTheLettersItNeeds() throws Exception {
    byte[] written = PosterSheets.of(poster("Aurinko", aWeek()));
    try (PDDocument read = Loader.loadPDF(written)) {
      List<String> names = new ArrayList<>();
      for (COSName name : read.getPage(0).getResources().getFontNames()) {
        PDFont font = read.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        names.add(font.getName());
      }
      assertThat(names).isNotEmpty().allMatch(it -> it.matches("[A-Z]{6}\\+.+"));
    }
    assertThat(written.length).isLessThan(60_000);
  }

  /// What PDF/UA-1 (ISO 14289-1, 7.1 and 7.21) asks of fonts and contents, as far as it can be seen
  /// without its validator: each letter can be read as text, and nothing is drawn that is neither a
  /// part of the tree nor marked as decoration.
  @Test
  void eachLetterCanBeReadAsTextAndAllThatIsDrawnIsTaggedOrDecoration() throws Exception {
    try (PDDocument read =
        Loader.loadPDF(PosterSheets.of(poster("Perhekeskus Aurinko", aWeek())))) {
      for (PDPage sheet : read.getPages()) {
        for (COSName name : sheet.getResources().getFontNames()) {
          assertThat(sheet.getResources().getFont(name).getCOSObject().containsKey("ToUnicode"))
              .as(name.getName())
              .isTrue();
        }
        int deep = 0;
        List<String> outside = new ArrayList<>();
        for (Object token : new PDFStreamParser(sheet).parse()) {
          if (token instanceof Operator operator) {
            switch (operator.getName()) {
              case "BDC", "BMC" -> deep++;
              case "EMC" -> deep--;
              case "Tj", "TJ", "f", "F", "f*", "S", "s", "B", "Do" -> {
                if (deep == 0) {
                  outside.add(operator.getName());
                }
              }
              default -> {}
            }
          }
        }
        assertThat(outside).isEmpty();
        assertThat(deep).isZero();
        assertThat(sheet.getCOSObject().containsKey("StructParents")).isTrue();
      }
    }
  }

  @Test
  void whatOurFontLacksIsWrittenInAnotherAndWhatNoneHasIsLeftOut() throws Exception {
    Poster.Day day =
        new Poster.Day("Maanantai", "", List.of(new Poster.Item("9", "Привет 🎂 kaikki", "", "")));
    try (PDDocument read = Loader.loadPDF(PosterSheets.of(poster("Aurinko", List.of(day))))) {
      assertThat(words(read)).contains("Привет kaikki");
    }
  }

  @Test
  void thePhoneIsLedToThePlacesPage() throws Exception {
    try (PDDocument read = Loader.loadPDF(PosterSheets.of(poster("Aurinko", aWeek())))) {
      BufferedImage sheet = new PDFRenderer(read).renderImageWithDPI(0, 150, ImageType.RGB);
      // What a phone held over the corner sees.
      int half = sheet.getWidth() / 2;
      BufferedImage seen = sheet.getSubimage(half, sheet.getHeight() - half, half, half);
      int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
      var bitmap =
          new BinaryBitmap(
              new HybridBinarizer(
                  new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels)));
      assertThat(
              new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText())
          .isEqualTo(PAGE.toString());
    }
  }

  @Test
  void aWeekWithNothingSaysSo() throws Exception {
    byte[] written = PosterSheets.of(poster("Aurinko", List.of()));
    try (PDDocument read = Loader.loadPDF(written)) {
      assertThat(read.getNumberOfPages()).isOne();
      assertThat(words(read)).contains("ei ole vielä kerrottu tapahtumia");
    }
    seen("empty", written);
  }

  @Test
  void aWeekTooFullForTwoSheetsTellsHowManyMoreThereAre() throws Exception {
    for (int events : List.of(5, 20, 33, 60, 150)) {
      byte[] written = PosterSheets.of(poster("Aurinko", crowded(events)));
      try (PDDocument read = Loader.loadPDF(written)) {
        assertThat(read.getNumberOfPages()).isLessThanOrEqualTo(2);
        String words = words(read);
        Matcher left = Pattern.compile("ja vielä (\\d+)").matcher(words);
        int more = left.find() ? Integer.parseInt(left.group(1)) : 0;
        assertThat(Pattern.compile("Tapahtuma nro").matcher(words).results().count() + more)
            .as("%s events".formatted(events))
            .isEqualTo(events);
        assertThat(more > 0).isEqualTo(events == 150);
      }
      seen("crowded-" + events, written);
    }
  }

  @Test
  void nothingRunsOverTheEdgeHoweverLongItsName() throws Exception {
    String long1 =
        "Lastensuojeluavohuoltopalveluohjaustoimintaryhmätapaamisvalmentajakoulutus"
            + " ja vielä pidempi kuvaus siitä mitä kaikkea kivaa yhdessä tehdään";
    List<Poster.Day> days =
        List.of(
            new Poster.Day(
                "Maanantai 23.11.",
                "Avoinna 9–19",
                List.of(
                    new Poster.Item("9.30–11.30", long1, long1, ""),
                    new Poster.Item("22.11.–28.11.", long1 + long1 + long1, long1 + long1, ""))));
    byte[] written = PosterSheets.of(poster(long1 + " " + long1, days));
    try (PDDocument read = Loader.loadPDF(written)) {
      float right = read.getPage(0).getMediaBox().getWidth() - 40;
      List<TextPosition> letters = new ArrayList<>();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              letters.add(text);
              super.processTextPosition(text);
            }
          };
      stripper.writeText(read, new StringWriter());
      assertThat(letters)
          .isNotEmpty()
          .allMatch(it -> it.getX() >= 40 && it.getX() + it.getWidth() <= right)
          .allMatch(it -> it.getY() > 20 && it.getY() < 830);
    }
    seen("long", written);
  }

  private static Poster poster(String place, List<Poster.Day> days) {
    return new Poster(
        Lang.FI,
        place,
        "Torikatu 5, 05800 Hyvinkää",
        "Viikko 48 · 23.–29.11.2026",
        days,
        "Näille päiville ei ole vielä kerrottu tapahtumia.",
        "Katso tuoreimmat ajat ja perumiset koodista",
        PAGE,
        "Tehty 22.11.2026.",
        Instant.parse("2026-11-21T22:00:00Z"),
        left -> "ja vielä " + left + " tapahtumaa");
  }

  private static List<Poster.Day> aWeek() {
    String open = "Avoinna 9.00–19.00";
    return List.of(
        new Poster.Day(
            "Maanantai 23.11.",
            open,
            List.of(
                new Poster.Item("9.30–11.30", "Äiti–vauva-jumppa", "0–1 v · Maksuton · MLL", ""),
                new Poster.Item("13.00–14.00", "Café Šaša ja Žofia, årets värld", "5 €", "sv"))),
        new Poster.Day("Tiistai 24.11.", open, List.of()),
        new Poster.Day(
            "Keskiviikko 25.11.",
            open,
            List.of(new Poster.Item("9.30–11.30", "Perhekahvila", "0–6 v · Maksuton", ""))),
        new Poster.Day("Torstai 26.11.", open, List.of()),
        new Poster.Day("Perjantai 27.11.", open, List.of()),
        new Poster.Day("Lauantai 28.11.", "Suljettu", List.of()),
        new Poster.Day(
            "Sunnuntai 29.11.",
            "Suljettu",
            List.of(new Poster.Item("Koko päivän", "Kysy ajoista: ma klo 9", "", ""))));
  }

  private static List<Poster.Day> crowded(int events) {
    List<Poster.Day> days = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      List<Poster.Item> items = new ArrayList<>();
      for (int i = day; i < events; i += 7) {
        items.add(
            new Poster.Item(
                "9.30–11.30", "Tapahtuma nro " + i, "0–3 v · Maksuton · Yhdistys ry", ""));
      }
      days.add(new Poster.Day("Päivä " + (23 + day) + ".11.", "Avoinna 9–19", items));
    }
    return days;
  }

  private static void collect(PDStructureElement element, List<PDStructureElement> parts) {
    parts.add(element);
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement child) {
        collect(child, parts);
      }
    }
  }

  private static String words(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  /// Leaves a picture to look at.
  private static void seen(String name, byte[] written) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/posters"));
    try (PDDocument read = Loader.loadPDF(written)) {
      for (int page = 0; page < read.getNumberOfPages(); page++) {
        BufferedImage image = new PDFRenderer(read).renderImageWithDPI(page, 80, ImageType.RGB);
        ImageIO.write(image, "png", folder.resolve(name + "-" + (page + 1) + ".png").toFile());
      }
    }
  }
}
