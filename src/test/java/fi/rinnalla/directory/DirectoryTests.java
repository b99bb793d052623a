package fi.rinnalla.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.ChangeMark;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class DirectoryTests {
  @Autowired Directory directory;
  @Autowired Areas areas;
  @Autowired Json json;

  @Test
  void aPublishedServiceComesBackAsItWas() {
    var mll = Listings.anAssociation("MLL Hyvinkää");
    var cafe = Listings.aFamilyCafe("Perhekahvila", mll);
    directory.publish("test", mll);
    directory.publish("test", cafe);

    assertThat(directory.find(cafe.id()).orElseThrow().record()).isEqualTo(cafe);
  }

  @Test
  void anOldAddressStillFindsAServiceThatWasRenamed() {
    var mll = Listings.anAssociation("MLL Riihimäki");
    var cafe = Listings.aFamilyCafe("Perhekahvila Pikkukivi", mll);
    directory.publish("test", mll);
    directory.publish("test", cafe);
    String before = directory.find(cafe.id()).orElseThrow().slug();

    directory.override(
        RecordKind.SERVICE, cafe.uuid(), json.tree("{\"name\":{\"fi\":\"Perhekahvila Isokivi\"}}"));

    directory.publish("test", cafe);
    var found = directory.findService(before).orElseThrow();

    assertThat(before).startsWith("perhekahvila-pikkukivi-");
    assertThat(found.slug()).startsWith("perhekahvila-isokivi-");
  }

  @Test
  void anEditorsWordsSurviveTheNextImport() {
    var org = Listings.anAssociation("Leikki ry");
    var cafe = Listings.aFamilyCafe("Kahvila", org);
    directory.publish("feed", org);
    directory.publish("feed", cafe);

    directory.override(
        RecordKind.SERVICE, cafe.uuid(), json.tree("{\"summary\":{\"fi\":\"Tervetuloa!\"}}"));
    directory.publish("feed", cafe);

    assertThat(directory.find(cafe.id()).orElseThrow().record().summary())
        .isEqualTo(Text.fi("Tervetuloa!"));
  }

  @Test
  void aServiceThatAnEditorGivesToAnotherOrganizationIsAmongThatOnesServicesAtOnce() {
    var was = Listings.anAssociation("Entinen ry");
    var now = Listings.anAssociation("Nykyinen ry");
    var cafe = Listings.aFamilyCafe("Siirtyvä kahvila", was);
    directory.publish("feed", was);
    directory.publish("feed", now);
    directory.publish("feed", cafe);

    directory.override(
        RecordKind.SERVICE,
        cafe.uuid(),
        json.tree("{\"organization\":\"%s\"}".formatted(now.uuid())));

    assertThat(directory.servicesOf(was.id())).isEmpty();
    assertThat(directory.servicesOf(now.id()))
        .extracting(it -> it.record().id())
        .containsExactly(cafe.id());
  }

  @Test
  void oneFeedDoesNotOverwriteAnothersRecordByUsingItsId() {
    var org = Listings.anAssociation("Seurakunta");
    directory.publish("parish", org);

    var landing = directory.publish("stranger", org);

    assertThat(landing.landed()).isEmpty();
    assertThat(landing.ownedByAnother()).containsExactly(org.uuid());
  }

  @Test
  void aSheltersWhereaboutsNeverLeaveTheDirectory() {
    var shelter = Listings.aShelter("Turvakoti");
    directory.publish("test", shelter);

    var seen = directory.find(shelter.id()).orElseThrow().record();

    assertThat(seen.position()).isNull();
    assertThat(seen.addresses()).isEmpty();
    assertThat(seen.transportation().isEmpty()).isTrue();
    assertThat(seen.area()).isEqualTo(AreaCode.municipality("106"));
  }

  @Test
  void aHiddenPlaceIsNotFoundByIdSlugOrStream() {
    var hidden =
        Listings.aPlace(
            "Piilo", Location.Visibility.HIDDEN, new fi.rinnalla.vocabulary.Position(60.6, 24.8));
    directory.publish("test", hidden);

    assertThat(directory.find(hidden.id())).isEmpty();
    assertThat(directory.findLocation("piilo-" + fi.rinnalla.vocabulary.Slug.tail(hidden.uuid())))
        .isEmpty();
    var streamed = new java.util.ArrayList<Listing<Location>>();
    directory.forEachLocation(streamed::add);
    assertThat(streamed).noneMatch(listing -> listing.record().id().equals(hidden.id()));
  }

  @Test
  void aFollowerOfTheChangesHearsOfAPublishAndAWithdrawal() {
    ChangeMark before = directory.lastChange();
    var org = Listings.anAssociation("Uusi ry");
    directory.publish("test", org);
    directory.withdraw("test", RecordKind.ORGANIZATION, List.of(org.uuid()));

    assertThat(directory.changesAfter(before, 10))
        .extracting(change -> change.id())
        .containsExactly(org.uuid(), org.uuid());
  }

  @Test
  void hyvinkaaLiesInItsCountyAndHasNeighbours() {
    var hyvinkaa = areas.findByName("hyvinge").orElseThrow();

    assertThat(areas.lineage(hyvinkaa.code())).hasSize(3);
    assertThat(areas.neighbours(hyvinkaa.code(), 4))
        .extracting(area -> area.name().fi())
        .contains("Riihimäki");
    assertThat(areas.findPostcode("05800").orElseThrow().municipality()).isEqualTo(hyvinkaa);
  }
}
