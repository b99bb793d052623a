package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class EventCalendarTests {
  private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 11, 24, 9, 30);

  @Autowired Pages pages;

  @Test
  void eachTimeStandsByItselfAndACancelledOneSaysSo() {
    Event club = Events.aFamilyCafe("Kerho", EventRule.once(TUESDAY, Duration.ofHours(2)));
    Page page = pages.at("/fi/tapahtuma/kerho.ics", null);
    List<Occurrence> times =
        List.of(
            time(club, TUESDAY, "2026-11-24T07:30:00Z", false),
            time(club, TUESDAY.plusWeeks(2), "2026-12-08T07:30:00Z", true));

    String ics = EventCalendar.write(page, club, times, "Torikatu 6", "https://example.org/kerho");

    List<VEvent> written = Biweekly.parse(ics).first().getEvents();
    assertThat(written)
        .hasSize(2)
        .allSatisfy(one -> {
          assertThat(one.getSummary().getValue()).isEqualTo(page.words(club.title()));
          assertThat(one.getLocation().getValue()).isEqualTo("Torikatu 6");
        });
    assertThat(written).extracting(one -> one.getUid().getValue()).doesNotHaveDuplicates();
    assertThat(written.getFirst().getDateStart().getValue().toInstant())
        .isEqualTo("2026-11-24T07:30:00Z");
    assertThat(written.getFirst().getStatus().isCancelled()).isFalse();
    assertThat(written.getLast().getStatus().isCancelled()).isTrue();
  }

  private static Occurrence time(
      Event event, LocalDateTime local, String start, boolean cancelled) {
    Instant at = Instant.parse(start);
    return new Occurrence(
        event.id(), local, at, at.plus(Duration.ofHours(2)), cancelled, Text.none(), Text.none());
  }
}
