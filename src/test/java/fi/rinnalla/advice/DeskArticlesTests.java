package fi.rinnalla.advice;

import static fi.rinnalla.advice.DutyTable.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Kind;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.Results;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/// What is asked often: drafted at the desk, published by who keeps it, found by everybody.
@HouseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = {"rinnalla.test.town=articles", "db-scheduler.enabled=false"})
class DeskArticlesTests {
  @Autowired DutyTable table;
  @Autowired DeskArticles articles;
  @Autowired Articles knowledge;
  @Autowired Wanting wanting;
  @Autowired Tally tally;
  @Autowired Finder finder;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired GivenClock.Settable clock;

  private Organization ours;
  private UUID desk;
  private Caller sanna;
  private Caller editor;
  private DeskArticles.Side atDesk;
  private DeskArticles.Side keepers;
  private Service helpline;

  @BeforeEach
  void aDesk() throws Exception {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from advice.desk").update());
    ours = table.anOrganization();
    desk = table.aDesk(ours);
    sanna = table.anAdviser(desk, ours, "Sanna");
    editor = table.someone(Role.ORG_EDITOR, ours);
    atDesk = new DeskArticles.Side(desk, null);
    keepers = new DeskArticles.Side(desk, ours.id().value());
    helpline = Listings.aFamilyCafe("Itkupuhelin " + desk, ours);
    table.directory.publish("t", helpline);
  }

  private DeskArticles.Told told(Text question, Text answer) {
    return new DeskArticles.Told(
        question,
        answer,
        "coping",
        List.of(new Article.Link("service", helpline.id().value())),
        "");
  }

  private UUID published(Text question, Text answer) throws Exception {
    UUID id = UUID.randomUUID();
    assertThat(as(sanna, () -> articles.write(sanna, atDesk, id, told(question, answer))))
        .isEqualTo(DeskArticles.Outcome.DONE);
    assertThat(as(editor, () -> articles.become(editor, keepers, id, Article.State.PUBLISHED)))
        .isEqualTo(DeskArticles.Outcome.DONE);
    return id;
  }

  private List<Results.Hit> found(String words) {
    return finder.isReady()
        ? finder.find(Query.all(GivenClock.NOW).withWords(words).of(Set.of(Kind.ARTICLE))).hits()
        : List.of();
  }

  @Test
  void aDraftIsFoundByNobodyAndAPublishedOneAtOnceInEachLanguage() throws Exception {
    UUID id = UUID.randomUUID();
    Text question =
        new Text("Kuka keinuttaa kehtoa?", "Vem vaggar vaggan?", "Who rocks the cradle?");
    Text answer = new Text("Vuorotellen.", "I tur och ordning.", "In turns.");
    as(sanna, () -> articles.write(sanna, atDesk, id, told(question, answer)));
    await().atMost(Duration.ofSeconds(20)).until(finder::isReady);
    assertThat(found("kehtoa")).isEmpty();
    assertThat(knowledge.published(knowledge.find(id).orElseThrow().slug())).isEmpty();

    as(editor, () -> articles.become(editor, keepers, id, Article.State.PUBLISHED));

    await().atMost(Duration.ofSeconds(5)).until(() -> found("kehto").size() == 1);
    assertThat(found("vagga")).hasSize(1);
    assertThat(found("cradle").getFirst().card().title().sv()).isEqualTo("Vem vaggar vaggan?");
    assertThat(finder.find(Query.all(GivenClock.NOW).withWords("kehto")).facets())
        .extractingByKey(Results.Facet.KIND)
        .asString()
        .contains("article");

    as(editor, () -> articles.become(editor, keepers, id, Article.State.RETIRED));
    await().atMost(Duration.ofSeconds(5)).until(() -> found("kehto").isEmpty());
  }

  @Test
  void anAdviserDraftsAndOnlyAKeeperPublishesOrChangesWhatIsShown() throws Exception {
    UUID id = UUID.randomUUID();
    Text words = Text.fi("Miksi?");
    as(sanna, () -> articles.write(sanna, atDesk, id, told(words, words)));
    assertThatThrownBy(
            () -> as(sanna, () -> articles.become(sanna, atDesk, id, Article.State.PUBLISHED)))
        .isInstanceOf(NoSuchRecord.class);

    as(editor, () -> articles.become(editor, keepers, id, Article.State.PUBLISHED));

    assertThat(as(sanna, () -> articles.write(sanna, atDesk, id, told(words, words))))
        .isEqualTo(DeskArticles.Outcome.NOT_NOW);
    assertThat(
            as(editor, () -> articles.write(editor, keepers, id, told(Text.fi("Siksi?"), words))))
        .isEqualTo(DeskArticles.Outcome.DONE);
    assertThat(knowledge.find(id).orElseThrow().isPublished()).isTrue();
  }

  @Test
  void anotherOrganizationsPeopleHaveNoDeskHere() throws Exception {
    UUID id = published(Text.fi("Kenen?"), Text.fi("Meidän."));
    Organization others = table.anOrganization();
    Caller stranger = table.someone(Role.ORG_OWNER, others);
    var side = new DeskArticles.Side(desk, others.id().value());
    UUID theirDesk = table.aDesk(others);
    var theirs = new DeskArticles.Side(theirDesk, others.id().value());

    assertThatThrownBy(() -> as(stranger, () -> articles.of(stranger, side)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> as(stranger, () -> articles.of(stranger, keepers)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> as(stranger, () -> articles.find(stranger, theirs, id)))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(
            () -> as(stranger, () -> articles.become(stranger, theirs, id, Article.State.RETIRED)))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() throws Exception {
    UUID id = UUID.randomUUID();
    Text good = Text.fi("Hyvä?");
    assertThat(write(id, Text.none(), good)).isEqualTo(DeskArticles.Outcome.NO_QUESTION);
    assertThat(write(id, good, new Text("On.", "Ja.", null))).isEqualTo(DeskArticles.Outcome.HALF);
    assertThat(write(id, good, Text.fi("<b>On</b>"))).isEqualTo(DeskArticles.Outcome.MARKUP);
    assertThat(write(id, good, Text.fi("[Muualle](https://example.org)")))
        .isEqualTo(DeskArticles.Outcome.BAD_LINK);
    assertThat(write(id, Text.fi("x".repeat(161)), good)).isEqualTo(DeskArticles.Outcome.TOO_LONG);
    assertThat(knowledge.find(id)).isEmpty();
  }

  private DeskArticles.Outcome write(UUID id, Text question, Text answer) throws Exception {
    return as(sanna, () -> articles.write(sanna, atDesk, id, told(question, answer)));
  }

  @Test
  void thePageHasTheWayOnAndSaysInWhichLanguageItIs() throws Exception {
    UUID id = published(Text.fi("Mihin soittaa itkusta?"), Text.fi("Soita.\n\n[Tapaa](/fi/tapaa)"));
    await().atMost(Duration.ofSeconds(5)).until(() -> found("itkusta").size() == 1);
    Article article = knowledge.find(id).orElseThrow();
    String fi = page(get("/fi/usein-kysytty/" + article.slug()));
    assertThat(fi)
        .contains("Mihin soittaa itkusta?", "<a href=\"/fi/tapaa\">Tapaa</a>", "Kysy ihmiseltä")
        .contains("Itkupuhelin", "Auttoiko tämä?", "Tarkistettu");
    assertThat(page(get("/sv/vanlig-fraga/" + article.slug()))).contains("lang=\"fi\"");
    assertThat(page(get("/fi/keskustelu/aloita/" + desk))).contains("Mihin soittaa itkusta?");
    assertThat(page(get("/fi/kysy"))).contains("Mihin soittaa itkusta?");

    for (int i = 0; i < 6; i++) {
      mvc.perform(
          post("/fi/auttoiko/" + article.slug())
              .param("said", i < 5 ? "yes" : "no")
              .header("Sec-Fetch-Site", "same-origin"));
    }
    var kept = as(editor, () -> articles.of(editor, keepers)).getFirst();
    assertThat(kept.yes()).isEqualTo(5);
    assertThat(kept.no()).isEqualTo(SmallNumbers.HIDDEN);
  }

  @Test
  void aFormThatMustBeMendedKeepsWhatWasTyped() throws Exception {
    UUID id = UUID.randomUUID();
    String address = "/fi/oma/jarjesto/" + ours.id().value() + "/neuvonta/" + desk + "/tietopankki";
    MockHttpServletResponse answer =
        mvc.perform(
                signedIn(post(address + "/" + id), editor)
                    .param("question_fi", "Miten?")
                    .param("answer_fi", "<i>Näin</i>")
                    .param("act", "publish"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains(
            "HTML-merkintöjä ei oteta vastaan", "value=\"Miten?\"", "&lt;i&gt;Näin&lt;/i&gt;");

    mvc.perform(
        signedIn(post(address + "/" + id), editor)
            .param("question_fi", "Miten?")
            .param("answer_fi", "Näin")
            .param("act", "publish"));
    assertThat(page(signedIn(get(address), editor))).contains("Miten?", "Julkaistu");
    assertThat(page(signedIn(get("/fi/oma/neuvonta/" + desk + "/tietopankki/" + id), sanna)))
        .contains("Tämä ei ole enää luonnos")
        .doesNotContain("name=\"answer_fi\"");
  }

  @Test
  void whatWasAskedInVainIsCountedByTopicAndNoSmallNumberIsShown() throws Exception {
    clock.set(GivenClock.NOW.minus(Duration.ofDays(8)));
    count(Topic.MONEY, Tally.What.CONTACT, 12);
    count(Topic.MONEY, Tally.What.UNANSWERED, 7);
    count(Topic.COUPLE, Tally.What.CONTACT, 3);
    count(Topic.EVERYDAY, Tally.What.QUESTION, 20);
    clock.set(GivenClock.NOW);

    List<Wanting.Line> lines = as(editor, () -> wanting.of(editor, keepers));

    assertThat(lines)
        .containsExactly(
            new Wanting.Line(Topic.EVERYDAY, 20, 0, 0),
            new Wanting.Line(Topic.COUPLE, SmallNumbers.HIDDEN, 0, 0),
            new Wanting.Line(Topic.MONEY, SmallNumbers.HIDDEN, 7, 0));
  }

  private void count(Topic topic, Tally.What what, int times) {
    house.step(() -> {
      for (int i = 0; i < times; i++) {
        tally.add(desk, Lang.FI, Optional.of(topic), what);
      }
      return times;
    });
  }

  private String page(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private static MockHttpServletRequestBuilder signedIn(
      MockHttpServletRequestBuilder request, Caller caller) {
    var in = new SignedIn(caller.person().id().value(), Level.STRONG, GivenClock.NOW);
    return request
        .with(csrf())
        .with(
            authentication(UsernamePasswordAuthenticationToken.authenticated(in, null, List.of())));
  }
}
