package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Term;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// What an area has several of and what it lacks.
@HouseTest
// A town of its own: what other tests publish would be counted.
@TestPropertySource(properties = "rinnalla.test.town=supply")
class SupplyTests {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired Supply supply;
  @Autowired Areas areas;
  @Autowired People people;
  @Autowired WebApplicationContext context;
  @Autowired Clock clock;

  @BeforeEach
  void aTownWithOneCafeAndOneStoryHour() {
    var mll = Listings.anAssociation("MLL Hyvinkää");
    var library = Listings.aLibrary("Hyvinkään kirjasto", 60.6305, 24.8600);
    var shelter = Listings.aShelter("Turvakoti");
    List.of(mll, library, shelter).forEach(it -> directory.publish("t", it));
    var help = Listings.aService("Perheneuvonta", mll, "Apua arkeen.", AgeRange.ANY);
    directory.publish("t", help);
    directory.publish("t", Listings.at(help, library));
    calendar.publish("t", Events.held("Satuhetki", mll, library, Events.everyTuesday()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            finder.isReady()
                && finder.find(Query.all(clock.instant()).of(Supply.OFFERS)).total() == 2);
  }

  private Area hyvinkaa() {
    return areas.get(HYVINKAA);
  }

  @Test
  void aNumberIsWhatItsSearchFinds() {
    for (Supply.OfTheme row : supply.byTheme(List.of(hyvinkaa()))) {
      Query search =
          Query.all(clock.instant())
              .of(Supply.OFFERS)
              .about(row.theme().code().value())
              .in(new Query.Where.In(List.of(HYVINKAA), hyvinkaa().centre()));

      assertThat(row.towns().getFirst().offers()).isEqualTo(finder.find(search).total());
    }
    assertThat(supply.byTheme(List.of(hyvinkaa())))
        .anyMatch(it -> !it.isNowhere())
        .anyMatch(Supply.OfTheme::isNowhere);
  }

  @Test
  void aStoryHourOfTuesdayMorningIsThereAndNowhereElse() {
    List<Supply.OfDay> week = supply.byTime(hyvinkaa(), null);

    assertThat(week).hasSize(7);
    for (Supply.OfDay day : week) {
      boolean tuesday = day.day().equals(LocalDate.of(2026, 11, 24));
      assertThat(day.parts().get(Supply.Part.MORNING)).isEqualTo(tuesday ? 1 : 0);
      assertThat(day.parts().get(Supply.Part.AFTERNOON)).isZero();
      assertThat(day.parts().get(Supply.Part.EVENING)).isZero();
    }
    Term nothing =
        supply.byTheme(List.of(hyvinkaa())).stream()
            .filter(Supply.OfTheme::isNowhere)
            .findFirst()
            .orElseThrow()
            .theme();
    assertThat(supply.byTime(hyvinkaa(), nothing))
        .allMatch(day -> day.parts().values().stream().allMatch(it -> it == 0));
  }

  @Test
  void aTownIsShownWithItsNeighboursAndACountyWithItsTowns() {
    assertThat(supply.towns(List.of(HYVINKAA))).hasSize(4).startsWith(hyvinkaa());
    AreaCode county = areas.lineage(HYVINKAA).get(1).code();
    assertThat(supply.towns(List.of(county)))
        .contains(hyvinkaa())
        .allMatch(it -> it.type() == Area.Type.MUNICIPALITY);
    assertThat(supply.towns(List.of())).isEmpty();
  }

  @Test
  void thoseWhoLookAfterAnAreaSeeItAndOthersDoNot() throws Exception {
    Neighbourhood here = new Neighbourhood(people, context);
    var raija = here.moderatorOf("106", "tarjonta@example.org", Level.STRONG);
    var weak = here.moderatorOf("106", "tarjonta-heikko@example.org", Level.WEAK);
    var editor = here.editorOf(Listings.anAssociation("MLL Hyvinkää"), "eero@example.org");

    String page =
        here.ask(raija, get("/fi/yllapito/tarjonta").param("area", "M106")).getContentAsString();
    assertThat(page)
        .contains("Mitä on ja mitä puuttuu", "/fi/haku?area=M106", "ei mitään")
        // One story hour in a week of seven mornings, afternoons and evenings.
        .contains("Hyvinkää: seuraavan viikon 21 aamusta, iltapäivästä ja illasta 20 on tyhjiä.")
        .containsPattern("ti 24[.]11[.]: iltapäivällä, illalla<")
        .containsPattern("ke 25[.]11[.]: aamulla, iltapäivällä, illalla<")
        .doesNotContain("Turvakoti");
    assertThat(here.ask(raija, get("/fi/yllapito")).getContentAsString())
        .contains("/fi/yllapito/tarjonta");
    assertThat(
            here.ask(raija, get("/sv/underhall/utbud").param("area", "X1").param("theme", "?"))
                .getStatus())
        .isEqualTo(200);
    assertThat(here.ask(editor, get("/fi/yllapito/tarjonta")).getStatus()).isEqualTo(404);
    assertThat(here.ask(weak, get("/fi/yllapito/tarjonta")).getStatus()).isNotEqualTo(200);
  }
}
