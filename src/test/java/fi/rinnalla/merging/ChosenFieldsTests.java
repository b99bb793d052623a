package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A field that was chosen from the record that goes lies over the one that stays.
@HouseTest
class ChosenFieldsTests extends MergingHouse {
  @Test
  void whatSomebodyHasChangedSinceIsNotReturnedAndTold() throws Exception {
    Told a = told("Muutela A", "merge-a");
    Told b = told("Muutela B", "merge-b");
    PairId pair = merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid(), "name");
    Told c = told("Muutela C", "merge-c");
    directory.override(
        RecordKind.SERVICE,
        b.cafe().uuid(),
        patch("{\"organization\": \"%s\"}".formatted(c.association().id())));
    directory.override(
        RecordKind.ORGANIZATION, a.association().uuid(), patch("{\"name\": {\"fi\": \"Uusi\"}}"));

    Merger.Undone.Done done = undone(pair);

    assertThat(done.kept()).containsExactly("name");
    assertThat(done.notReturned()).isEqualTo(1);
    assertThat(directory.find(b.cafe().id()).orElseThrow().record().organization())
        .isEqualTo(c.association().id());
    assertThat(directory.find(a.association().id()).orElseThrow().record().name().fi())
        .isEqualTo("Uusi");
  }

  private JsonNode patch(String text) {
    return json.tree(text);
  }

  @Test
  void chosenFieldsAreLaidOverTheOneThatStaysAndTakenAwayAgain() throws Exception {
    Told a = told("Valitsela A", "merge-a");
    Told b = told("Valitsela B", "merge-b");
    directory.override(
        RecordKind.SERVICE, a.cafe().uuid(), patch("{\"summary\": {\"fi\": \"Ennen\"}}"));

    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name", "summary");

    Service both = directory.find(a.cafe().id()).orElseThrow().record();
    assertThat(both.name()).isEqualTo(b.cafe().name());
    assertThat(both.summary()).isEqualTo(b.cafe().summary());
    publish("merge-a", a.cafe());
    assertThat(directory.find(a.cafe().id()).orElseThrow().record().name())
        .as("an import leaves it")
        .isEqualTo(b.cafe().name());

    assertThat(undone(pair).kept()).isEmpty();
    Service again = directory.find(a.cafe().id()).orElseThrow().record();
    assertThat(again.name()).isEqualTo(a.cafe().name());
    assertThat(again.summary().fi()).isEqualTo("Ennen");
  }

  private Service renamed(Service cafe, String name) {
    String was = cafe.name().orEmpty(Lang.FI);
    return json.read(json.write(cafe).replace(was, name), Service.class);
  }

  private String nameOf(Service cafe) {
    return directory.find(cafe.id()).orElseThrow().record().name().orEmpty(Lang.FI);
  }

  @Test
  void whatIsChosenFromTheOtherFollowsItsSource() throws Exception {
    Told a = told("Seurala A", "merge-a");
    Told b = told("Seurala B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name");

    publish("merge-b", renamed(b.cafe(), "Seuralan uusi kahvila"));
    publish("merge-a", renamed(a.cafe(), "Seurala A toisin"));
    follower.follow();
    assertThat(nameOf(a.cafe())).isEqualTo("Seuralan uusi kahvila");

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));
    follower.follow();
    assertThat(nameOf(a.cafe())).as("as last told").isEqualTo("Seuralan uusi kahvila");

    assertThat(undone(pair).kept()).isEmpty();
    assertThat(nameOf(a.cafe())).isEqualTo("Seurala A toisin");
  }

  @Test
  void whatSomebodyHasWrittenSinceFollowsNobody() throws Exception {
    Told a = told("Itsela A", "merge-a");
    Told b = told("Itsela B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid(), "name");
    directory.override(
        RecordKind.SERVICE, a.cafe().uuid(), patch("{\"name\": {\"fi\": \"Itse annettu\"}}"));

    publish("merge-b", renamed(b.cafe(), "Itselan uusi kahvila"));
    follower.follow();

    assertThat(nameOf(a.cafe())).isEqualTo("Itse annettu");
    assertThat(undone(pair).kept()).containsExactly("name");
  }

  @Test
  void everythingMayBeChosenFromTheOtherAndAllOfItReturns() throws Exception {
    Told a = told("Kaikkela A", "merge-a");
    Organization bare = Listings.anAssociation("Kaikkela B");
    Service cafe = Listings.aService("Kaikkela B kerho", bare, "", AgeRange.ANY);
    Event hour = Events.aFamilyCafe("Kaikkela B kahvila", Events.everyMondayAfternoon());
    Location place =
        Listings.aPlace("Kaikkela B talo", Location.Visibility.PUBLIC, new Position(60.64, 24.87));
    publish("merge-b", bare, place, cafe);
    calendar.publish("merge-b", hour);

    List<PairId> pairs =
        List.of(
            merged(Kind.EVENT, a.hour().id().value(), hour.id().value(), all(Kind.EVENT)),
            merged(Kind.SERVICE, a.cafe().uuid(), cafe.uuid(), all(Kind.SERVICE)),
            merged(Kind.PLACE, a.library().uuid(), place.uuid(), all(Kind.PLACE)),
            merged(Kind.ORGANIZATION, a.association().uuid(), bare.uuid(), all(Kind.ORGANIZATION)));

    assertThat(calendar.find(a.hour().id()).orElseThrow().event())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification")
        .isEqualTo(hour);
    assertThat(calendar.times(List.of(a.hour().id())).get(a.hour().id()))
        .hasSameSizeAs(calendar.times(List.of(hour.id())).get(hour.id()));
    assertThat(directory.find(a.cafe().id()).orElseThrow().record())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification", "organization")
        .isEqualTo(cafe);
    assertThat(directory.find(a.library().id()).orElseThrow().record())
        .usingRecursiveComparison()
        .ignoringFields("id", "verification")
        .isEqualTo(place);

    for (PairId pair : pairs.reversed()) {
      assertThat(undone(pair)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    }
    assertThat(calendar.find(a.hour().id()).orElseThrow().event()).isEqualTo(a.hour());
    assertThat(directory.find(a.cafe().id()).orElseThrow().record()).isEqualTo(a.cafe());
    assertThat(directory.find(a.library().id()).orElseThrow().record()).isEqualTo(a.library());
    assertThat(directory.find(a.association().id()).orElseThrow().record())
        .isEqualTo(a.association());
  }

  private static String[] all(Kind kind) {
    return Field.of(kind).stream().map(Field::code).toArray(String[]::new);
  }

  @Test
  void everyFieldHasItsName() throws Exception {
    var messages = context.getBean(Messages.class);
    for (Kind kind : Kind.values()) {
      for (Field field : Field.of(kind)) {
        for (Lang lang : Lang.values()) {
          assertThat(messages.has(lang, "merging.field." + field.code())).as(field.code()).isTrue();
        }
      }
    }
  }

  @Test
  void everyPropertyOfARecordIsChosenOrItsOwn() {
    Told a = told("Kaikkila A", "merge-a");
    // What is made of the others isn't chosen either.
    Set<String> own = Set.of("id", "verification", "type", "visibility", "parent", "free");
    check(Kind.ORGANIZATION, json.tree(a.association()), own);
    check(Kind.PLACE, json.tree(a.library()), own);
    check(Kind.SERVICE, json.tree(a.cafe()), own);
    check(Kind.EVENT, json.tree(a.hour()), own);
  }

  private static void check(Kind kind, JsonNode body, Set<String> own) {
    List<String> chosen = Field.of(kind).stream().flatMap(it -> it.names().stream()).toList();
    assertThat(body.propertyNames())
        .allMatch(it -> chosen.contains(it) || own.contains(it), "chosen or the record's own");
  }
}
