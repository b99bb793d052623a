package fi.rinnalla.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.workspace.Field;
import fi.rinnalla.workspace.Kept;
import fi.rinnalla.workspace.Sheet;
import fi.rinnalla.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// An organization's pictures: put, seen by whom they may be, and taken away.
@HouseTest
class PicturesTests {
  private static final Organization OURS = Listings.anAssociation("Kuvien yhdistys");
  private static final Organization THEIRS = Listings.anAssociation("Kuvaton yhdistys");
  private static final String HERE = "/fi/oma/jarjesto/" + OURS.id();

  @Autowired Pictures pictures;
  @Autowired Workspace workspace;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired GivenClock.Settable clock;
  @Autowired WebApplicationContext context;

  private MockMvc pages;
  private Caller eero;
  private Caller pia;

  @BeforeEach
  void twoOrganizations() {
    directory.publish("t", OURS);
    directory.publish("t", THEIRS);
    pages = MockMvcBuilders.webAppContextSetup(context).build();
    eero = editorOf("eero@kuvat.example.org", OURS);
    pia = editorOf("pia@kuvat.example.org", THEIRS);
  }

  @AfterEach
  void backToTheGivenTime() {
    clock.set(GivenClock.NOW);
    house.step(() -> jdbc.sql("delete from pictures.picture").update());
  }

  @Test
  void aPictureOfAPublishedEventIsSeenByEverybody() throws Exception {
    Kept kept = event("Kuvakahvila", true);

    var answer = ask(eero, upload(kept, Shots.photo(1600, 1200, 1)));

    assertThat(answer.getRedirectedUrl()).isEqualTo(door(kept) + "?done=saved");
    String slug = calendar.find(new EventId(kept.id())).orElseThrow().slug();
    String page = visit("/fi/tapahtuma/" + slug).getContentAsString();
    Picture picture = only(kept);
    assertThat(page)
        .contains("src=\"" + picture.address() + "\"", "width=\"1280\" height=\"960\"")
        .contains(picture.srcset(), "alt=\"Valoisa huone\"")
        .contains("og:image\" content=\"http://localhost:", picture.address() + "\"")
        .contains("\"image\":\"http://localhost:");
    var file = visit(picture.address());
    assertThat(file.getStatus()).isEqualTo(200);
    assertThat(file.getContentType()).isEqualTo("image/jpeg");
    assertThat(file.getHeaders("Cache-Control"))
        .containsExactly("private, max-age=31536000, immutable");
    assertThat(file.getHeaders("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(Shots.read(file.getContentAsByteArray()).getWidth()).isEqualTo(1280);
  }

  @Test
  void aDraftsPictureIsForItsOwnOrganizationOnly() throws Exception {
    Kept kept = event("Luonnoskahvila", false);
    ask(eero, upload(kept, Shots.jpeg(640, 480)));
    String address = only(kept).address();

    assertThat(visit(address).getStatus()).isEqualTo(404);
    assertThat(ask(pia, get(address)).getStatus()).isEqualTo(404);
    var own = ask(eero, get(address));
    assertThat(own.getStatus()).isEqualTo(200);
    assertThat(own.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aWithdrawnEventsPictureIsGoneAtOnce() throws Exception {
    Kept kept = event("Loppuva kahvila", true);
    ask(eero, upload(kept, Shots.jpeg(640, 480)));
    String address = only(kept).address();
    assertThat(visit(address).getStatus()).isEqualTo(200);

    as(eero, () -> workspace.withdraw(eero, OURS.id(), kept.id(), kept.version(), Lang.FI));

    assertThat(visit(address).getStatus()).isEqualTo(404);
  }

  @Test
  void aServicesPictureIsOnItsPage() throws Exception {
    Kept kept =
        save(
            Kept.Kind.SERVICE,
            Sheet.EMPTY
                .with("title_fi", "Kuvapalvelu")
                .with("deliveries", "phone")
                .with(Field.PHONE, "019 123 456")
                .with(Field.DELIVERIES, "phone"),
            true);
    ask(eero, upload(kept, Shots.jpeg(640, 900)));

    String slug =
        directory.find(new fi.rinnalla.directory.ServiceId(kept.id())).orElseThrow().slug();
    assertThat(visit("/fi/palvelu/" + slug).getContentAsString())
        .contains(only(kept).srcset(), "r-picture--tall", "\"image\":\"http://localhost:");
  }

  @Test
  void aLogoIsOnTheOrganizationsPage() throws Exception {
    var answer =
        ask(
            eero,
            multipart(HERE + "/logo")
                .file(file(Shots.halfTransparentPng(800, 400)))
                .param("alt_fi", "Yhdistyksen logo")
                .param("promise", "yes"));

    assertThat(answer.getRedirectedUrl()).isEqualTo(HERE + "/logo?done=saved");
    Picture logo = pictures.find(Subject.of(OURS.id())).orElseThrow();
    String slug = directory.find(OURS.id()).orElseThrow().slug();
    assertThat(visit("/fi/jarjestaja/" + slug).getContentAsString())
        .contains(logo.address(), "width=\"160\" height=\"80\"", "alt=\"Yhdistyksen logo\"");
    var file = visit(logo.address());
    assertThat(file.getContentType()).isEqualTo("image/png");
    assertThat(visit(logo.address().replace(".png", ".jpg")).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodyPutsAPictureToAnothersListing() throws Exception {
    Kept kept = event("Meidän kahvila", true);

    assertThat(ask(pia, upload(kept, Shots.jpeg(640, 480))).getStatus()).isEqualTo(404);
    assertThat(ask(pia, get(door(kept))).getStatus()).isEqualTo(404);
    String disguised = door(kept).replace(OURS.id().toString(), THEIRS.id().toString());
    assertThat(ask(pia, get(disguised)).getStatus()).isEqualTo(404);
    assertThat(ask(pia, multipart(HERE + "/logo").file(file(Shots.png(640, 480)))).getStatus())
        .isEqualTo(404);
    Caller stranger = pia;
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            as(
                stranger,
                () ->
                    pictures.save(
                        stranger,
                        THEIRS.id(),
                        Subject.of(kept),
                        new Pictures.Typed(0, null, Text.fi("x"), true, Lang.FI))))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
  }

  @Test
  void everyFaultIsToldAndNothingChanges() throws Exception {
    Kept kept = event("Viallinen", true);

    var nothing = ask(eero, multipart(door(kept)));
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString())
        .contains("href=\"#file\"", "href=\"#alt_fi\"")
        .contains("Valitse kuva.", "Kerro, mitä kuvassa näkyy.");
    var unpromised =
        ask(
            eero,
            multipart(door(kept))
                .file(file(Shots.jpeg(640, 480)))
                .param("alt_fi", "Piha <talvella>"));
    assertThat(unpromised.getStatus()).isEqualTo(422);
    assertThat(unpromised.getContentAsString())
        .contains("href=\"#promise\"", "Piha &lt;talvella&gt;", "Valitse myös kuva uudelleen");
    var page = ask(eero, upload(kept, "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(page.getStatus()).isEqualTo(422);
    assertThat(page.getContentAsString()).contains("Tämä ei ole JPEG-, PNG- tai WebP-kuva.");
    var large = ask(eero, upload(kept, new byte[10 * 1024 * 1024 + 1]));
    assertThat(large.getStatus()).isEqualTo(422);
    assertThat(large.getContentAsString()).contains("Tähän mahtuu 10 Mt", "Valoisa huone");
    assertThat(pictures.find(Subject.of(kept))).isEmpty();
  }

  @Test
  void theWordsAreAskedInTheFormsLanguage() throws Exception {
    Kept kept = event("Kielikahvila", true);
    String swedish = "/sv/min/organisation/" + OURS.id() + "/annons/" + kept.id() + "/bild";

    var answer =
        ask(
            eero,
            multipart(swedish)
                .file(file(Shots.jpeg(640, 480)))
                .param("alt_fi", "Piha")
                .param("alt_en", "x".repeat(301))
                .param("promise", "yes"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("href=\"#alt_sv\"", "href=\"#alt_en\"", "Högst 300 tecken");
  }

  @Test
  void theWordsChangeWithoutAnotherPicture() throws Exception {
    Kept kept = event("Sanakahvila", true);
    ask(eero, upload(kept, Shots.jpeg(640, 480)));
    Picture before = only(kept);

    var answer =
        ask(eero, multipart(door(kept)).param("version", "1").param("alt_fi", "Piha ja keinu"));

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(only(kept).id()).isEqualTo(before.id());
    assertThat(only(kept).alt()).isEqualTo(Text.fi("Piha ja keinu"));
  }

  @Test
  void theLaterOfTwoIsToldAndNothingIsOverwritten() throws Exception {
    Kept kept = event("Kahden kahvila", true);
    ask(eero, upload(kept, Shots.jpeg(640, 480)));

    var later = ask(eero, upload(kept, Shots.jpeg(700, 480)).param("alt_sv", "Gården"));

    assertThat(later.getStatus()).isEqualTo(409);
    assertThat(later.getContentAsString()).contains("Joku muu ehti muuttaa kuvaa", "Gården");
    assertThat(only(kept).largest().width()).isEqualTo(640);
    var removing = ask(eero, post(door(kept) + "/poista").param("version", "7"));
    assertThat(removing.getStatus()).isEqualTo(409);
    assertThat(pictures.find(Subject.of(kept))).isPresent();
  }

  @Test
  void aChangedOrRemovedPictureLeavesNothing() throws Exception {
    Kept kept = event("Vaihtuva", true);
    ask(eero, upload(kept, Shots.jpeg(640, 480)));
    String first = only(kept).address();
    ask(eero, upload(kept, Shots.jpeg(700, 480)).param("version", "1"));
    String second = only(kept).address();

    assertThat(second).isNotEqualTo(first);
    assertThat(visit(first).getStatus()).isEqualTo(404);
    var removed = ask(eero, post(door(kept) + "/poista").param("version", "2"));
    assertThat(removed.getRedirectedUrl()).isEqualTo(door(kept) + "?done=removed");
    assertThat(visit(second).getStatus()).isEqualTo(404);
    assertThat(Viewer.house(() -> count("pictures.rendition"))).isZero();
    assertThat(acts(kept)).containsExactly("create picture", "update picture", "delete picture");
  }

  @Test
  void theSamePictureHasAnotherAddressInAnotherListing() throws Exception {
    byte[] same = Shots.jpeg(640, 480);
    Kept one = event("Yksi", true);
    Kept other = event("Toinen", false);
    ask(eero, upload(one, same));
    ask(eero, upload(other, same));

    assertThat(only(one).id()).isNotEqualTo(only(other).id());
  }

  @Test
  void anAddressThatIsNoneIsNotThere() throws Exception {
    for (String name :
        List.of(
            "x.jpg",
            "0".repeat(32) + "-320.jpg",
            "0".repeat(32) + "-320.svg",
            "0".repeat(32) + "-99999.jpg")) {
      assertThat(visit("/pictures/" + name).getStatus()).as(name).isEqualTo(404);
    }
  }

  @Test
  void noMoreThanTwoAreMadeAtOnce() throws Exception {
    Kept kept = event("Ruuhka", true);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch on = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Pictures.Saved>> slow =
          List.of(event("Hidas", true), event("Hitaampi", true)).stream()
              .map(it -> threads.submit(() -> as(eero, () -> put(it, waiting(begun, on)))))
              .toList();
      begun.await();

      var answer = ask(eero, upload(kept, Shots.jpeg(640, 480)));

      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
      assertThat(answer.getContentAsString()).contains("Odota kymmenen sekuntia", "Valoisa huone");
      on.countDown();
      for (Future<Pictures.Saved> one : slow) {
        assertThat(one.get()).isInstanceOf(Pictures.Saved.Done.class);
      }
    }
    assertThat(ask(eero, upload(kept, Shots.jpeg(640, 480))).getStatus()).isEqualTo(302);
  }

  @Test
  void eachNightWhatNobodyNeedsIsTakenAway() throws Exception {
    Kept shown = event("Jatkuva", true);
    Kept draft = event("Kesken", false);
    Kept ended = event("Päättynyt", true);
    Kept lost = event("Kadonnut", false);
    for (Kept kept : List.of(shown, draft, ended, lost)) {
      ask(eero, upload(kept, Shots.jpeg(640, 480)));
    }
    as(eero, () -> workspace.withdraw(eero, OURS.id(), ended.id(), ended.version(), Lang.FI));
    house.step(() ->
        jdbc.sql("delete from workspace.sheet where id = :id").param("id", lost.id()).update());

    assertThat(pictures.forget()).isEqualTo(1);
    assertThat(pictures.find(Subject.of(ended))).as("it may be put back").isPresent();
    clock.pass(Duration.ofDays(31));
    assertThat(pictures.forget()).isEqualTo(1);
    assertThat(pictures.find(Subject.of(ended))).isEmpty();
    assertThat(pictures.find(Subject.of(shown))).isPresent();
    assertThat(pictures.find(Subject.of(draft))).isPresent();
    assertThat(pictures.forget()).isZero();
  }

  @Test
  void withoutTheGateTheDatabaseStillKeepsPicturesToTheirOwn() throws Exception {
    ask(eero, upload(event("Toinen seinä", false), Shots.jpeg(640, 480)));

    for (String table : List.of("pictures.picture", "pictures.rendition")) {
      assertThat(count(table)).as(table).isZero();
      assertThat(as(pia, () -> count(table))).as(table).isZero();
      assertThat(as(eero, () -> count(table))).as(table).isPositive();
    }
  }

  private static Upload waiting(CountDownLatch begun, CountDownLatch on) {
    return new Upload() {
      @Override
      public long size() {
        return 1;
      }

      @Override
      public byte[] read() {
        begun.countDown();
        try {
          on.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        return Shots.jpeg(640, 480);
      }
    };
  }

  private Pictures.Saved put(Kept kept, Upload upload) {
    return pictures.save(
        eero,
        OURS.id(),
        Subject.of(kept),
        new Pictures.Typed(0, upload, Text.fi("Huone"), true, Lang.FI));
  }

  private MockMultipartHttpServletRequestBuilder upload(Kept kept, byte[] content) {
    return multipart(door(kept))
        .file(file(content))
        .param("alt_fi", "Valoisa huone")
        .param("promise", "yes");
  }

  private static MockMultipartFile file(byte[] content) {
    return new MockMultipartFile("file", "kuva.gif", "text/html", content);
  }

  private static String door(Kept kept) {
    return HERE + "/ilmoitus/" + kept.id() + "/kuva";
  }

  private Picture only(Kept kept) {
    return pictures.find(Subject.of(kept)).orElseThrow();
  }

  private Kept event(String title, boolean publish) throws Exception {
    return save(
        Kept.Kind.EVENT,
        Sheet.EMPTY
            .with("title_fi", title)
            .with(Field.WHEN, "joka tiistai 9.30–11.30")
            .with(Field.PLACE, "Pihalla"),
        publish);
  }

  private Kept save(Kept.Kind kind, Sheet sheet, boolean publish) throws Exception {
    Workspace.Saved saved =
        as(
            eero,
            () ->
                workspace.save(
                    eero, OURS.id(), UUID.randomUUID(), kind, 0, sheet, publish, Lang.FI));
    assertThat(saved).isInstanceOf(Workspace.Saved.Done.class);
    return ((Workspace.Saved.Done) saved).kept();
  }

  private List<String> acts(Kept kept) {
    return Viewer.house(() ->
        transaction.execute(_ ->
            jdbc.sql(
                    "select action || ' ' || record from audit.entry"
                        + " where record_id = :id and record = 'picture' order by seq")
                .param("id", kept.id().toString())
                .query(String.class)
                .list()));
  }

  private int count(String table) {
    return transaction.execute(
        _ -> jdbc.sql("select count(*) from " + table).query(Integer.class).single());
  }

  private Caller editorOf(String email, Organization organization) {
    return Viewer.house(() -> {
      var person = people.of(email, Lang.FI);
      people.give(person.id(), Role.ORG_EDITOR, organization.id().value(), null, null);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  private static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return caller.viewer().run(work);
  }

  private MockHttpServletResponse visit(String path) throws Exception {
    return pages.perform(get(path)).andReturn().getResponse();
  }

  private <B extends AbstractMockHttpServletRequestBuilder<B>> MockHttpServletResponse ask(
      Caller caller, B request) throws Exception {
    return as(
        caller,
        () ->
            pages
                .perform(request.requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }
}
