package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.directory.OpeningHours;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands on a door, and the week from Monday 21 December 2026 that it means.
class HoursWordsTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 21);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ma–to 9–15, pe 9–13                        | 9-15 9-15 9-15 9-15 9-13 - -
          ma-to klo 9.00-15.00, pe klo 9.00-13.00    | 9-15 9-15 9-15 9-15 9-13 - -
          ma–to 9–15, pe 9–13; suljettu 24.12.       | 9-15 9-15 9-15 - 9-13 - -
          ma–pe 9–15, suljettu 24.12. ja 25.12.      | 9-15 9-15 9-15 - - - -
          ma–pe 9–15, 24.12.–26.12. suljettu         | 9-15 9-15 9-15 - - - -
          ma–pe 9–15; 24.12. 9–12                    | 9-15 9-15 9-15 9-12 9-15 - -
          arkisin 9–11 ja 13–15                      | 9-11,13-15 9-11,13-15 9-11,13-15 9-11,13-15 9-11,13-15 - -
          ma, ke ja pe 10–14                         | 10-14 - 10-14 - 10-14 - -
          tiistaisin 17–19                           | - 17-19 - - - - -
          joka päivä 10–18                           | 10-18 10-18 10-18 10-18 10-18 10-18 10-18
          ma–pe 9–15, la–su suljettu                 | 9-15 9-15 9-15 9-15 9-15 - -
          ma–pe 9–15, su kiinni                      | 9-15 9-15 9-15 9-15 9-15 - -
          viikonloppuisin 12–16                      | - - - - - 12-16 12-16
          mån–tors kl. 9–15, fre 9–13; stängt 24.12. | 9-15 9-15 9-15 - 9-13 - -
          Mon–Fri 9:00–16:00, closed 25.12.          | 9-16 9-16 9-16 9-16 - - -
          """)
  void theWeekIsAsPeopleMeanIt(String words, String week) {
    assertThat(week(read(words))).isEqualTo(week);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aina kun ehditään       | NO_HOUR
          ma–to                   | NO_HOUR
          9–15                    | NO_DAY
          ma–xx 9–15              | NOT_UNDERSTOOD
          ma 15–9                 | END_FIRST
          ma 9–15, suljettu 31.2. | NO_SUCH_DAY
          ma 9–15 paitsi joskus   | NOT_UNDERSTOOD
          suljettu 24.12.         | NO_DAY
          ma 9–75                 | NO_HOUR
          """)
  void whatIsNotUnderstoodIsToldAndNotGuessed(String words, RuleWords.Reason reason) {
    assertThat(HoursWords.read(words, TODAY))
        .isInstanceOfSatisfying(
            HoursWords.Outcome.NotRead.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @Test
  void aDateGetsItsYearSoThatItMeansTheSameNextYear() {
    var read = (HoursWords.Outcome.Read) HoursWords.read("ma–to 9–15; suljettu 24.12.", TODAY);

    assertThat(read.words()).isEqualTo("ma–to 9–15; suljettu 24.12.2026");
    assertThat(HoursWords.read(read.words(), TODAY.plusYears(1)))
        .isEqualTo(new HoursWords.Outcome.Read(read.schedules(), read.words()));
  }

  @Test
  void byAppointmentIsNoTimeToWalkInAt() {
    assertThat(read("ma–pe 9–15 ajanvarauksella")).allMatch(Schedule::byAppointment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FI | ma–to 9–15, pe 9–13; suljettu 24.12.
          SV | mån–tors 9–15; stängt 24.12.
          EN | Mon–Fri 9:30–16:00
          """)
  void whatIsSaidIsReadTheSame(Lang lang, String words) {
    List<Schedule> schedules = read(words);

    String said = SpokenHours.say(schedules, lang);

    assertThat(week(read(said))).as(said).isEqualTo(week(schedules));
  }

  private static List<Schedule> read(String words) {
    var outcome = HoursWords.read(words, TODAY);
    assertThat(outcome).as(words).isInstanceOf(HoursWords.Outcome.Read.class);
    return ((HoursWords.Outcome.Read) outcome).schedules();
  }

  private static String week(List<Schedule> schedules) {
    OpeningHours hours = OpeningHours.of(schedules);
    List<String> days = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      String windows =
          hours.on(MONDAY.plusDays(day)).stream()
              .map(it ->
                  it.opens().atZone(Zone.HELSINKI).getHour()
                      + "-"
                      + it.closes().atZone(Zone.HELSINKI).getHour())
              .collect(Collectors.joining(","));
      days.add(windows.isEmpty() ? "-" : windows);
    }
    return String.join(" ", days);
  }
}
