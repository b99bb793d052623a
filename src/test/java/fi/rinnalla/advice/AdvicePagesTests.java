package fi.rinnalla.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The pages of a desk: keeping it, its figures, and a talk that goes to another desk.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "db-scheduler.enabled=false")
class AdvicePagesTests {
  @Autowired DutyTable table;
  @Autowired LeftQuestions questions;
  @Autowired Tally tally;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired GivenClock.Settable clock;

  private Organization ours;
  private UUID desk;
  private Caller sanna;
  private Caller editor;
  private String kept;

  @BeforeEach
  void aDesk() throws Exception {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from advice.desk").update());
    ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
    editor = table.someone(Role.ORG_EDITOR, ours);
    kept = "/fi/oma/jarjesto/" + ours.id().value() + "/neuvonta/" + desk;
  }

  @Test
  void aTalkGoesToAnotherDeskAndStandsFirstThereWithAllThatWasSaid() throws Exception {
    Organization others = table.anOrganization();
    UUID otherDesk = table.aDesk(others);
    Caller joel = table.anAdviser(otherDesk, others, "Joel");
    String early = table.comes(otherDesk);
    String token = table.comes(desk);
    UUID chat = table.chat(token);
    table.visitors.say(token, UUID.randomUUID(), "Kaipaan seuraa");
    table.takes(sanna, desk, token);
    String address = "/fi/oma/neuvonta/" + desk + "/keskustelu/" + chat;
    assertThat(page(get(address), sanna)).contains("Kaipaan seuraa", otherDesk.toString());

    MockHttpServletResponse handed =
        ask(
            post(address)
                .param("act", "hand_on")
                .param("to", otherDesk.toString())
                .param("note", "Tarvitsee kerhon"),
            sanna);

    assertThat(handed.getRedirectedUrl()).endsWith(desk + "?done=handed_over");
    assertThat(table.talk(token).place()).isEqualTo(1);
    assertThat(table.talk(early).place()).isEqualTo(2);
    assertThat(ask(get(address), sanna).getStatus()).isEqualTo(404);
    table.takes(joel, otherDesk, token);
    assertThat(page(get("/fi/oma/neuvonta/" + otherDesk + "/keskustelu/" + chat), joel))
        .contains("Kaipaan seuraa", "Tarvitsee kerhon");
  }

  @Test
  void theWayToANavigatorIsShownInATalkAndNothingOfItGoesAlong() throws Exception {
    String token = table.comes(desk);
    table.visitors.say(token, UUID.randomUUID(), "Kaipaan seuraa");
    table.takes(sanna, desk, token);
    String address = "/fi/oma/neuvonta/" + desk + "/keskustelu/" + table.chat(token);
    String key = UUID.randomUUID().toString();

    for (int press = 0; press < 2; press++) {
      ask(post(address).param("act", "help").param("key", key), sanna);
    }

    assertThat(page(get(address), sanna)).containsOnlyOnce("href=\"/fi/apua?from=chat\"");
    assertThat(table.talk(token).messages())
        .filteredOn(it -> it.body().equals(ChatMessage.Notice.HELP.code()))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(ChatMessage.Kind.NOTICE));
    assertThat(ask(get("/fi/apua").param("from", "chat"), sanna).getContentAsString())
        .contains("Keskustelustasi ei siirry")
        .doesNotContain("Kaipaan seuraa");
  }

  @Test
  void aReadyAnswerIsChangedWhereItIsAndStaysOne() throws Exception {
    String answers = "/fi/oma/neuvonta/" + desk + "/vastaukset";
    ask(
        post(answers).param("lang", "fi").param("title", "Kerhot").param("body", "Tulla saa."),
        sanna);
    Matcher link = Pattern.compile("\\?edit=([0-9a-f-]{36})").matcher(page(get(answers), sanna));
    assertThat(link.find()).isTrue();
    assertThat(page(get(answers + link.group()), sanna))
        .contains("Muuta valmista vastausta", "value=\"Kerhot\"");

    ask(
        post(answers)
            .param("edit", link.group(1))
            .param("lang", "fi")
            .param("title", "Kerhot")
            .param("body", "Tulla saa milloin vain."),
        sanna);

    assertThat(page(get(answers), sanna))
        .containsOnlyOnce("<strong lang=\"fi\">Kerhot</strong>")
        .contains("milloin vain");
    assertThat(page(get(answers + "?edit=------------------------------------"), sanna))
        .contains("Uusi valmis vastaus");
  }

  @Test
  void aDeskThatTakesNobodyGetsNoTalk() throws Exception {
    UUID shut = table.aDesk(table.anOrganization());
    String token = table.comes(desk);
    table.takes(sanna, desk, token);
    String address = "/fi/oma/neuvonta/" + desk + "/keskustelu/" + table.chat(token);

    MockHttpServletResponse answer =
        ask(post(address).param("act", "hand_on").param("to", shut.toString()), sanna);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Kukaan ei juuri nyt voi ottaa");
  }

  @Test
  void hoursThatCantBeReadStayInTheForm() throws Exception {
    MockHttpServletResponse answer =
        ask(
            post(kept).param("act", "week").param("day_1", "aamulla").param("day_2", "9–12"),
            editor);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("Kirjoita ajat näin", "value=\"aamulla\"", "value=\"9–12\"");

    assertThat(
            ask(post(kept).param("act", "week").param("day_2", "9–12"), editor).getRedirectedUrl())
        .endsWith("?done=week");
    assertThat(page(get(kept), editor)).contains("value=\"9.00–12.00\"", "Luvut", "Tietopankki");
    Caller stranger = table.someone(Role.ORG_EDITOR, table.anOrganization());
    assertThat(ask(get(kept), stranger).getStatus()).isEqualTo(404);
  }

  @Test
  void theFiguresAreForThoseWhoKeepTheDeskAndForTheRegion() throws Exception {
    clock.set(GivenClock.NOW.minus(Duration.ofDays(8)));
    count(Tally.What.CONTACT, 12);
    count(Tally.What.ANSWERED, 12);
    count(Tally.What.OUTSIDE, 3);
    clock.set(GivenClock.NOW);

    assertThat(page(get(kept + "/luvut"), editor))
        .contains("Keskusteluja", "piilotettu", "r-heat--4")
        .containsPattern("<dd>\\s*12\\s*</dd>");
    MockHttpServletResponse csv = ask(get(kept + "/luvut.csv"), editor);
    assertThat(csv.getContentType()).startsWith("text/csv");
    assertThat(csv.getContentAsString())
        .contains("Keskusteluja;;12\r\n", "Tultiin, kun kukaan ei voinut vastata;;\r\n");
    Caller stranger = table.someone(Role.ORG_OWNER, table.anOrganization());
    assertThat(ask(get(kept + "/luvut"), stranger).getStatus()).isEqualTo(404);
    assertThat(page(get("/fi/yllapito/neuvonta/" + desk), admin("106")))
        .containsPattern("<dd>\\s*12\\s*</dd>");
    assertThat(ask(get("/fi/yllapito/neuvonta/" + desk), admin("564")).getStatus()).isEqualTo(404);
  }

  @Test
  void aTalkIsBegunFromOurOwnPageAlone() throws Exception {
    assertThat(begun("Origin", "https://vieras.example")).isEqualTo(404);
    assertThat(begun("Sec-Fetch-Site", "cross-site")).isEqualTo(404);
    assertThat(begun("Origin", "null")).isEqualTo(404);
    assertThat(begun("Host", "localhost", "Origin", "http://localhost")).isLessThan(400);
  }

  private int begun(String... headers) throws Exception {
    var form = post("/fi/keskustelu/aloita/" + desk);
    for (int i = 0; i < headers.length; i += 2) {
      form.header(headers[i], headers[i + 1]);
    }
    return mvc.perform(form).andReturn().getResponse().getStatus();
  }

  @Test
  void lookingAtAShutDeskIsNoContactAndPressingOrLeavingAQuestionIs() throws Exception {
    DutyTable.as(sanna, () -> table.duty.shift(sanna, desk, Adviser.Shift.OFF, 2));
    for (int i = 0; i < 3; i++) {
      mvc.perform(get("/fi/keskustelu/aloita/" + desk));
    }
    assertThat(outside()).isZero();

    mvc.perform(post("/fi/keskustelu/aloita/" + desk).header("Sec-Fetch-Site", "same-origin"));
    questions.leave(
        desk,
        questions.secret(),
        Lang.FI,
        Optional.empty(),
        "Milloin?",
        LeftQuestion.Reply.LINK,
        null);

    assertThat(outside()).isEqualTo(2);
  }

  private int outside() {
    return house.step(() ->
        jdbc.sql("select coalesce(sum(times), 0) from advice.tally where what = 'outside'")
            .query(Integer.class)
            .single());
  }

  private void count(Tally.What what, int times) {
    house.step(() -> {
      for (int i = 0; i < times; i++) {
        tally.add(desk, Lang.FI, Optional.of(Topic.MONEY), what);
      }
      return times;
    });
  }

  private Caller admin(String municipality) {
    PersonId id = new PersonId(UUID.randomUUID());
    return Viewer.house(() -> {
      table.people.add(new Person(id, "Raija", null, Lang.FI, false));
      table.people.give(id, Role.REGION_ADMIN, null, AreaCode.municipality(municipality), null);
      return table.people.caller(id, Level.STRONG).orElseThrow();
    });
  }

  private String page(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
    MockHttpServletResponse answer = ask(request, caller);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, Caller caller)
      throws Exception {
    var in = new SignedIn(caller.person().id().value(), Level.STRONG, GivenClock.NOW);
    return mvc.perform(
            request
                .with(csrf())
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(in, null, List.of()))))
        .andReturn()
        .getResponse();
  }
}
