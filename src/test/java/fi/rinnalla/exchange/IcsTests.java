package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.vocabulary.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class IcsTests {
  @Autowired IcsReader reader;
  @TempDir Path folder;

  private Basket read(String events) throws IOException {
    String ics = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t//FI\n" + events + "END:VCALENDAR\n";
    Path file = Files.writeString(folder.resolve("c.ics"), ics.replace("\n", "\r\n"));
    Basket basket = new Basket();
    try (Feed feed =
        Feed.open(Source.byHand("ics", Format.ICS, "x"), file.toString(), Fetches.fetcher())) {
      reader.read(feed, basket);
    }
    return basket;
  }

  private static List<Event> events(Basket basket) {
    return basket.drafts.stream().map(draft -> (Event) draft.record()).toList();
  }

  @Test
  void timesOfAllThreeFormsAreTheClockInHelsinki() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:1
            SUMMARY:UTC
            DTSTART:20261201T080000Z
            DTEND:20261201T093000Z
            LOCATION:Kirjasto\\, 05800 Hyvinkää
            GEO:60.63;24.86
            CATEGORIES:vauva,jotain
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Floating
            DTSTART:20261201T100000
            DURATION:PT1H
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            SUMMARY:Zoned
            DTSTART;TZID=Europe/Stockholm:20261201T090000
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            SUMMARY:Day
            DTSTART;VALUE=DATE:20261201
            END:VEVENT
            """);

    List<Event> events = events(basket);
    assertThat(events.subList(0, 3))
        .allMatch(event -> event.rule().start().equals(LocalDateTime.of(2026, 12, 1, 10, 0)));
    assertThat(events.get(0).venue().area()).hasToString("M106");
    assertThat(events.get(0).venue().name().fi()).isEqualTo("Kirjasto");
    assertThat(events.get(0).venue().postalCode()).isEqualTo("05800");
    assertThat(events.get(0).venue().position()).isNotNull();
    assertThat(events.get(0).terms()).extracting(Object::toString).contains("baby-life");
    assertThat(events.get(1).rule().duration()).isEqualTo(Duration.ofHours(1));
    assertThat(events.get(3).rule().allDay()).isTrue();
  }

  @Test
  void theNamesOfWindowsAreTimesInHelsinkiWhateverTheComputersClock() throws IOException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      Basket basket =
          read(
              """
              BEGIN:VEVENT
              UID:1
              SUMMARY:Windows
              DTSTART;TZID=FLE Standard Time:20261201T100000
              RRULE:FREQ=WEEKLY
              EXDATE;TZID=FLE Standard Time:20261208T100000
              END:VEVENT
              BEGIN:VEVENT
              UID:2
              SUMMARY:Menu
              DTSTART;TZID="(UTC+02:00) Helsinki, Kyiv, Riga":20261201T100000
              END:VEVENT
              BEGIN:VEVENT
              UID:3
              SUMMARY:Sweden
              DTSTART;TZID=W. Europe Standard Time:20261201T090000
              END:VEVENT
              BEGIN:VEVENT
              UID:4
              SUMMARY:Nobody knows
              DTSTART;TZID=Kotikello:20261201T100000
              END:VEVENT
              BEGIN:VEVENT
              UID:5
              SUMMARY:IANA
              DTSTART;TZID=Europe/Helsinki:20261201T100000
              END:VEVENT
              BEGIN:VEVENT
              UID:6
              SUMMARY:Floating
              DTSTART:20261201T100000
              END:VEVENT
              """);
      assertThat(events(basket))
          .hasSize(6)
          .allMatch(event -> event.rule().start().equals(LocalDateTime.of(2026, 12, 1, 10, 0)));
      assertThat(events(basket).getFirst().rule().except())
          .containsExactly(LocalDateTime.of(2026, 12, 8, 10, 0));
      assertThat(basket.types()).containsExactly("UnknownTimeZone");
      assertThat(basket.notices.getFirst().value()).isEqualTo("Kotikello");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void anEventWithoutAnIdIsTheSameWhateverTheComputersClock() throws IOException {
    String event = "BEGIN:VEVENT\nSUMMARY:Kerho\nDTSTART:20261201T100000\nEND:VEVENT\n";
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      UUID there = read(event).drafts.getFirst().recordId();
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Helsinki"));
      assertThat(read(event).drafts.getFirst().recordId()).isEqualTo(there);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aSeriesKeepsItsRuleItsGapsAndItsChanges() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:s
            SUMMARY:Kahvila
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            DTEND;TZID=Europe/Helsinki:20261201T120000
            RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T070000Z
            EXDATE;TZID=Europe/Helsinki:20261222T100000
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            RECURRENCE-ID;TZID=Europe/Helsinki:20261208T100000
            SUMMARY:Joulukahvila
            DTSTART;TZID=Europe/Helsinki:20261209T130000
            DTEND;TZID=Europe/Helsinki:20261209T150000
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            RECURRENCE-ID;TZID=Europe/Helsinki:20261215T100000
            SUMMARY:Kahvila
            STATUS:CANCELLED
            DTSTART;TZID=Europe/Helsinki:20261215T100000
            END:VEVENT
            """);

    Event event = events(basket).getFirst();
    assertThat(event.rule().rrule())
        .contains("FREQ=WEEKLY")
        .contains("UNTIL=20270601T100000")
        .doesNotContain("Z");
    assertThat(event.rule().except()).containsExactly(LocalDateTime.of(2026, 12, 22, 10, 0));
    assertThat(event.changes()).hasSize(2);
    assertThat(event.changes().getFirst().title().fi()).isEqualTo("Joulukahvila");
    assertThat(event.changes().getFirst().start()).isEqualTo(LocalDateTime.of(2026, 12, 9, 13, 0));
    assertThat(event.changes().get(1).cancelled()).isTrue();
  }

  private static List<LocalDateTime> times(Event event) {
    return Recurrence.of(event)
        .between(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))
        .stream()
        .map(one -> LocalDateTime.ofInstant(one.start(), Zone.HELSINKI))
        .toList();
  }

  @Test
  void aFirstTimeThatTheRuleDoesNotGiveIsHeldAndCounted() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:1
            SUMMARY:Avajaiset tiistaina, sitten torstaisin
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Vain avajaiset
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=1
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            SUMMARY:Avajaiset peruttu
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261204
            EXDATE;TZID=Europe/Helsinki:20261201T100000
            END:VEVENT
            """);
    LocalDateTime first = LocalDateTime.of(2026, 12, 1, 10, 0);
    assertThat(times(events(basket).get(0)))
        .containsExactly(first, first.plusDays(2), first.plusDays(9));
    assertThat(times(events(basket).get(1))).containsExactly(first);
    assertThat(times(events(basket).get(2))).containsExactly(first.plusDays(2));
  }

  @Test
  void aFirstTimeThatTheRuleGivesIsHeldOnce() throws IOException {
    Event event =
        events(
                read(
                    """
                    BEGIN:VEVENT
                    UID:1
                    SUMMARY:Kahvila
                    DTSTART:20261201T080000Z
                    RRULE:FREQ=WEEKLY;COUNT=2
                    END:VEVENT
                    """))
            .getFirst();
    assertThat(event.rule().extra()).isEmpty();
    assertThat(times(event)).hasSize(2);
  }

  @Test
  void aDayAloneAmongTheExceptionsTakesThatDaysTimeAway() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:1
            SUMMARY:Kellonajalla
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=WEEKLY;COUNT=4
            EXDATE;VALUE=DATE:20261208
            EXDATE:20261215
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:UTC
            DTSTART:20261201T080000Z
            RRULE:FREQ=WEEKLY;COUNT=4
            EXDATE;VALUE=DATE:20261208,20261215
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            SUMMARY:Keskiyöllä
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=WEEKLY;COUNT=4
            EXDATE;TZID=Europe/Helsinki:20261208T000000,20261215T000000
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            SUMMARY:Koko päivä
            DTSTART;VALUE=DATE:20261201
            RRULE:FREQ=WEEKLY;COUNT=4
            EXDATE:20261208T000000Z
            EXDATE;TZID=Europe/Helsinki:20261215T000000
            END:VEVENT
            """);
    assertThat(events(basket)).hasSize(4);
    assertThat(events(basket))
        .allSatisfy(event ->
            assertThat(times(event))
                .extracting(LocalDateTime::toLocalDate)
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 22)));
  }

  @Test
  void hostileRulesAreRefusedAndTheRestLands() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:1
            SUMMARY:Bomb
            DTSTART:20261201T080000Z
            RRULE:FREQ=SECONDLY
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Bomb
            DTSTART:20261201T080000Z
            RRULE:FREQ=DAILY;COUNT=1000000000
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            SUMMARY:Café
            DTSTART:20261201T080000Z
            END:VEVENT
            """);
    assertThat(basket.types()).containsExactly("RefusedRuleNotice", "RefusedRuleNotice");
    assertThat(events(basket)).hasSize(1);
  }

  @Test
  void whatCanNotBeReadOfAnEventIsToldForWhatItIs() throws IOException {
    StringBuilder dates = new StringBuilder();
    for (int day = 1; day <= 28; day++) {
      for (int minute = 0; minute < 50; minute++) {
        dates.append(",202611%02dT10%02d00".formatted(day, minute));
      }
    }
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:unreadable
            SUMMARY:A
            DTSTART:20261345T996199
            END:VEVENT
            BEGIN:VEVENT
            UID:two
            SUMMARY:B
            DTSTART:20261201T100000
            RRULE:FREQ=WEEKLY
            RRULE:FREQ=MONTHLY
            END:VEVENT
            BEGIN:VEVENT
            UID:nowhere
            SUMMARY:C
            DTSTART:20261201T100000
            GEO:NaN;NaN
            LOCATION:https://hus.fi@evil.example/
            END:VEVENT
            BEGIN:VEVENT
            UID:many
            SUMMARY:D
            DTSTART:20261101T100000
            RDATE:%s
            END:VEVENT
            BEGIN:VEVENT
            UID:never
            SUMMARY:E
            DTSTART:20261201T100000
            RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
            END:VEVENT
            BEGIN:VEVENT
            UID:byday
            SUMMARY:F
            DTSTART:20261201T100000
            RRULE:FREQ=WEEKLY;BYDAY=QQ
            END:VEVENT
            """
                .formatted(dates.substring(1)));
    assertThat(basket.types())
        .containsExactlyInAnyOrder(
            "StartUnreadable",
            "SecondRule",
            "NotAPosition",
            "NameInAddress",
            "TooManyDates",
            "RuleWithoutTimes",
            "MalformedCalendar");
    assertThat(basket.notices).anyMatch(it -> "20261345T996199".equals(it.value()));
    assertThat(basket.notices)
        .anyMatch(it -> String.valueOf(it.value()).matches("c\\.ics:\\d+ RRULE"));
    Event many =
        events(basket).stream().filter(it -> "D".equals(it.title().fi())).findFirst().orElseThrow();
    assertThat(many.rule().extra()).contains(LocalDateTime.of(2026, 11, 28, 10, 49));
  }

  @Test
  void aChangeWithoutItsSeriesAPrivateEventAndOneWithoutATime() throws IOException {
    Basket basket =
        read(
            """
            BEGIN:VEVENT
            UID:o
            RECURRENCE-ID:20261208T080000Z
            SUMMARY:Yksin
            DTSTART:20261208T090000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:p
            CLASS:PRIVATE
            SUMMARY:Hammaslääkäri
            DTSTART:20261208T090000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:n
            SUMMARY:Joskus
            END:VEVENT
            """);
    assertThat(events(basket)).extracting(event -> event.title().fi()).containsExactly("Yksin");
    assertThat(basket.types())
        .containsExactlyInAnyOrder(
            "OverrideWithoutMaster", "MarkedPrivate", "MissingRequiredField");
  }
}
