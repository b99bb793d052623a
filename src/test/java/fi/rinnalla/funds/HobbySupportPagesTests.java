package fi.rinnalla.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.families.Household;
import fi.rinnalla.funds.HobbyApplication.State;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@HouseTest
@TestPropertySource(
    properties = {"rinnalla.notifications.delivers=false", "db-scheduler.enabled=false"})
class HobbySupportPagesTests {
  @Autowired Fundraising raising;
  @Autowired Household household;
  @Autowired HobbyApplicationRows rows;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization varikko;
  private Caller helmi;
  private Caller kerttu;
  private Caller father;
  private FundId fund = new FundId(new UUID(0, 0));

  @BeforeEach
  void people() throws Exception {
    clock.set(GivenClock.NOW);
    here = new Neighbourhood(people, context);
    varikko = household.anOrganization();
    helmi = raising.having("Helmi", varikko, Role.HOBBY_HANDLER);
    kerttu = raising.having("Kerttu", varikko, Role.PROFESSIONAL);
    father = household.someone("Isto");
    fund = raising.fund(helmi, varikko, 300);
  }

  @Test
  void everybodySeesWhatIsOpenAndNobodyWhoseMoneyItIs() throws Exception {
    assertThat(page(Caller.visitor(), get("/fi/harrastustuki")))
        .contains("Harrastustuki", "23.12.2026", "7–17-vuotiaille", "Hyvinkää", "300\u00a0€")
        .doesNotContain("Lahjoittaja");
    assertThat(page(Caller.visitor(), get("/sv/hobbystod"))).contains("Hobbystöd", "Hyvinge");
    assertThat(page(Caller.visitor(), get("/en/hobby-support"))).contains("Hobby support");
  }

  @Test
  void whatWasTypedStaysAndADraftIsKeptAsItIs() throws Exception {
    String draft = begun();
    var faulty =
        here.ask(
            father,
            post(draft).param("act", "send").param("nickname", "Ella").param("sum", "paljon"));
    assertThat(faulty.getStatus()).isEqualTo(422);
    assertThat(faulty.getContentAsString())
        .contains("value=\"paljon\"", "value=\"Ella\"", "Kirjoita summa euroina");

    here.ask(father, post(draft).param("act", "save").param("sum", "ehkä sata"));

    assertThat(page(father, get(draft))).contains("value=\"ehkä sata\"", "Luonnos");
  }

  @Test
  void aHandlerAsksAParentAnswersAndAClubSeesAPaidPlaceAndNothingMore() throws Exception {
    HobbyApplicationId id = raising.recommended(father, kerttu, fund, raising.words("Ella", 180));
    String desk = desk(id);
    assertThat(page(helmi, get(desk))).contains("Ella, 2014", "Jalkapallo", "tarpeen");

    here.ask(helmi, post(desk).param("act", "ask").param("asked", "fee_receipt"));
    String own = "/fi/oma/harrastustuki/" + id;
    assertThat(page(father, get(own))).contains("Seuran lasku tai kuitti");
    here.ask(father, typed(post(own), raising.words("Ella", 180).with("Lasku 12")));
    var accepted = here.ask(helmi, post(desk).param("act", "accept").param("sum", "180 €"));

    assertThat(accepted.getRedirectedUrl()).endsWith("?done=accept");
    String link = "/fi/maksu/" + find(id).serial();
    assertThat(page(father, get(own))).contains(link);
    String club = main(page(Caller.visitor(), get(link)));
    assertThat(club).contains("180\u00a0€", "Ella", "Palloseura");
    assertThat(club.toLowerCase(Locale.ROOT))
        .doesNotContain("tuki", "tuke", "rahasto", "lahjoit", "hakemu", "2014");
    assertThat(here.ask(Caller.visitor(), post(link).param("invoice", "<b>")).getStatus())
        .isEqualTo(422);
    here.ask(Caller.visitor(), post(link).param("invoice", "A-17"));
    assertThat(find(id).state()).isEqualTo(State.REDEEMED);
    assertThat(here.ask(helmi, post(desk).param("act", "pay")).getContentAsString())
        .contains("joku toinen");
  }

  @Test
  void aProfessionalSeesWhoNamedThemAndAfterwardsOnlyWhereItStands() throws Exception {
    HobbyApplicationId id = raising.sent(father, fund, raising.words("Ella", 180));
    String link = "/fi/oma/suositukset/" + raising.link("kuraattori-ella@koulu.example");
    assertThat(page(kerttu, get("/fi/oma/suositukset"))).doesNotContain("Ella");
    assertThat(page(kerttu, get(link))).contains("Ella, 2014", "Olen nähnyt tarpeen");
    assertThat(here.ask(kerttu, post(link)).getStatus()).isEqualTo(422);

    here.ask(kerttu, post(link).param("word", "need_seen"));

    assertThat(find(id).state()).isEqualTo(State.RECOMMENDED);
    assertThat(page(kerttu, get("/fi/oma/suositukset"))).contains("Ella", "Käsittelyssä");
    assertThat(page(kerttu, get("/fi/oma/suositukset/" + id))).doesNotContain("180\u00a0€");
  }

  @Test
  void figuresForTheDonorHideWhatIsSmall() throws Exception {
    HobbyApplicationId id = raising.recommended(father, kerttu, fund, raising.words("Ella", 180));
    here.ask(helmi, post(desk(id)).param("act", "accept").param("sum", "180"));
    String table = "/fi/oma/jarjesto/" + varikko.id() + "/rahastot/" + fund + "/taulukko";

    assertThat(page(helmi, get(table)))
        .contains("Rahaa kaikkiaan,300\u00a0€", "Luvattu tai maksettu,alle 5")
        .doesNotContain("180", "Ella", "Jalkapallo", "Palloseura");
  }

  @Test
  void aHandlerSetsUpAFundWithWordsThatCanBeMended() throws Exception {
    String funds = "/fi/oma/jarjesto/" + varikko.id() + "/rahastot";
    var faulty = here.ask(helmi, post(funds).param("name_fi", "Uusi").param("areas", "Olematon"));
    assertThat(faulty.getStatus()).isEqualTo(422);
    assertThat(faulty.getContentAsString()).contains("value=\"Olematon\"", "kuntaa ei löytynyt");

    var made =
        here.ask(
            helmi,
            post(funds)
                .param("name_fi", "Uusi")
                .param("budget", "1 000,50")
                .param("most", "100")
                .param("youngest", "7")
                .param("oldest", "17")
                .param("areas", "Hyvinkää, Riihimäki"));
    String there = Objects.requireNonNull(made.getRedirectedUrl()).replaceAll("\\?.*", "");
    assertThat(here.ask(helmi, post(there).param("act", "round").param("opens", "x")).getStatus())
        .isEqualTo(422);
    here.ask(helmi, post(there).param("opens", "2026-12-01").param("closes", "18.12.2026"));
    assertThat(page(helmi, get(there))).contains("1.12.2026 – 18.12.2026", "1000,50\u00a0€");
  }

  private String begun() throws Exception {
    var begun =
        here.ask(
            father, post("/fi/oma/harrastustuki").param("round", raising.round(fund).toString()));
    return Objects.requireNonNull(begun.getRedirectedUrl());
  }

  private String desk(HobbyApplicationId id) {
    return "/fi/oma/jarjesto/" + varikko.id() + "/rahastot/" + fund + "/hakemus/" + id;
  }

  private static MockHttpServletRequestBuilder typed(
      MockHttpServletRequestBuilder form, HobbyWords words) {
    return form.param("act", "answer")
        .param("nickname", words.nickname())
        .param("year", words.year())
        .param("area", words.area())
        .param("club", words.club())
        .param("hobby", words.hobby())
        .param("sum", words.sum())
        .param("starts", words.starts())
        .param("ends", words.ends())
        .param("kind", words.kind())
        .param("recommender", words.recommender())
        .param("answer", words.answer());
  }

  private String page(Caller caller, MockHttpServletRequestBuilder request) throws Exception {
    var response = here.ask(caller, request);
    response.setCharacterEncoding("UTF-8");
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString();
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  private HobbyApplication find(HobbyApplicationId id) {
    return house.step(() -> rows.find(id)).orElseThrow();
  }
}
