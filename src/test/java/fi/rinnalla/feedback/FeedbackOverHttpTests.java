package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// The pages of feedback: opened beside one's own event, answered by anybody who was there.
@HouseTest
@TestPropertySource(properties = "rinnalla.notifications.delivers=false")
class FeedbackOverHttpTests {
  private static final Caller VISITOR = Caller.visitor();

  /// The story hour of Tuesday, 24 November, from 9.30.
  private static final String TUESDAY = "2026-11-24T07:30:00Z";

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization ours;
  private Event hour;
  private Caller eero;
  private Caller pia;

  @BeforeEach
  void aStoryHour() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from feedback.round").update());
    here = new Neighbourhood(people, context);
    ours = Neighbourhood.anAssociation(directory, "Satuväki", "106");
    Organization theirs = Neighbourhood.anAssociation(directory, "Toinen väki", "106");
    Location hall = Listings.aLibrary("Satutalo", 60.63, 24.86);
    directory.publish("t", hall);
    hour = Events.held("Väen satuhetki", ours, hall, Events.everyTuesday());
    calendar.publish("t", hour);
    eero = here.editorOf(ours, "eero.s@example.org");
    pia = here.editorOf(theirs, "pia.s@example.org");
  }

  @AfterEach
  void timeGoesBack() {
    clock.set(GivenClock.NOW);
  }

  @Test
  void anEditorOpensARoundForTheTimesOfTheirOwnEvent() throws Exception {
    assertThat(here.ask(eero, get(opening())).getContentAsString())
        .contains("Väen satuhetki", TUESDAY);
    assertThat(here.ask(eero, post(opening())).getStatus()).as("no time chosen").isEqualTo(422);
    assertThat(here.ask(eero, post(opening()).param("time", "eilen")).getStatus()).isEqualTo(422);

    String round = opened();

    assertThat(here.ask(eero, get(round)).getContentAsString())
        .contains("Väen satuhetki", "Alle viisi on vastannut", "juliste.pdf");
    assertThat(here.ask(eero, get(rounds())).getContentAsString()).contains(round);
  }

  @Test
  void anotherOrganizationsEventHasNoSuchPage() throws Exception {
    String theirs =
        "/fi/oma/jarjesto/" + pia.organizations().iterator().next() + "/ilmoitus/" + hour.id();

    for (String path : List.of(opening(), theirs + "/palaute")) {
      assertThat(here.ask(pia, post(path).param("time", TUESDAY)).getStatus())
          .as(path)
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/fi/palaute/, Miten meni?, Väen satuhetki",
    "/sv/respons/, Hur gick det?, Väen satuhetki",
    "/en/feedback/, How did it go?, Väen satuhetki"
  })
  void anybodyAnswersInTheirLanguageWithoutSigningIn(String where, String asked, String title)
      throws Exception {
    opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = where + token();
    String form = body(VISITOR, link);
    assertThat(form).contains(asked, title, "noindex").doesNotContain("Sign in first");

    MockHttpServletResponse answer = here.ask(VISITOR, answered(link, form(form)));

    assertThat(answer.getRedirectedUrl()).isEqualTo(link + "?done=1");
    assertThat(here.ask(VISITOR, get(link).param("done", "1")).getStatus()).isEqualTo(200);
    assertThat(count("feedback.answer where lang = '" + where.substring(1, 3) + "'")).isOne();
  }

  @Test
  void thePhoneIsToldThatItAnsweredInWordsThatAreTheSameForAll() throws Exception {
    opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = "/fi/palaute/" + token();
    MockHttpServletResponse first = here.ask(VISITOR, answered(link, form(body(VISITOR, link))));
    assertThat(first.getCookies()).hasSize(3);
    for (Cookie mark : first.getCookies()) {
      assertThat(mark.getValue()).isEqualTo("1");
      assertThat(mark.getPath()).endsWith(token());
      assertThat(mark.isHttpOnly()).isTrue();
    }
    Cookie mark = first.getCookies()[0];
    String again = here.ask(VISITOR, get(link).cookie(mark)).getContentAsString();
    assertThat(again).contains("Tästä puhelimesta on jo vastattu");

    here.ask(VISITOR, answered(link, form(again)).cookie(mark));

    assertThat(count("feedback.answer")).isEqualTo(2);
    assertThat(count("feedback.round where again = 1")).isOne();
  }

  @Test
  void theSameFormTwiceIsOneAnswer() throws Exception {
    opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = "/fi/palaute/" + token();
    String form = form(body(VISITOR, link));

    here.ask(VISITOR, answered(link, form));
    assertThat(here.ask(VISITOR, answered(link, form)).getRedirectedUrl())
        .isEqualTo(link + "?done=1");

    assertThat(count("feedback.answer")).isOne();
  }

  @Test
  void whatWasLeftOutIsAskedAgainAndWhatWasWrittenStays() throws Exception {
    opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = "/fi/palaute/" + token();

    MockHttpServletResponse answer =
        here.ask(
            VISITOR,
            post(link).param("more", "yes").param("learnt", "people").param("words", "Kiva <b>"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("Valitse numero yhdestä viiteen", "href=\"#useful-first\"", "Kiva &lt;b")
        .containsPattern("value=\"people\" checked")
        .doesNotContain("Valitse kyllä tai en");
    assertThat(count("feedback.answer")).isZero();
  }

  @Test
  void aLinkThatIsNotOpenSaysSoKindly() throws Exception {
    opened();
    String link = "/fi/palaute/" + token();
    assertThat(body(VISITOR, link)).contains("Hetki vielä");
    clock.set(GivenClock.NOW.plus(Duration.ofDays(9)));

    MockHttpServletResponse closed = here.ask(VISITOR, get(link));

    assertThat(closed.getStatus()).isEqualTo(410);
    assertThat(closed.getContentAsString()).contains("Vastausaika on päättynyt");
    MockHttpServletResponse never = here.ask(VISITOR, get("/fi/palaute/eiole"));
    assertThat(never.getStatus()).isEqualTo(410);
    assertThat(here.ask(VISITOR, answered(link, UUID.randomUUID().toString())).getStatus())
        .isEqualTo(410);
    assertThat(count("feedback.answer")).isZero();
  }

  @Test
  void thePosterHasTheLinkAndTheQuestionInThreeLanguages() throws Exception {
    String round = opened();
    Matcher file =
        Pattern.compile("href=\"([^\"]+juliste\\.pdf)\"")
            .matcher(here.ask(eero, get(round)).getContentAsString());
    assertThat(file.find()).isTrue();

    MockHttpServletResponse poster = here.ask(eero, get(file.group(1)));

    assertThat(poster.getContentType()).isEqualTo("application/pdf");
    try (PDDocument read = Loader.loadPDF(poster.getContentAsByteArray())) {
      assertThat(read.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(read))
          .contains("Miten meni? Kerro!", "Hur gick det?", "How did it go?", "Väen satuhetki")
          .contains(token());
    }
    assertThat(here.ask(pia, get(file.group(1))).getStatus()).isEqualTo(404);
  }

  @Test
  void aSummaryIsMadeReadDecidedAndPublishedOnThePage() throws Exception {
    String round = opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = "/fi/palaute/" + token();
    for (int i = 0; i < 5; i++) {
      here.ask(VISITOR, answered(link, UUID.randomUUID().toString()));
    }
    assertThat(here.ask(eero, post(round).param("act", "summarise")).getStatus()).isEqualTo(422);
    assertThat(here.ask(eero, get(round)).getContentAsString())
        .contains("Ainakin 5 on vastannut", "ei voi enää muuttaa");
    clock.set(GivenClock.NOW.plus(Duration.ofDays(9)));
    assertThat(here.ask(eero, post(round).param("act", "summarise")).getStatus()).isEqualTo(302);
    assertThat(here.ask(eero, get(round)).getContentAsString()).contains("5/5");
    String summary = "/fi/palaute/yhteenveto/" + round.substring(round.length() - 36);
    assertThat(here.ask(VISITOR, get(summary)).getStatus()).isEqualTo(404);

    MockHttpServletResponse tooLong =
        here.ask(
            eero,
            post(round)
                .param("act", "review")
                .param("decision", "continue")
                .param("minutes", "Pitkä" + "x".repeat(4000)));
    assertThat(tooLong.getStatus()).isEqualTo(422);
    assertThat(tooLong.getContentAsString())
        .contains("Pitkäxxx")
        .as("what was chosen stays chosen")
        .containsPattern("value=\"continue\" checked");
    here.ask(
        eero,
        post(round)
            .param("act", "review")
            .param("decision", "continue")
            .param("minutes", "Nähdään keväällä"));
    here.ask(eero, post(round).param("act", "publish"));

    assertThat(body(VISITOR, summary))
        .contains("5/5", "Jatketaan samaan tapaan")
        .doesNotContain("Nähdään keväällä", "%");
  }

  @Test
  void aRefusedRemarkShowsWhatWasTypedAndStaysAsItWas() throws Exception {
    String round = opened();
    clock.set(GivenClock.NOW.plus(Duration.ofDays(2)));
    String link = "/fi/palaute/" + token();
    for (int i = 0; i < 5; i++) {
      here.ask(
          VISITOR, answered(link, UUID.randomUUID().toString()).param("words", "Kahvi oli hyvää"));
    }
    clock.set(GivenClock.NOW.plus(Duration.ofDays(9)));
    here.ask(eero, post(round).param("act", "summarise"));
    String page = here.ask(eero, get(round)).getContentAsString();
    var id = Pattern.compile("name=\"remark\" value=\"([^\"]+)\"").matcher(page);
    assertThat(id.find()).isTrue();

    MockHttpServletResponse refused =
        here.ask(
            eero,
            post(round + "/sanat")
                .param("remark", id.group(1))
                .param("act", "show")
                .param("words", "Lyhennetty" + "x".repeat(3000)));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Lyhennettyxxx", "Kahvi oli hyvää");
    assertThat(here.ask(eero, get(round)).getContentAsString()).doesNotContain("Lyhennetty");
  }

  private String opening() {
    return "/fi/oma/jarjesto/" + ours.id() + "/ilmoitus/" + hour.id() + "/palaute";
  }

  private String rounds() {
    return "/fi/oma/jarjesto/" + ours.id() + "/palaute";
  }

  private String opened() throws Exception {
    MockHttpServletResponse answer = here.ask(eero, post(opening()).param("time", TUESDAY));
    assertThat(answer.getStatus()).isEqualTo(302);
    return String.valueOf(answer.getRedirectedUrl());
  }

  private String token() {
    return house.step(
        () -> jdbc.sql("select token from feedback.sitting").query(String.class).single());
  }

  private static MockHttpServletRequestBuilder answered(String link, String form) {
    return post(link)
        .param("form", form)
        .param("useful", "5")
        .param("more", "yes")
        .param("learnt", "people", "information");
  }

  private static String form(String page) {
    Matcher form = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
    assertThat(form.find()).isTrue();
    return form.group(1);
  }

  private String body(Caller caller, String path) throws Exception {
    return here.ask(caller, get(path)).getContentAsString();
  }

  private int count(String table) {
    return house.step(
        () -> jdbc.sql("select count(*) from " + table).query(Integer.class).single());
  }
}
