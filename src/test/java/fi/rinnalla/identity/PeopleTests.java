package fi.rinnalla.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.HouseTest;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Who may trust somebody with something, and what is written of it.
@HouseTest
class PeopleTests {
  private static final AreaCode HYVINKAA = AreaCode.municipality("106");

  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void theLogTellsByWhichRoleARoleWasGiven() throws Exception {
    PersonId raija = someone(Role.REGION_ADMIN);
    PersonId valto = someone(null);

    as(raija, Level.STRONG, by -> people.give(valto, Role.AUDITOR, null, HYVINKAA, by));

    assertThat(logged(valto)).containsExactly("REGION_ADMIN region");
  }

  @Test
  void theHouseGivesInItsOwnName() {
    PersonId raija = someone(Role.REGION_ADMIN);

    assertThat(logged(raija)).containsExactly("HOUSE given");
  }

  @Test
  void whoSignedInByALinkTrustsNobodyWithARegion() {
    PersonId raija = someone(Role.REGION_ADMIN);
    PersonId valto = someone(null);

    assertThatThrownBy(
            () -> as(raija, Level.WEAK, by -> people.give(valto, Role.AUDITOR, null, HYVINKAA, by)))
        .isInstanceOf(Exception.class);
    assertThat(Viewer.house(() -> people.roles(valto))).isEmpty();
    assertThat(logged(valto)).isEmpty();
  }

  @Test
  void aRegionAdminGivesNoRoleInAnotherRegion() {
    PersonId raija = someone(Role.REGION_ADMIN);
    PersonId valto = someone(null);
    AreaCode oulu = AreaCode.municipality("564");

    assertThatThrownBy(
            () -> as(raija, Level.STRONG, by -> people.give(valto, Role.AUDITOR, null, oulu, by)))
        .isInstanceOf(NoSuchRecord.class);
    assertThat(Viewer.house(() -> people.roles(valto))).as("taken back").isEmpty();
  }

  @Test
  void whoOnlyAnswersAtADeskKeepsNothingOfTheOrganization() {
    UUID organization = UUID.randomUUID();
    PersonId sanna = someone(null);
    PersonId olga = someone(null);
    PersonId eero = someone(null);
    give(sanna, Role.ADVISER, organization);
    assertThat(kept(organization)).isEmpty();

    give(olga, Role.ADVISER, organization);
    give(eero, Role.ORG_EDITOR, organization);
    give(olga, Role.ORG_EDITOR, organization);
    give(olga, Role.ORG_OWNER, organization);

    assertThat(kept(organization)).as("each once").containsExactlyInAnyOrder(eero, olga);
    Viewer.house(() -> {
      people.rolesFor(organization).stream()
          .filter(it -> it.person().equals(olga) && it.role() != Role.ADVISER)
          .forEach(it -> people.end(it.id()));
      return olga;
    });
    assertThat(kept(organization)).as("of by now").containsExactly(eero);
  }

  private void give(PersonId person, Role role, UUID organization) {
    Viewer.house(() -> {
      people.give(person, role, organization, null, null);
      return person;
    });
  }

  private List<PersonId> kept(UUID organization) {
    return Viewer.house(() -> people.keepers(organization)).stream().map(Person::id).toList();
  }

  private interface Giving {
    void by(Caller caller);
  }

  private void as(PersonId person, Level level, Giving giving) throws Exception {
    Caller caller = Viewer.house(() -> people.caller(person, level)).orElseThrow();
    caller
        .viewer()
        .run(() -> {
          giving.by(caller);
          return caller;
        });
  }

  private PersonId someone(@Nullable Role role) {
    return Viewer.house(() -> {
      PersonId id = new PersonId(UUID.randomUUID());
      people.add(new Person(id, "", null, Lang.FI, false));
      if (role != null) {
        people.give(id, role, null, HYVINKAA, null);
      }
      return id;
    });
  }

  private List<String> logged(PersonId subject) {
    return Viewer.house(() ->
        transaction.execute(_ ->
            jdbc.sql(
                    "select role || ' ' || basis from audit.entry"
                        + " where subject = :subject and record = 'role'")
                .param("subject", subject.value())
                .query(String.class)
                .list()));
  }
}
