package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.calendar.SpokenRule;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Zone;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write on the door, and the days it means. Today is Monday 23 November 2026, in an
/// even week; the year has 53 weeks, so weeks 53 and 1 are both odd.
class RuleWordsTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          joka tiistai 9.30–11.30                             | 24.11. 1.12. 8.12. 15.12.
          Joka tiistai klo 9.30-11.30                         | 24.11. 1.12. 8.12. 15.12.
          tiistaisin klo 9–11                                 | 24.11. 1.12. 8.12. 15.12.
          joka parillisen viikon tiistai 9.30–11.30           | 24.11. 8.12. 22.12. 12.1.
          joka parillisen viikon tiistai 9.30–11.30, ei 8.12. | 24.11. 22.12. 12.1. 26.1.
          parittomien viikkojen torstai klo 17-19             | 3.12. 17.12. 31.12. 7.1.
          joka toinen keskiviikko 13–15, alkaen 2.12.         | 2.12. 16.12. 30.12. 13.1.
          maanantaisin ja torstaisin 10–12                    | 23.11. 26.11. 30.11. 3.12.
          kuukauden ensimmäinen lauantai klo 10–13            | 5.12. 2.1. 6.2. 6.3.
          joka torstai 17–18.30, ei 21.12.–6.1.               | 26.11. 3.12. 10.12. 17.12.
          joka torstai 17–18.30, ei 3.12. eikä 10.12.         | 26.11. 17.12. 24.12. 31.12.
          joka perjantai 9–11, ei pyhinä                      | 27.11. 4.12. 11.12. 18.12.
          joka perjantai 9–11, ei 27.11., ei pyhinä           | 4.12. 11.12. 18.12. 8.1.
          joka tiistai 9.30–11.30, 1.9.–8.12.                 | 24.11. 1.12. 8.12.
          joka tiistai 9.30–11.30, 8.12. asti                 | 24.11. 1.12. 8.12.
          ti 1.12. klo 17–19                                  | 1.12.
          1.12. ja 8.12. klo 17–19                            | 1.12. 8.12.
          la 28.11.2026 10.00–14.00                           | 28.11.
          varje tisdag kl. 9.30–11.30, inte 1.12.             | 24.11. 8.12. 15.12. 22.12.
          every Tuesday 9:30–11:30 until 8.12.2026            | 24.11. 1.12. 8.12.
          joka päivä 9–10, 1.12.–3.12.                        | 1.12. 2.12. 3.12.
          """)
  void theWordsMeanTheseDays(String words, String days) {
    assertThat(next(words)).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          joka tiistai                       | NO_HOUR
          klo 9–11                           | NO_DAY
          silloin tällöin klo 9–11           | NOT_UNDERSTOOD
          joka tiistai 9–11, ei joulukuussa  | NOT_UNDERSTOOD
          ke 1.12. klo 17–19                 | OTHER_WEEKDAY
          31.11. klo 17–19                   | NO_SUCH_DAY
          joka tiistai 19–17                 | END_FIRST
          joka tiistai 25–26                 | NO_HOUR
          """)
  void whatIsNotSureIsNotGuessed(String words, RuleWords.Reason reason) {
    assertThat(RuleWords.read(words, TODAY))
        .isInstanceOfSatisfying(
            RuleWords.Outcome.NotRead.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @Test
  void wordsThatNobodyTypedAreNotReadAtAll() {
    String endless = "1.1.2027, ".repeat(10_000);
    assertThat(RuleWords.read(endless, TODAY)).isInstanceOf(RuleWords.Outcome.NotRead.class);
    assertThat(HoursWords.read(endless, TODAY)).isInstanceOf(HoursWords.Outcome.NotRead.class);
  }

  @Test
  void theDatesMeanTheSameNextAutumn() {
    var now = (RuleWords.Outcome.Read) RuleWords.read("joka tiistai 9–11, ei 24.12.", TODAY);
    var later = RuleWords.read(now.words(), TODAY.plusMonths(9));

    assertThat(now.words()).isEqualTo("joka tiistai 9–11, ei 24.12.2026");
    assertThat(((RuleWords.Outcome.Read) later).rule().except()).isEqualTo(now.rule().except());
  }

  @Test
  void everyOtherWeekKeepsItsWeeksWhenReadAgain() {
    var now = (RuleWords.Outcome.Read) RuleWords.read("joka toinen tiistai 9–11", TODAY);
    var later = (RuleWords.Outcome.Read) RuleWords.read(now.words(), TODAY.plusWeeks(1));

    assertThat(later.rule()).isEqualTo(now.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "joka tiistai 9.30–11.30 | joka tiistai 9.30–11.30",
        "parillisten viikkojen ti klo 9-11, ei 8.12. | joka parillisen viikon tiistai 9.00–11.00, ei 8.12.2026",
        "1.12. klo 17–19 | 1.12.2026 klo 17.00–19.00"
      })
  void aRuleIsSaidInWordsThatMeanTheSame(String words, String said) {
    EventRule rule = ((RuleWords.Outcome.Read) RuleWords.read(words, TODAY)).rule();

    assertThat(SpokenRule.say(rule, Lang.FI)).isEqualTo(said);
    for (Lang lang : Lang.values()) {
      assertThat(RuleWords.read(SpokenRule.say(rule, lang), TODAY))
          .isInstanceOfSatisfying(
              RuleWords.Outcome.Read.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
  }

  private static String next(String words) {
    if (!(RuleWords.read(words, TODAY) instanceof RuleWords.Outcome.Read read)) {
      return String.valueOf(RuleWords.read(words, TODAY));
    }
    Event event = Events.aFamilyCafe(read.rule());
    return Recurrence.of(event).between(TODAY, TODAY.plusMonths(15)).stream()
        .limit(4)
        .map(it -> it.start().atZone(Zone.HELSINKI).toLocalDate().format(DAY))
        .collect(Collectors.joining(" "));
  }
}
