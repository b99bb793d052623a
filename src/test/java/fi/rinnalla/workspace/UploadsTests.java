package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.WebApplicationContext;

/// A table is looked at first, and then published as the organization's own listings.
@HouseTest
class UploadsTests {
  private static final String HEAD = "id;otsikko;alkaa;päättyy;toistuu;paikka;kunta;hinta\n";
  private static final String CAFE =
      "k1;Perhekahvila;11.8.2026 klo 9.30;11.30;joka tiistai;Pihalla;Hyvinkää;maksuton\n";
  private static final String PARTY = "k2;Juhla;5.12.2026 klo 17;19;;Kerhotalo;Hyvinkää;5\n";
  private static final String NAMELESS = "k3;;6.12.2026 klo 17;19;;Kerhotalo;Hyvinkää;\n";
  private static final Pattern UPLOAD = Pattern.compile("name=\"upload\" value=\"([^\"]+)\"");

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired Workspace workspace;
  @Autowired Uploads uploads;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired WebApplicationContext context;

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Organization ours = Listings.anAssociation("Oma " + run);
  private final Organization theirs = Listings.anAssociation("Toinen " + run);
  private final String here = "/fi/oma/jarjesto/" + ours.id() + "/taulukko";
  private Knocks knocks;
  private PersonId eero;
  private PersonId stranger;

  @BeforeEach
  void twoOrganizations() {
    directory.publish("t", ours);
    directory.publish("t", theirs);
    knocks = new Knocks(people, context);
    eero = editor("eero", ours);
    stranger = editor("stranger", theirs);
  }

  @Test
  void aTableIsLookedAtBeforeAnythingIsPublished() throws Exception {
    MockHttpServletResponse looked = look(HEAD + CAFE + PARTY);

    assertThat(looked.getStatus()).isEqualTo(200);
    assertThat(looked.getContentAsString())
        .contains("Perhekahvila", "Juhla", "ti 1.12.", "Julkaise nämä 2");
    assertThat(published()).isEmpty();
  }

  @Test
  void publishedRowsAreListingsThatCanBeEdited() throws Exception {
    assertThat(publish(look(HEAD + CAFE + PARTY), false).getRedirectedUrl())
        .endsWith("?done=table");

    assertThat(published())
        .extracting(it -> it.event().title().fi())
        .containsExactly("Juhla", "Perhekahvila");
    assertThat(published()).allMatch(it -> it.source().equals("own:" + ours.id()));
    assertThat(sheets()).hasSize(2).allMatch(it -> it.state() == Kept.State.PUBLISHED);
    Kept cafe = sheets().getLast();
    var caller = knocks.caller(eero, Level.WEAK);
    var saved =
        Knocks.as(
            caller,
            () ->
                workspace.save(
                    caller,
                    ours.id(),
                    cafe.id(),
                    Kept.Kind.EVENT,
                    cafe.version(),
                    cafe.sheet().with("title_fi", "Aamukahvila"),
                    true,
                    Lang.FI));
    assertThat(saved).isInstanceOf(Workspace.Saved.Done.class);
  }

  @Test
  void whatTheFormHasNoWordsForStaysWhenSomethingElseIsEdited() throws Exception {
    String odd =
        "id;otsikko;alkaa;päättyy;toistuu;paikka;kunta;hinta;hintatiedot;avainsanat;osoite;postinumero\n"
            + "k7;Kuukausikahvila;4.8.2026 klo 9.30;11.30;\"FREQ=MONTHLY;BYDAY=1TU\";Pihalla;"
            + "Hyvinkää;;vapaaehtoinen maksu;imetys;Pihatie 1;05800\n";
    publish(look(odd), false);
    Event before = published().getFirst().event();
    Kept kept = sheets().getFirst();
    var caller = knocks.caller(eero, Level.WEAK);

    Knocks.as(
        caller,
        () ->
            workspace.save(
                caller,
                ours.id(),
                kept.id(),
                Kept.Kind.EVENT,
                kept.version(),
                kept.sheet().with("title_fi", "Aamukahvila"),
                true,
                Lang.FI));

    Event after = published().getFirst().event();
    assertThat(after.title().fi()).isEqualTo("Aamukahvila");
    assertThat(after.rule()).isEqualTo(before.rule());
    assertThat(after.venue()).isEqualTo(before.venue());
    assertThat(after.venue().postalCode()).isEqualTo("05800");
    assertThat(after.keywords()).isEqualTo(before.keywords()).contains("imetys");
    assertThat(after.price()).isEqualTo(before.price());
  }

  @Test
  void theSameTableAgainChangesNothingEvenAfterAnEditByHand() throws Exception {
    publish(look(HEAD + CAFE + PARTY), false);
    Kept cafe = sheets().getLast();
    var caller = knocks.caller(eero, Level.WEAK);
    Knocks.as(
        caller, () -> workspace.withdraw(caller, ours.id(), cafe.id(), cafe.version(), Lang.FI));
    List<Kept> before = sheets();

    MockHttpServletResponse again = look(HEAD + CAFE + PARTY);

    assertThat(again.getContentAsString())
        .contains("ei ole mitään uutta")
        .doesNotContain("Julkaise nämä");
    assertThat(sheets()).isEqualTo(before);
  }

  @Test
  void aChangedRowChangesItsOwnListingAndAMissingOneStays() throws Exception {
    publish(look(HEAD + CAFE + PARTY), false);
    publish(look(HEAD + PARTY.replace("Juhla", "Joulujuhla")), false);

    assertThat(published())
        .extracting(it -> it.event().title().fi())
        .containsExactly("Joulujuhla", "Perhekahvila");
  }

  @Test
  void rowsWithoutAnIdAreKnownByNameTimeAndPlace() throws Exception {
    String table = HEAD + CAFE.replace("k1", "");
    publish(look(table), false);
    assertThat(look(table).getContentAsString()).contains("ei ole mitään uutta");
    assertThat(published()).hasSize(1);
  }

  @Test
  void faultyRowsAreLeftOutOnlyWhenOneSaysSo() throws Exception {
    MockHttpServletResponse looked = look(HEAD + CAFE + NAMELESS);
    assertThat(looked.getContentAsString())
        .contains("kausi.csv:3", "Ei voi julkaista", "name=\"leaveOut\"");

    assertThat(publish(looked, false).getStatus()).isEqualTo(422);
    assertThat(published()).as("none").isEmpty();
    assertThat(publish(looked, true).getStatus()).isEqualTo(302);
    assertThat(published()).hasSize(1);
    assertThat(publish(looked, true).getStatus()).as("a second press").isEqualTo(422);
  }

  @Test
  void anIdOfAnothersEventIsRefused() throws Exception {
    var library = Listings.aLibrary("Kirjasto " + run, 60.63, 24.86);
    directory.publish("t", library);
    var another = Events.held("Vieras " + run, theirs, library, Events.everyTuesday());
    calendar.publish("feed", another);

    MockHttpServletResponse looked = look(HEAD + CAFE.replace("k1", another.id().toString()));

    assertThat(looked.getContentAsString()).contains("Tunnus kuuluu toiselle");
    assertThat(calendar.find(another.id()).orElseThrow().event()).isEqualTo(another);
  }

  @Test
  void whatCanNotBeReadIsToldAndNothingIsKept() throws Exception {
    assertThat(look("").getContentAsString()).contains("Valitse ensin tiedosto");
    assertThat(look("PK\u0003\u0004").getContentAsString()).contains("Tallenna se", "CSV UTF-8");
    assertThat(look("x".repeat(Uploads.LARGEST + 1)).getContentAsString()).contains("liian suuri");
    assertThat(look(HEAD + CAFE + "k9;\"Avoin lainaus;1.12.2026\n").getContentAsString())
        .contains("ei voi lukea loppuun");
    StringBuilder many = new StringBuilder(HEAD);
    for (int i = 0; i <= Uploads.MOST_ROWS; i++) {
      many.append(PARTY.replace("k2", "m" + i));
    }
    MockHttpServletResponse tooMany = look(many.toString());
    assertThat(tooMany.getStatus()).isEqualTo(422);
    assertThat(tooMany.getContentAsString()).contains("enintään 500 riviä");
    assertThat(waiting()).isZero();
  }

  @Test
  void anOldEncodingIsReadAndToldAndAFormulaIsOnlyWords() throws Exception {
    byte[] old =
        (HEAD + PARTY.replace("Juhla", "Äitien juhla")).getBytes(Charset.forName("windows-1252"));
    assertThat(look(old).getContentAsString()).contains("Äitien juhla", "Windows");

    String formula = look(HEAD + PARTY.replace("Juhla", "=1+1")).getContentAsString();
    assertThat(formula).contains("=1+1", "kaava");
  }

  @Test
  void anotherOrganizationNeitherLooksNorPublishes() throws Exception {
    MockHttpServletResponse looked = look(HEAD + CAFE);
    assertThat(publish(stranger, here, looked, true).getStatus()).isEqualTo(404);
    String theirDoor = "/fi/oma/jarjesto/" + theirs.id() + "/taulukko";
    assertThat(publish(stranger, theirDoor, looked, true).getStatus())
        .as("our table by their door")
        .isEqualTo(422);
    assertThat(knocks.ask(stranger, get(here)).getStatus()).isEqualTo(404);
    assertThat(knocks.ask(stranger, get(here + "/pohja")).getStatus()).isEqualTo(404);
    assertThat(published()).isEmpty();
  }

  @Test
  void theTemplateIsATableThatCanBePublished() throws Exception {
    byte[] template = knocks.ask(eero, get(here + "/pohja")).getContentAsByteArray();
    assertThat(new String(template, StandardCharsets.UTF_8)).startsWith("\ufeffid;otsikko");

    assertThat(look(template).getContentAsString()).contains("Julkaise nämä 1", "jätetään pois 0");
  }

  @Test
  void ofTwoWhoPublishTheSameTableAtOnceOneDoes() throws Exception {
    UUID upload = UUID.fromString(upload(look(HEAD + CAFE)));
    var caller = knocks.caller(eero, Level.WEAK);

    List<Object> became =
        Knocks.atOnce(
            () ->
                Knocks.as(caller, () -> uploads.publish(caller, ours.id(), upload, false, Lang.FI)),
            () ->
                Knocks.as(
                    caller, () -> uploads.publish(caller, ours.id(), upload, false, Lang.FI)));

    assertThat(became).filteredOn(Uploads.Published.Done.class::isInstance).hasSize(1);
    assertThat(published()).hasSize(1);
    assertThat(sheets().getFirst().version()).isOne();
  }

  private MockHttpServletResponse look(String table) throws Exception {
    return look(table.getBytes(StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse look(byte[] table) throws Exception {
    var request = multipart(here);
    request.file(new MockMultipartFile("file", "kausi.csv", "text/csv", table));
    return knocks.upload(eero, request);
  }

  private MockHttpServletResponse publish(MockHttpServletResponse looked, boolean leaveOut)
      throws Exception {
    return publish(eero, here, looked, leaveOut);
  }

  private MockHttpServletResponse publish(
      PersonId by, String door, MockHttpServletResponse looked, boolean leaveOut) throws Exception {
    return knocks.ask(
        by,
        post(door + "/julkaise")
            .param("upload", upload(looked))
            .param("leaveOut", Boolean.toString(leaveOut)));
  }

  private static String upload(MockHttpServletResponse looked) throws Exception {
    Matcher found = UPLOAD.matcher(looked.getContentAsString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private List<EventListing> published() {
    return calendar.of(ours.id()).stream()
        .sorted(Comparator.comparing(it -> it.event().title().orEmpty(Lang.FI)))
        .toList();
  }

  private List<Kept> sheets() throws Exception {
    var caller = knocks.caller(eero, Level.WEAK);
    return Knocks.as(caller, () -> workspace.sheets(caller, ours.id())).stream()
        .sorted(Comparator.comparing(it -> it.sheet().title(Lang.FI)))
        .toList();
  }

  private long waiting() {
    return house.step(() ->
        jdbc.sql("select count(*) from workspace.upload where organization = :id")
            .param("id", ours.id().value())
            .query(Long.class)
            .single());
  }

  private PersonId editor(String name, Organization organization) {
    PersonId person = knocks.person(name + "-" + run + "@example.org");
    Viewer.house(() -> {
      people.give(person, Role.ORG_EDITOR, organization.id().value(), null, null);
      return person;
    });
    return person;
  }
}
