package fi.rinnalla.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// An organization keeps its services as it keeps its events, tells its own places, and writes its
/// texts in three languages beside one another.
@HouseTest
class ServiceListingTests {
  private static final Organization OURS = Listings.anAssociation("Palveleva yhdistys");
  private static final Organization THEIRS = Listings.anAssociation("Vieras yhdistys");
  private static final String HERE = "/fi/oma/jarjesto/" + OURS.id();
  private static final String HOUSE = "Perhetalo, Torikatu 5, Hyvinkää";

  @Autowired Workspace workspace;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired People people;
  @Autowired WebApplicationContext context;

  private MockMvc pages;
  private Caller eero;
  private Caller pia;

  @BeforeEach
  void twoOrganizations() {
    directory.publish("t", OURS);
    directory.publish("t", THEIRS);
    directory.publish("t", Listings.aLibrary("Perhetalo", 60.63, 24.86));
    directory.publish("t", Listings.aShelter("Turvakoti Aallokko"));
    pages = MockMvcBuilders.webAppContextSetup(context).build();
    eero = editorOf("eero.palvelee@example.org", OURS);
    pia = editorOf("pia.vieras@example.org", THEIRS);
  }

  private MockHttpServletRequestBuilder counselling(String title) {
    return post(HERE + "/uusi-palvelu")
        .param("title_fi", title)
        .param("description_fi", "Jutellaan.")
        .param("eligibility_fi", "Kaikille perheille")
        .param("age_min", "0")
        .param("age_max", "6")
        .param("price", "maksuton")
        .param("access", "booking", "phone")
        .param("languages", "fi", "sv")
        .param("phone", "019 123 456")
        .param("url", "https://example.org/neuvonta")
        .param("places", HOUSE)
        .param("deliveries", "phone")
        .param("hours", "ma–to 9–15, pe 9–13; suljettu 24.12.")
        .param("categories", "parenting", "mind")
        .param("door_fi", "Sininen ovi")
        .param("kind", "family_counselling");
  }

  @Test
  void aPublishedServiceIsInTheDirectoryWithAllThatWasTold() throws Exception {
    var answer = ask(eero, counselling("Perheneuvonta A").param("act", "publish"));

    assertThat(answer.getRedirectedUrl()).isEqualTo(HERE + "?done=published");
    Kept kept = kept("Perheneuvonta A");
    Listing<Service> listing = directory.find(new ServiceId(kept.id())).orElseThrow();
    Service service = listing.record();
    assertThat(listing.source()).isEqualTo("own:" + OURS.id());
    assertThat(service.eligibility().fi()).isEqualTo("Kaikille perheille");
    assertThat(service.isFree()).isTrue();
    assertThat(service.access()).containsExactly(Service.Access.BOOKING, Service.Access.PHONE);
    assertThat(service.deliveries()).containsExactly(Service.Delivery.PHONE);
    assertThat(service.terms()).contains(new TermCode("parenting"), new TermCode("mind"));
    assertThat(service.languages()).containsExactly("fi", "sv");
    assertThat(service.phones().getFirst().number()).isEqualTo("019 123 456");
    assertThat(service.facts().door().fi()).isEqualTo("Sininen ovi");
    var at = directory.placesOf(List.of(service.id())).getFirst().record();
    assertThat(at.schedules()).hasSize(2);
    assertThat(at.schedules().getFirst().exceptions()).hasSize(1);
    assertThat(kept.sheet().get(Field.HOURS)).endsWith("24.12.2026");
    String page = ask(eero, get("/fi/palvelu/" + listing.slug())).getContentAsString();
    assertThat(page).contains("Varaa aika", "Puhelimessa", "Sininen ovi", "Perhetalo");
  }

  @Test
  void aServiceNeedsANameAndSomewhereToGetIt() throws Exception {
    var answer =
        ask(eero, post(HERE + "/uusi-palvelu").param("act", "publish").param("hours", "joskus"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("href=\"#title_fi\"", "href=\"#hours\"", "joskus");
    var placeless = post(HERE + "/uusi-palvelu").param("title_fi", "Apu").param("act", "publish");
    assertThat(ask(eero, placeless).getContentAsString()).contains("href=\"#places\"");
  }

  @Test
  void aPreviewOfAServicePublishesNothing() throws Exception {
    int before = services();
    var answer = ask(eero, counselling("Katsottava neuvonta").param("act", "preview"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .contains("Katsottava neuvonta", "value=\"publish\"", "24.12.2026");
    assertThat(services()).isEqualTo(before);
  }

  @Test
  void aWithdrawnServiceIsGoneAndComesBackFromItsHistory() throws Exception {
    ask(eero, counselling("Palaava neuvonta").param("act", "publish"));
    ServiceId id = new ServiceId(kept("Palaava neuvonta").id());
    String listing = HERE + "/ilmoitus/" + id;

    ask(eero, post(listing + "/poista").param("version", "1"));
    assertThat(directory.find(id).orElseThrow().isWithdrawn()).isTrue();
    assertThat(directory.placesOf(List.of(id))).isEmpty();

    ask(eero, post(listing + "/palauta").param("version", "2").param("earlier", "1"));
    assertThat(directory.find(id).orElseThrow().isWithdrawn()).isFalse();
    assertThat(directory.placesOf(List.of(id))).hasSize(1);
  }

  @Test
  void aPlaceWhereItIsNoMoreGivenIsLeftOut() throws Exception {
    ask(eero, counselling("Muuttava neuvonta").param("act", "publish"));
    ServiceId id = new ServiceId(kept("Muuttava neuvonta").id());

    var atHome =
        post(HERE + "/ilmoitus/" + id)
            .param("title_fi", "Muuttava neuvonta")
            .param("deliveries", "home")
            .param("version", "1")
            .param("act", "publish");
    assertThat(ask(eero, atHome).getStatus()).isEqualTo(302);

    assertThat(directory.placesOf(List.of(id))).isEmpty();
  }

  @Test
  void theSecondEditorOfAServiceSeesBoth() throws Exception {
    ask(eero, counselling("Kahden neuvonta").param("act", "draft"));
    String listing = HERE + "/ilmoitus/" + kept("Kahden neuvonta").id();
    ask(eero, post(listing).param("title_fi", "Aamuneuvonta").param("version", "1"));

    var second = ask(eero, post(listing).param("title_fi", "Iltaneuvonta").param("version", "1"));

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString()).contains("Aamuneuvonta", "Iltaneuvonta");
  }

  @Test
  void nobodyElseChangesAService() throws Exception {
    ask(eero, counselling("Oma neuvonta").param("act", "draft"));
    String listing = "/ilmoitus/" + kept("Oma neuvonta").id();
    for (String home : List.of(HERE, "/fi/oma/jarjesto/" + THEIRS.id())) {
      assertThat(ask(pia, get(home + listing)).getStatus()).isEqualTo(404);
      assertThat(ask(pia, get(home + listing + "/kieliversiot")).getStatus()).isEqualTo(404);
      var change = post(home + listing).param("title_fi", "Kaapattu").param("version", "1");
      assertThat(ask(pia, change).getStatus()).isEqualTo(404);
      var texts = post(home + listing + "/kieliversiot").param("title_fi", "Kaapattu");
      assertThat(ask(pia, texts.param("version", "1")).getStatus()).isEqualTo(404);
    }
    assertThat(kept("Oma neuvonta").version()).isEqualTo(1);
  }

  @Test
  void aNewPlaceOfAnEventIsAPlaceThatTheNextListingMayChoose() throws Exception {
    var cafe =
        post(HERE + "/uusi")
            .param("title_fi", "Kulmakahvila")
            .param("when", "joka tiistai 9–11")
            .param("place", Places.NEW)
            .param("new_place", "Kulmahuone")
            .param("address", "Kulmakatu 2, 05800")
            .param("point", "60.63100, 24.85900")
            .param("act", "publish");

    assertThat(ask(eero, cafe).getStatus()).isEqualTo(302);

    Location place = placeOf("Kulmakahvila");
    assertThat(place.organization()).isEqualTo(OURS.id());
    assertThat(place.approximate()).isFalse();
    assertThat(place.position()).isEqualTo(new Position(60.631, 24.859));
    assertThat(place.area()).hasToString("M106");
    String label = Places.label(place);
    assertThat(kept("Kulmakahvila").sheet().get(Field.PLACE)).isEqualTo(label);
    assertThat(ask(eero, get(HERE + "/uusi?template=club")).getContentAsString())
        .contains("value=\"" + label + "\"");
    assertThat(ask(eero, get(HERE + "/uusi-palvelu?template=other")).getContentAsString())
        .contains("value=\"" + label + "\"");
  }

  @Test
  void aNewPlaceWithoutAPointIsAboutThereAndSaysSo() throws Exception {
    assertThat(ask(eero, roughly().param("act", "preview")).getContentAsString())
        .contains("suunnilleen");
    assertThat(ask(eero, roughly().param("act", "publish")).getStatus()).isEqualTo(302);

    var listing = calendar.find(new EventId(kept("Suunnilleen kahvila").id())).orElseThrow();
    Location place = placeOf("Suunnilleen kahvila");
    assertThat(place.approximate()).isTrue();
    assertThat(place.position()).isNotNull();
    assertThat(ask(eero, get("/fi/tapahtuma/" + listing.slug())).getContentAsString())
        .contains("Sijainti kartalla on suunnilleen");
  }

  @Test
  void aNewPlaceInNoKnownTownOrAbroadIsAskedAgainAndLandsNowhere() throws Exception {
    var cafe =
        post(HERE + "/uusi")
            .param("title_fi", "Hukassa")
            .param("when", "joka tiistai 9–11")
            .param("new_place", "Jossain")
            .param("town", "Olematonkylä")
            .param("point", "40.0, 3.0")
            .param("act", "publish");

    var answer = ask(eero, cafe);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("href=\"#town\"", "href=\"#point\"");
    assertThat(directory.locationsNamed(List.of("jossain"), null, 5)).isEmpty();
  }

  @Test
  void anyPublicPlaceIsFoundByItsWordsAndAShelterByNone() throws Exception {
    String found = ask(eero, get(HERE + "/paikat?place_words=perhet tori")).getContentAsString();
    assertThat(found).contains("value=\"" + HOUSE + "\"", "type=\"radio\"");
    assertThat(ask(eero, get(HERE + "/paikat?place_words=aallokko")).getContentAsString())
        .doesNotContain("Turvakoti");
    assertThat(ask(eero, get(HERE + "/paikat?place_words=50%")).getContentAsString())
        .doesNotContain("radio");
    var withoutScripts =
        post(HERE + "/uusi")
            .param("title_fi", "Kesken jäänyt")
            .param("place_words", "perhetalo")
            .param("act", "places");
    assertThat(ask(eero, withoutScripts).getContentAsString())
        .contains("value=\"" + HOUSE + "\"", "Kesken jäänyt");
  }

  @Test
  void allLanguagesAreSavedAtOnceAndTheRestOfTheSheetStays() throws Exception {
    ask(eero, counselling("Kolmikielinen").param("act", "publish"));
    Kept kept = kept("Kolmikielinen");
    String texts = HERE + "/ilmoitus/" + kept.id() + "/kieliversiot";
    assertThat(ask(eero, get(HERE)).getContentAsString()).contains("Ruotsinnos puuttuu");
    assertThat(ask(eero, get(texts)).getContentAsString()).contains("puuttuu");

    var save =
        post(texts)
            .param("title_fi", "Kolmikielinen")
            .param("title_sv", "Trespråkig")
            .param("title_en", "In three languages")
            .param("description_fi", "Jutellaan.")
            .param("description_sv", "Vi pratar.")
            .param("version", "1");
    assertThat(ask(eero, save).getStatus()).isEqualTo(302);

    Service service = directory.find(new ServiceId(kept.id())).orElseThrow().record();
    assertThat(service.name().sv()).isEqualTo("Trespråkig");
    assertThat(service.description().sv()).isEqualTo("Vi pratar.");
    assertThat(service.phones()).as("what isn't a text stays").hasSize(1);
    var late = post(texts).param("title_fi", "Myöhässä").param("version", "1");
    assertThat(ask(eero, late).getStatus()).isEqualTo(409);
  }

  @Test
  void theWeekIsShownBackAsItWasUnderstood() throws Exception {
    assertThat(ask(eero, get(HERE + "/aukiolo?hours=ma–to 9–15, pe 9–13")).getContentAsString())
        .contains("ma–to 9.00–15.00", "pe 9.00–13.00", "la–su suljettu");
    assertThat(ask(eero, get(HERE + "/aukiolo?hours=joskus")).getContentAsString())
        .contains("joskus");
  }

  @Test
  void aServiceFromAFeedIsCopiedWithItsFields() throws Exception {
    Service fed = Listings.aFamilyCafe("Syötetty kahvila", OURS);
    directory.publish("feed", fed);
    directory.land(
        "feed",
        RecordKind.SERVICE_AT_LOCATION,
        List.of(Listings.at(fed, Listings.aLibrary("Perhetalo", 60.63, 24.86))));

    Sheet sheet =
        as(
            eero,
            () -> workspace.copy(eero, OURS.id(), Kept.Kind.SERVICE, fed.id().value(), Lang.FI));

    assertThat(sheet.get("title_fi")).isEqualTo("Syötetty kahvila");
    assertThat(sheet.get(Field.PLACES)).isEqualTo(HOUSE);
    assertThat(sheet.get(Field.HOURS)).isEqualTo("ti 9.30–11.30");
    assertThat(sheet.get(Field.PRICE)).isEqualTo("0");
  }

  private int services() {
    return directory.count(RecordKind.SERVICE);
  }

  private Location placeOf(String event) throws Exception {
    var venue = calendar.find(new EventId(kept(event).id())).orElseThrow().event().venue();
    return directory.find(Objects.requireNonNull(venue.location())).orElseThrow().record();
  }

  private static MockHttpServletRequestBuilder roughly() {
    return post(HERE + "/uusi")
        .param("title_fi", "Suunnilleen kahvila")
        .param("when", "joka tiistai 9–11")
        .param("new_place", "Kylätalo")
        .param("address", "Kylätie 7")
        .param("town", "Riihimäki");
  }

  private Kept kept(String title) throws Exception {
    return as(eero, () -> workspace.sheets(eero, OURS.id())).stream()
        .filter(it -> it.sheet().title(Lang.FI).equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Caller editorOf(String email, Organization organization) {
    return Viewer.house(() -> {
      var person = people.of(email, Lang.FI);
      people.give(person.id(), Role.ORG_EDITOR, organization.id().value(), null, null);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  private static <T> T as(Caller caller, java.util.concurrent.Callable<T> work) throws Exception {
    return caller.viewer().run(work);
  }

  private MockHttpServletResponse ask(Caller caller, MockHttpServletRequestBuilder request)
      throws Exception {
    return as(
        caller,
        () ->
            pages
                .perform(request.requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }
}
