package fi.rinnalla.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.vocabulary.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class OrganizationNamesTests {
  @Autowired Directory directory;
  @Autowired OrganizationNames names;

  @Test
  void ofThoseThatAreCalledSoTheOwnTownIsFirstThenWhoseNameBeginsSo() {
    publish("Hyvinkään Kurkiaura", "106");
    publish("Kurkiauran väki", "106");
    publish("Oulun kurkiaura", "564");
    var visiting = publish("Ylämaan kurkiaura", "564");
    directory.publish("test", Listings.aMeetingPlace("Kurjenpesä", visiting));

    assertThat(names.find("kurkiaura", AreaCode.municipality("106")).names().values())
        .extracting(it -> it.fi())
        .as("the third has a place there")
        .containsExactly(
            "Kurkiauran väki", "Hyvinkään Kurkiaura", "Ylämaan kurkiaura", "Oulun kurkiaura");
    assertThat(names.find(" k").isEmpty()).as("one letter is everybody").isTrue();
  }

  @Test
  void whoeverSeeksByTooShortAWordHearsHowManyThereAre() {
    for (int i = 0; i < 63; i++) {
      publish("Haapalintu " + i, "106");
    }

    OrganizationNames.Found found = names.find("haapalintu");

    assertThat(found.names()).hasSize(60);
    assertThat(found.all()).isEqualTo(63);
    assertThat(found.isCut()).isTrue();
  }

  private Organization publish(String name, String town) {
    Organization it = Listings.anAssociation(name);
    Organization there =
        new Organization(
            it.id(),
            it.organizationKind(),
            it.name(),
            it.alternateName(),
            it.description(),
            it.email(),
            it.website(),
            it.parent(),
            AreaCode.municipality(town),
            it.identifiers(),
            it.phones(),
            it.contacts(),
            it.verification());
    directory.publish("test", there);
    return there;
  }
}
