package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class EventCsvTests {
  @Autowired EventCsvReader reader;
  @TempDir Path folder;

  private Basket read(byte[] csv) throws IOException {
    Basket basket = new Basket();
    reader.read(Files.write(folder.resolve("e.csv"), csv), new SourceIds("t"), basket);
    return basket;
  }

  private Basket read(String csv) throws IOException {
    return read(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Event first(Basket basket) {
    return (Event) basket.drafts.getFirst().record();
  }

  @Test
  void aFinnishSpreadsheetOfASmallAssociationIsUnderstood() throws IOException {
    Basket basket =
        read(
            """
            Otsikko;Alkaa;Päättyy;Toistuu;Paikka;Osoite;Kunta;Hinta;Ikä_min;Ikä_max;Järjestäjä
            Perhekahvila;11.8.2026 klo 9.30;11.30;joka tiistai;Seurakuntatalo;Hämeenkatu 16;Hyvinkää;maksuton;0;6;MLL Hyvinkää
            """);

    assertThat(basket.notices).isEmpty();
    Event event = first(basket);
    assertThat(event.rule().start()).isEqualTo(LocalDateTime.of(2026, 8, 11, 9, 30));
    assertThat(event.rule().duration()).isEqualTo(Duration.ofHours(2));
    assertThat(event.rule().rrule()).isEqualTo("FREQ=WEEKLY;BYDAY=TU");
    assertThat(event.price().isFree()).isTrue();
    assertThat(event.ages().fits(2)).isTrue();
    assertThat(event.venue().area()).hasToString("M106");
    assertThat(event.organizerName().fi()).isEqualTo("MLL Hyvinkää");
  }

  @Test
  void aFileFromAnOldWindowsProgramKeepsItsLetters() throws IOException {
    Basket basket =
        read(
            "otsikko;alkaa;paikka\nÄiti–lapsi-kahvila;1.12.2026 10.00;Härkälä\n"
                .getBytes(Charset.forName("windows-1252")));

    assertThat(basket.types()).containsExactly("EncodingGuessed");
    assertThat(first(basket).title().fi()).isEqualTo("Äiti–lapsi-kahvila");
  }

  @Test
  void aMarkAtTheBeginningAndTabsBetweenColumnsAreNoHindrance() throws IOException {
    Basket basket = read("\ufefftitle\tstart\tplace\nKahvila\t2026-12-01 10:00\tTalo\n");
    assertThat(first(basket).title().fi()).isEqualTo("Kahvila");
  }

  @Test
  void aFormulaIsOnlyWords() throws IOException {
    Basket basket = read("title,start,place\n\"=HYPERLINK(\"\"http://x\"\")\",2026-12-01,Talo\n");
    assertThat(basket.types()).containsExactly("LooksLikeFormula");
    assertThat(first(basket).title().fi()).startsWith("=HYPERLINK");
  }

  @Test
  void aDateAloneIsTheWholeDay() throws IOException {
    assertThat(first(read("title,start,place\nA,2026-12-01,Talo\n")).rule().allDay()).isTrue();
  }

  @Test
  void anEndBeforeTheStartIsToldAndLeftOut() throws IOException {
    Basket basket = read("title,start,end,place\nA,2026-12-01 10:00,2026-12-01 09:00,Talo\n");
    assertThat(basket.types()).containsExactly("EndBeforeStart");
    assertThat(first(basket).rule().duration()).isZero();
  }

  @Test
  void skippedAndExtraDatesTakeTheHourOfTheEvent() throws IOException {
    EventRule rule =
        first(
                read(
                    "title,start,place,repeat,skip_dates,extra_dates,until\n"
                        + "A,2026-12-01 10:00,Talo,joka tiistai,2026-12-08;15.12.2026,2026-12-10,2027-05-31\n"))
            .rule();
    assertThat(rule.except())
        .containsExactly(
            LocalDateTime.of(2026, 12, 8, 10, 0), LocalDateTime.of(2026, 12, 15, 10, 0));
    assertThat(rule.extra()).containsExactly(LocalDateTime.of(2026, 12, 10, 10, 0));
    assertThat(rule.rrule()).isEqualTo("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T235959");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          joka tiistai                           | FREQ=WEEKLY;BYDAY=TU            | EVERY
          tiistaisin ja torstaisin               | FREQ=WEEKLY;BYDAY=TU,TH         | EVERY
          parillisten viikkojen torstai          | FREQ=WEEKLY;BYDAY=TH            | EVEN
          parittomilla viikoilla perjantaisin    | FREQ=WEEKLY;BYDAY=FR            | ODD
          joka toinen keskiviikko                | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | EVERY
          kuukauden ensimmäinen lauantai         | FREQ=MONTHLY;BYDAY=1SA          | EVERY
          kuukauden viimeinen sunnuntai          | FREQ=MONTHLY;BYDAY=-1SU         | EVERY
          arkisin                                | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | EVERY
          päivittäin                             | FREQ=DAILY                      | EVERY
          varje tisdag                           | FREQ=WEEKLY;BYDAY=TU            | EVERY
          varannan onsdag                        | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | EVERY
          every Tuesday                          | FREQ=WEEKLY;BYDAY=TU            | EVERY
          first Saturday of the month            | FREQ=MONTHLY;BYDAY=1SA          | EVERY
          viikoittain                            | FREQ=WEEKLY                     | EVERY
          RRULE:FREQ=WEEKLY;BYDAY=MO             | FREQ=WEEKLY;BYDAY=MO            | EVERY
          """)
  void repeatsAreReadAsPeopleWriteThem(String words, String rrule, EventRule.Weeks weeks) {
    var repeat = Repeats.read(words).orElseThrow();
    assertThat(repeat.rrule()).isEqualTo(rrule);
    assertThat(repeat.weeks()).isEqualTo(weeks);
  }

  @Test
  void whatIsNotUnderstoodIsNotGuessed() throws IOException {
    assertThat(Repeats.read("silloin tällöin tiistaisin")).isEmpty();
    Basket basket = read("title,start,place,repeat\nA,2026-12-01 10:00,Talo,milloin sattuu\n");
    assertThat(basket.types()).containsExactly("UnreadableRule");
    assertThat(first(basket).rule().rrule()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "PERUUTETTU,CANCELLED",
    "peruttu,CANCELLED",
    "Peruttu!,CANCELLED",
    "inställd,CANCELLED",
    "Inställda.,CANCELLED",
    "cancelled!!,CANCELLED",
    "CANCELED,CANCELLED",
    "peruttu sairauden vuoksi,CANCELLED",
    "Siirretty,POSTPONED",
    "ok,SCHEDULED"
  })
  void whatIsCancelledIsSaidInManyWays(String word, Event.Status status) throws IOException {
    Basket basket = read("title,start,place,status\nA,2026-12-01 10:00,Talo," + word + "\n");
    assertThat(basket.notices).isEmpty();
    assertThat(first(basket).status()).isEqualTo(status);
  }

  @Test
  void anUnknownStatusIsToldAndTheEventIsShownAsHeld() throws IOException {
    Basket basket = read("title,start,place,status\nA,2026-12-01 10:00,Talo,ehkä\n");
    assertThat(basket.types()).containsExactly("UnknownWord");
    assertThat(first(basket).status()).isEqualTo(Event.Status.SCHEDULED);
  }

  @Test
  void aQuotationMarkThatIsNeverClosedEndsTheReading() throws IOException {
    Basket basket =
        read("title,start,place\nA,2026-12-01,Talo\n\"B,2026-12-01,Talo\nC,2026-12-02,X");
    assertThat(basket.types()).containsExactly("UnclosedQuotation");
    assertThat(basket.notices.getFirst().value()).isEqualTo("e.csv:3");
    assertThat(basket.notices.getFirst().sentence().fi()).contains("e.csv:3", "Lisää puuttuva");
    assertThat(basket.drafts).hasSize(1);
  }

  @Test
  void theLineIsTheOneWhereTheMarkIsOpenedAndNotWhereItsRowBegins() throws IOException {
    Basket basket =
        read(
            "title,description,start,place\nA,,2026-12-01,Talo\n"
                + "B,\"Mukaan:\neväät\",\"2026-12-01,Talo\nC,,2026-12-02,Talo\n");
    assertThat(basket.types()).containsExactly("UnclosedQuotation");
    assertThat(basket.notices.getFirst().value()).isEqualTo("e.csv:4");
  }

  @Test
  void rowsBetweenTwoLostQuotationMarksEndTheReading() throws IOException {
    Basket basket =
        read(
            "title,start,place\nA,2026-12-01,Talo\n\"B,2026-12-01,Talo\nC,2026-12-02,Talo\"\n"
                + "D,2026-12-03,Talo\n");
    assertThat(basket.types()).containsExactly("UnclosedQuotation");
    assertThat(basket.drafts).hasSize(1);
  }

  @Test
  void aTextOfManyLinesIsOneField() throws IOException {
    Basket basket =
        read(
            "title,description,start,place\nA,\"Mukaan:\neväät, vaatteet, juoma, mieli\",2026-12-01,Talo\n");
    assertThat(basket.notices).isEmpty();
    assertThat(first(basket).description().fi()).contains("eväät, vaatteet");
  }

  @Test
  void aRowWithAColumnTooManyIsNotReadButEmptyColumnsAreNothing() throws IOException {
    Basket basket = read("title;start;place\nA;2026-12-01;Talo; ovi B\nB;2026-12-01;Talo;;;\n");
    assertThat(basket.types()).containsExactly("TooManyColumns");
    assertThat(basket.notices.getFirst().value()).isEqualTo("e.csv:2");
    assertThat(first(basket).title().fi()).isEqualTo("B");
  }

  @Test
  void aFileOfWideLettersWithoutAMarkIsReadAndTold() throws IOException {
    Basket basket =
        read(
            "otsikko;alkaa;paikka\nKerhoä;1.12.2026 10.00;Härkälä\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    assertThat(basket.types()).containsExactly("EncodingWithoutMark");
    assertThat(first(basket).title().fi()).isEqualTo("Kerhoä");
  }

  @Test
  void whatCanNotBeIsToldForWhatItIs() throws IOException {
    Basket basket =
        read(
            """
            title,start,place,price,min_age,max_age,verified,url
            A,2026-12-01,Talo,-5,-1,,2999-01-01,https://hus.fi@evil.example/
            B,2026-12-01,Talo,999999999999999999999,3,1e300,2026-11-01,https://user:pw@x.example/
            """);
    assertThat(basket.types())
        .containsExactlyInAnyOrder(
            "PriceOutOfRange",
            "AgeOutOfRange",
            "VerifiedInFuture",
            "NameInAddress",
            "PriceOutOfRange",
            "AgeOutOfRange",
            "NameInAddress");
    assertThat(basket.notices).noneMatch(notice -> String.valueOf(notice.value()).contains("null"));
    assertThat(first(basket).verification().on()).isNull();
    assertThat(first(basket).price()).isEqualTo(Event.Price.UNKNOWN);
  }

  @Test
  void marksThatNobodySeesAndHeapsOfThemAreTakenOut() {
    assertThat(Prose.clean("Kerho \u202egnirts\u202c\u200b\ufeff").words())
        .isEqualTo("Kerho gnirts");
    assertThat(Prose.clean("A&#8238;B <b>c</b>").words()).isEqualTo("AB c");
    assertThat(Prose.clean("Z" + "\u0301".repeat(5000)).words()).hasSize(5);
    assertThat(Prose.clean("ker\u200dho").words()).isEqualTo("kerho");
    assertThat(Prose.clean("\ud83d\udc68\u200d\ud83d\udc67").words()).hasSize(5);
  }

  @Test
  void aHostileRuleIsRefusedAtOnce() throws IOException {
    Basket basket =
        read(
            """
            title,start,place,repeat
            A,2026-12-01 10:00,Talo,FREQ=SECONDLY
            B,2026-12-01 10:00,Talo,FREQ=DAILY;COUNT=1000000000
            """);
    assertThat(basket.drafts).isEmpty();
    assertThat(basket.types()).containsExactly("RefusedRuleNotice", "RefusedRuleNotice");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-11 09:30,2026-08-11T09:30", "2026-08-11T09:30:00,2026-08-11T09:30",
    "11.8.2026 klo 9.30,2026-08-11T09:30", "11.8.2026 9:30,2026-08-11T09:30",
    "ti 11.8.2026 klo 9,2026-08-11T09:00", "2026-08-11T06:30:00Z,2026-08-11T09:30",
    "2026-12-11T08:30:00+02:00,2026-12-11T08:30", "11.8.2026,2026-08-11T00:00"
  })
  void timesAreReadAsPeopleWriteThem(String words, LocalDateTime at) {
    assertThat(Moments.moment(words).orElseThrow().at()).isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({"31.2.2026", "huomenna", "2026-13-01", "25:61", "''"})
  void whatIsNoTimeIsNoTime(String words) {
    assertThat(Moments.moment(words)).isEmpty();
  }
}
