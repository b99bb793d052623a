package fi.rinnalla.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.Outbox;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/// Where no moderator has been for a week, a new picture is out of sight until one has looked.
@HouseTest
class WaitingPicturesTests {
  private static final Duration OVER_A_WEEK = Duration.ofDays(7).plusSeconds(1);
  private static final String WAITING = "/fi/yllapito/kuvat";

  @Autowired Outbox outbox;
  @Autowired Pictures pictures;
  @Autowired WaitingPictures waitingPictures;
  @Autowired Workspace workspace;
  @Autowired Directory directory;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Organization ours;
  private Caller eero;
  private Caller raija;
  private Caller stranger;
  private Kept kept;

  @BeforeEach
  void aPublishedEventInATownWithAModerator() throws Exception {
    clock.set(GivenClock.NOW);
    clear();
    here = new Neighbourhood(people, context);
    ours = Neighbourhood.anAssociation(directory, "Kuvailijat", "046");
    eero = here.editorOf(ours, "eero.k@example.org");
    raija = here.moderatorOf("046", "raija.k@example.org", Level.STRONG);
    stranger = here.moderatorOf("047", "seppo.k@example.org", Level.STRONG);
    kept = publish("Kuvallinen kahvila");
  }

  @AfterEach
  void clear() {
    clock.set(GivenClock.NOW);
    for (String table :
        List.of(
            "upkeep.moderator", "workspace.sheet", "pictures.picture", "notifications.letter")) {
      house.step(() -> jdbc.sql("delete from " + table).update());
    }
  }

  @Test
  void whileAModeratorIsHereAPictureIsSeenAtOnce() throws Exception {
    put();

    assertThat(pictures.find(Subject.of(kept))).isPresent();
    assertThat(Neighbourhood.as(raija, () -> waitingPictures.of(raija))).isEmpty();
  }

  @Test
  void afterAWeekANewPictureIsForItsOrganizationAndItsModeratorsOnly() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    String address = waiting().address();

    assertThat(pictures.find(Subject.of(kept))).isEmpty();
    assertThat(here.ask(Caller.visitor(), get(address)).getStatus()).isEqualTo(404);
    assertThat(here.ask(stranger, get(address)).getStatus()).isEqualTo(404);
    assertThat(here.ask(eero, get(address)).getStatus()).isEqualTo(200);
    var seen = here.ask(raija, get(address));
    assertThat(seen.getStatus()).isEqualTo(200);
    assertThat(seen.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(here.ask(eero, get(door())).getContentAsString())
        .contains("Perheet eivät vielä näe tätä kuvaa");
  }

  @Test
  void aModeratorShowsItInOnePress() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    Picture picture = waiting();

    assertThat(here.ask(raija, get("/fi/yllapito")).getContentAsString())
        .contains("kuva odottaa katsojaa", WAITING);
    assertThat(here.ask(raija, get(WAITING)).getContentAsString())
        .contains("Kuvallinen kahvila", "Kuvailijat", "Valoisa huone", picture.address());
    var answer = here.ask(raija, settling(picture, "show"));

    assertThat(answer.getRedirectedUrl()).isEqualTo(WAITING + "?done=1");
    assertThat(pictures.find(Subject.of(kept))).isPresent();
    assertThat(here.ask(Caller.visitor(), get(picture.address())).getStatus()).isEqualTo(200);
    assertThat(lastAct()).isEqualTo("moderate picture REGION_ADMIN");
    assertThat(here.ask(raija, settling(picture, "show")).getStatus()).isEqualTo(409);
  }

  @Test
  void aRefusedPictureIsGoneAndItsEditorIsToldWhy() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    Picture picture = waiting();

    var unreasoned = here.ask(raija, settling(picture, "refuse"));
    assertThat(unreasoned.getStatus()).isEqualTo(422);
    assertThat(unreasoned.getContentAsString()).contains("Valitse syy.");
    assertThat(waiting()).isEqualTo(picture);

    var answer = here.ask(raija, settling(picture, "refuse").param("reason", "somebody_known"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(here.ask(eero, get(picture.address())).getStatus()).isEqualTo(404);
    assertThat(outbox.letters()).hasSize(1);
    assertThat(outbox.letters().getFirst())
        .contains("Lisäämääsi kuvaa ei julkaistu", "koska siitä tunnistaa jonkun");
  }

  @Test
  void whatItsEditorChangedSinceKeepsWaiting() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    Picture seen = waiting();
    Neighbourhood.as(
        eero,
        () ->
            pictures.save(
                eero,
                ours.id(),
                Subject.of(kept),
                new Pictures.Typed(
                    seen.version(), null, Text.fi("Jotain aivan muuta"), true, Lang.FI)));

    assertThat(here.ask(raija, settling(seen, "show")).getStatus()).isEqualTo(409);
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
  }

  @Test
  void anotherInPlaceOfOneThatWaitsKeepsWaitingThoughAModeratorIsHere() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    Picture first = waiting();
    here.ask(raija, get(WAITING));

    put(first.version());

    assertThat(waiting().id()).isNotEqualTo(first.id());
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
    assertThat(here.ask(raija, settling(waiting(), "bogus")).getStatus()).isEqualTo(422);
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
  }

  @Test
  void staffOfAnotherAreaNeitherSeesNorSettlesIt() throws Exception {
    clock.pass(OVER_A_WEEK);
    put();
    Picture picture = waiting();

    assertThat(here.ask(stranger, get(WAITING)).getContentAsString())
        .doesNotContain("Kuvallinen kahvila");
    assertThat(here.ask(stranger, settling(picture, "show")).getStatus()).isEqualTo(404);
    assertThat(here.ask(eero, settling(picture, "show")).getStatus()).isEqualTo(404);
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
    assertThat(
            here.ask(raija, post(WAITING).param("picture", "'--").param("act", "show")).getStatus())
        .isEqualTo(409);
  }

  @Test
  void theListingThatWaitsIsLookedAtWithItsPicture() throws Exception {
    Kept draft = save("Luonnos kuvineen", false);
    kept = draft;
    put();
    String address = pictures.find(Subject.of(draft)).orElseThrow().address();
    assertThat(here.ask(raija, get(address)).getStatus()).as("a draft's").isEqualTo(404);
    clock.pass(OVER_A_WEEK);
    Neighbourhood.as(
        eero,
        () ->
            workspace.save(
                eero,
                ours.id(),
                draft.id(),
                draft.kind(),
                draft.version(),
                draft.sheet(),
                true,
                Lang.FI));

    String list = here.ask(raija, get("/fi/yllapito/odottavat")).getContentAsString();

    assertThat(list).contains("Luonnos kuvineen", "alt=\"Valoisa huone\"");
    assertThat(here.ask(raija, get(address)).getStatus()).isEqualTo(200);
    assertThat(here.ask(stranger, get(address)).getStatus()).isEqualTo(404);
  }

  private Kept publish(String title) throws Exception {
    return save(title, true);
  }

  private Kept save(String title, boolean publish) throws Exception {
    Sheet sheet =
        Sheet.EMPTY
            .with("title_fi", title)
            .with(Field.WHEN, "joka tiistai 9.30–11.30")
            .with(Field.PLACE, "Pihalla");
    Workspace.Saved saved =
        Neighbourhood.as(
            eero,
            () ->
                workspace.save(
                    eero,
                    ours.id(),
                    UUID.randomUUID(),
                    Kept.Kind.EVENT,
                    0,
                    sheet,
                    publish,
                    Lang.FI));
    return ((Workspace.Saved.Done) saved).kept();
  }

  private void put() throws Exception {
    put(0);
  }

  private void put(int version) throws Exception {
    Pictures.Saved saved =
        Neighbourhood.as(
            eero,
            () ->
                pictures.save(
                    eero,
                    ours.id(),
                    Subject.of(kept),
                    new Pictures.Typed(version, shot(), Text.fi("Valoisa huone"), true, Lang.FI)));
    assertThat(saved).isInstanceOf(Pictures.Saved.Done.class);
  }

  private static Upload shot() {
    byte[] content = Shots.jpeg(640, 480);
    return new Upload() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public byte[] read() {
        return content;
      }
    };
  }

  private Picture waiting() throws Exception {
    return Neighbourhood.as(eero, () -> pictures.find(eero, ours.id(), Subject.of(kept)))
        .orElseThrow();
  }

  private MockHttpServletRequestBuilder settling(Picture picture, String act) {
    return post(WAITING)
        .param("picture", picture.id().value())
        .param("version", String.valueOf(picture.version()))
        .param("act", act);
  }

  private String door() {
    return "/fi/oma/jarjesto/" + ours.id() + "/ilmoitus/" + kept.id() + "/kuva";
  }

  private String lastAct() {
    return house.step(() ->
        jdbc.sql(
                "select action || ' ' || record || ' ' || role from audit.entry"
                    + " where record_id = :id order by seq desc limit 1")
            .param("id", kept.id().toString())
            .query(String.class)
            .single());
  }
}
