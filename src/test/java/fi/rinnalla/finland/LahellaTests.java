package fi.rinnalla.finland;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.exchange.ImportRun;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class LahellaTests {
  @Autowired Imports imports;
  @Autowired Calendar calendar;
  @TempDir Path folder;

  private Map<String, Integer> notices = Map.of();

  private List<Event> events(String title, String fields) throws IOException {
    Files.writeString(
        folder.resolve("activities.json"),
        "{\"defaults\": {}, \"events\": [{\"_key\": \"k\", \"title\": {\"fi\": \"%s\", \"sv\": \"%s på svenska\"}, %s}]}"
            .formatted(title, title, fields));
    ImportRun run =
        imports.run(
            Source.byHand("lahella" + Math.abs(title.hashCode()), LahellaReader.LAHELLA, "x"),
            folder.toString(),
            ProgressListener.NOBODY);
    notices = run.notices();
    List<Event> found = new ArrayList<>();
    calendar.forEach((EventListing it) -> {
      if (Objects.equals(it.event().title().fi(), title)) {
        found.add(it.event());
      }
    });
    return found;
  }

  private static String schedule(String fields) {
    return "\"schedule\": {\"start_date\": \"2026-12-01\", \"end_date\": \"2027-05-31\", \"timezone\": \"Europe/Helsinki\", %s}"
        .formatted(fields);
  }

  @Test
  void aGroupWithItsPlaceAgesPriceAndWays() throws IOException {
    Event group =
        events(
                "Vaunukävely",
                """
                "type": "hobby", "summary": {"fi": "Kävellään."}, "description": {"fi": "<p>Rauhaa <strong>vain</strong>.</p>"},
                "categories": {"themes": ["ht_urheilu"], "formats": ["hm_ryhmat"], "locales": ["fi-FI", "fisl", "uk-UA"]},
                "demographics": {"age_groups": ["baby", "child"], "gender": ["gender"]},
                "regions": ["city/FI/Hyvinkää"],
                "location": {"type": "place", "summary": {"fi": "Puiston portti"}, "accessibility": ["ac_wheelchair", "ac_itoilet", "ac_parking"],
                  "address": {"street": "Puistotie 1", "postal_code": "05800", "city": "Hyvinkää", "coordinates": [24.86, 60.63], "zoom": 16}},
                "pricing": {"type": "free"},
                "registration": {"required": false, "url": "https://ilmo.example", "info": {"fi": "Tule vain."}},
                "contacts": {"list": [{"type": "email", "value": "kavely@keksitty.example", "description": {"fi": "Maija Mallikas"}}]},
                """
                    + schedule(
                        "\"event_type\": \"4\", \"recurrence_period\": \"P1W\", \"recurrence_gap\": \"P2W\", \"exclude\": [\"2026-12-15\"], \"weekly\": [{\"weekday\": 2, \"start_time\": \"10:00\", \"end_time\": \"11:30\"}]"))
            .getFirst();

    assertThat(group.kind()).isEqualTo(Event.Kind.GROUP);
    assertThat(group.ages()).isEqualTo(AgeRange.of(0, 6));
    assertThat(group.languages()).containsExactly("fi", "sgn", "uk");
    assertThat(group.keywords()).containsExactly("liikunta", "ryhmät");
    assertThat(group.price().isFree()).isTrue();
    assertThat(group.venue().area()).hasToString("M106");
    assertThat(group.venue().name().fi()).isEqualTo("Puiston portti");
    assertThat(Objects.requireNonNull(group.venue().position()).lat()).isEqualTo(60.63);
    assertThat(group.facts().features())
        .containsExactlyInAnyOrder(Accessibility.WHEELCHAIR, Accessibility.ACCESSIBLE_TOILET);
    assertThat(group.registration().need()).isEqualTo(Event.Registration.Need.NONE);
    assertThat(group.description().fi())
        .startsWith("Rauhaa vain.")
        .contains("kavely@keksitty.example")
        .doesNotContain("Mallikas");
    assertThat(group.rule().rrule())
        .isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270531T235959");
    assertThat(group.rule().start()).isEqualTo(LocalDateTime.of(2026, 12, 1, 10, 0));
    assertThat(group.rule().duration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(group.rule().except()).containsExactly(LocalDateTime.of(2026, 12, 15, 10, 0));
  }

  @Test
  void weekdaysWithOtherTimesStandBesideTheRule() throws IOException {
    Event club =
        events(
                "Kerho",
                "\"type\": \"hobby\", \"categories\": {\"formats\": [\"hm_kohtaamispaikka\"]}, \"schedule\": {\"start_date\": \"2026-12-01\", \"end_date\": \"2026-12-14\", \"event_type\": \"2\", \"weekly\": ["
                    + "{\"weekday\": 1, \"start_time\": \"09:00\", \"end_time\": \"11:00\"}, {\"weekday\": 3, \"start_time\": \"09:00\", \"end_time\": \"11:00\"},"
                    + "{\"weekday\": 4, \"start_time\": \"17:00\", \"end_time\": \"18:00\"}]}")
            .getFirst();

    assertThat(club.kind()).isEqualTo(Event.Kind.MEETING_PLACE);
    assertThat(club.rule().rrule()).startsWith("FREQ=WEEKLY;BYDAY=MO,WE");
    assertThat(club.rule().start()).isEqualTo(LocalDateTime.of(2026, 12, 2, 9, 0));
    assertThat(club.rule().extra())
        .containsExactly(
            LocalDateTime.of(2026, 12, 3, 17, 0), LocalDateTime.of(2026, 12, 10, 17, 0));
    assertThat(club.changes()).hasSize(2);
  }

  @Test
  void anAbsurdNumberOfTimesIsCutShortAndTold() throws IOException {
    String times =
        IntStream.range(0, 7 * 600)
            .mapToObj(n ->
                "{\"weekday\": %d, \"start_time\": \"%02d:%02d\"}"
                    .formatted(n % 7 + 1, n / 7 / 60 + 8, n / 7 % 60))
            .collect(Collectors.joining(","));
    Event club =
        events(
                "Ainakerho",
                schedule("\"event_type\": \"2\", \"weekly\": [" + times + "]")
                    + ", \"type\": \"hobby\"")
            .getFirst();

    assertThat(club.rule().extra()).hasSize(500);
    assertThat(notices).containsKey("TooManyDates");
  }

  @Test
  void onceAMonthIsTheSameTurnOfTheWeekday() throws IOException {
    Event monthly =
        events(
                "Kuukausikahvi",
                schedule(
                    "\"event_type\": \"4\", \"recurrence_period\": \"P1M\", \"weekly\": [{\"weekday\": 4, \"start_time\": \"10:00\", \"end_time\": \"11:00\"}]"))
            .getFirst();

    assertThat(monthly.rule().rrule()).startsWith("FREQ=MONTHLY;BYDAY=1TH");
  }

  @Test
  void onceAndAStretchOfDays() throws IOException {
    Event once =
        events(
                "Jouluaskartelu",
                "\"schedule\": {\"start_date\": \"2026-12-10\", \"end_date\": \"2026-12-10\", \"event_type\": \"1\"}")
            .getFirst();
    Event exhibition =
        events(
                "Näyttely",
                "\"type\": \"voluntary\", \"schedule\": {\"start_date\": \"2026-12-10\", \"end_date\": \"2026-12-16\", \"event_type\": \"3\", \"recurrence_period\": \"P1D\"}")
            .getFirst();

    assertThat(once.rule().allDay()).isTrue();
    assertThat(once.rule().repeats()).isFalse();
    assertThat(exhibition.rule().duration()).isEqualTo(Duration.ofDays(7));
    assertThat(exhibition.kind()).isEqualTo(Event.Kind.VOLUNTEERING);
  }

  @Test
  void eachChannelIsAnEventOfItsOwn() throws IOException {
    List<Event> held =
        events(
            "Vertaistuki",
            "\"type\": \"support\", \"channels\": ["
                + "{\"location\": {\"type\": \"place\", \"address\": {\"postal_code\": \"05800\"}}, \"schedule\": {\"start_date\": \"2026-12-10\", \"end_date\": \"2026-12-10\", \"event_type\": \"1\"}},"
                + "{\"location\": {\"type\": \"online\", \"www\": \"https://etana.example\"}, \"schedule\": {\"start_date\": \"2026-12-11\", \"end_date\": \"2026-12-11\", \"event_type\": \"1\"}}]");

    assertThat(held).hasSize(2);
    assertThat(held).extracting(Event::kind).containsOnly(Event.Kind.ADVICE);
    assertThat(held).anyMatch(event -> event.venue().isOnline());
  }

  @Test
  void whatCanNotBeReadIsTold() throws IOException {
    List<Event> none =
        events(
            "Ilman aikaa",
            "\"schedule\": {\"end_date\": \"2026-12-10\"}, \"image\": {\"path\": \"kuva.jpg\"}");
    assertThat(none).isEmpty();
    assertThat(notices).containsKey("MissingRequiredField");

    events(
        "Outo",
        "\"type\": \"party\", \"categories\": {\"themes\": [\"ht_x\"]}, \"demographics\": {\"age_groups\": [\"old\"]}, \"pricing\": {\"type\": \"cheap\"}, "
            + schedule("\"event_type\": \"9\", \"exclude\": [\"soon\"]"));
    assertThat(notices).containsEntry("UnknownWord", 5).containsEntry("NotADate", 1);
  }
}
