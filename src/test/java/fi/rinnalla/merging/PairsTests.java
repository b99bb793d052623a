package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HeldLock;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// The pairs that a round finds, and who says what about them.
@HouseTest
// A town of its own: the list would be full of what other tests publish.
@TestPropertySource(properties = "rinnalla.test.town=pairs")
class PairsTests {
  @Autowired Directory directory;
  @Autowired Pairs pairs;
  @Autowired People people;
  @Autowired RoundRows rounds;
  @Autowired DataSource dataSource;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired WebApplicationContext context;

  private Neighbourhood here;
  private Caller raija;

  @BeforeEach
  void raijaLooksAfterHyvinkaa() {
    here = new Neighbourhood(people, context);
    raija = here.moderatorOf("106", "raija-parit@example.org", Level.STRONG);
  }

  /// One association, as two sources tell of it.
  private List<Organization> twice(String name) {
    Organization one = Listings.anAssociation(name + " yhdistys ry");
    Organization other = Listings.anAssociation(name + " yhdistys r.y.");
    directory.publish("pairs-a", one);
    directory.publish("pairs-b", other);
    return List.of(one, other);
  }

  private Pair of(Organization one) throws Exception {
    UUID id = one.uuid();
    return Neighbourhood.as(
        raija,
        () ->
            List.of(Pair.State.values()).stream()
                .flatMap(state -> pairs.list(raija, state, 1).stream())
                .filter(it -> it.one().equals(id) || it.other().equals(id))
                .findFirst()
                .orElseThrow());
  }

  private boolean isKnown(Organization one) {
    return house.step(() ->
        jdbc.sql("select count(*) from merging.pair where :id in (one, other)")
            .param("id", one.uuid())
            .query(Integer.class)
            .single())
        > 0;
  }

  @Test
  void aRoundAddsWhatIsNewAndForgetsWhatIsAlikeNoMore() {
    List<Organization> two = twice("Parilan");

    assertThat(pairs.round().added()).isPositive();
    assertThat(isKnown(two.getFirst())).isTrue();
    assertThat(pairs.round().added()).isZero();

    directory.withdraw("pairs-b", two.getLast().kind(), List.of(two.getLast().uuid()));
    assertThat(pairs.round().gone()).isPositive();
    assertThat(isKnown(two.getFirst())).isFalse();
  }

  @Test
  void whatIsNotTheSameIsNeverProposedAgain() throws Exception {
    List<Organization> two = twice("Erilan");
    pairs.round();
    Pair pair = of(two.getFirst());
    assertThat(Neighbourhood.as(raija, () -> pairs.notSame(raija, pair.id())))
        .isInstanceOf(Pairs.Outcome.Done.class);

    pairs.round();

    assertThat(of(two.getFirst()).state()).isEqualTo(Pair.State.NOT_SAME);
    directory.withdraw("pairs-b", two.getLast().kind(), List.of(two.getLast().uuid()));
    pairs.round();
    directory.publish("pairs-b", two.getLast());
    pairs.round();
    assertThat(of(two.getFirst()).state()).isEqualTo(Pair.State.NOT_SAME);
  }

  @Test
  void theListTellsWhyAndTheRegionsPageLeadsToIt() throws Exception {
    List<Organization> two = twice("Luettelan");
    pairs.round();

    String list = here.ask(raija, get("/fi/yllapito/samat")).getContentAsString();
    assertThat(list).contains("Luettelan yhdistys ry", "Luettelan yhdistys r.y.", "sama nimi");
    assertThat(here.ask(raija, get("/sv/underhall/samma")).getContentAsString())
        .contains("samma namn");
    assertThat(here.ask(raija, get("/fi/yllapito")).getContentAsString())
        .contains("/fi/yllapito/samat");
    String page =
        here.ask(raija, get("/en/upkeep/same/" + of(two.getFirst()).id())).getContentAsString();
    assertThat(page).contains("Are these the same organizer?", "same name");
  }

  @Test
  void theSecondToDecideIsToldWhoWasFirst() throws Exception {
    List<Organization> two = twice("Kiirelan");
    pairs.round();
    String address = "/fi/yllapito/samat/" + of(two.getFirst()).id();
    var colleague = here.moderatorOf("106", "kollega-parit@example.org", Level.STRONG);

    assertThat(here.ask(colleague, post(address).param("answer", "not_same")).getRedirectedUrl())
        .isEqualTo("/fi/yllapito/samat?done=not_same");
    var second = here.ask(raija, post(address).param("answer", "not_same"));

    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString()).contains("kollega-parit", "Joku muu ehti ensin");
  }

  @Test
  void anotherRegionsPairIsNotThere() throws Exception {
    List<Organization> two = twice("Vierailan");
    pairs.round();
    Pair pair = of(two.getFirst());
    var oulu = here.moderatorOf("564", "oulu-parit@example.org", Level.STRONG);
    String address = "/fi/yllapito/samat/" + pair.id();

    assertThat(here.ask(oulu, get(address)).getStatus()).isEqualTo(404);
    assertThat(here.ask(oulu, post(address).param("answer", "not_same")).getStatus())
        .isEqualTo(404);
    assertThat(here.ask(oulu, get("/fi/yllapito/samat")).getContentAsString())
        .doesNotContain("Vierailan");
    assertThat(of(two.getFirst()).state()).isEqualTo(Pair.State.OPEN);
  }

  @Test
  void aRoundGoesOnBesideTheRequestAndTheListTellsOfIt() throws Exception {
    List<Organization> two = twice("Taustalan");

    try (HeldLock _ = HeldLock.take(dataSource, "merging round").orElseThrow()) {
      // On another node one is going on: then that one will do.
      house.step(() -> rounds.begin(Instant.parse("2026-11-22T10:00:00Z")));
      here.ask(raija, post("/fi/yllapito/samat"));
      assertThat(here.ask(raija, get("/fi/yllapito/samat")).getContentAsString())
          .contains("Etsintä alkoi", "Katso, onko valmista")
          .doesNotContain("Etsi nyt");
    }
    assertThat(here.ask(raija, get("/fi/yllapito/samat")).getContentAsString())
        .contains("jäi kesken", "Etsi nyt");

    assertThat(here.ask(raija, post("/fi/yllapito/samat")).getRedirectedUrl())
        .isEqualTo("/fi/yllapito/samat#look");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            here.ask(raija, get("/fi/yllapito/samat")).getContentAsString().contains("etsitty"));
    assertThat(of(two.getFirst()).state()).isEqualTo(Pair.State.OPEN);
  }

  @Test
  void anAddressThatNamesNoPairIsNotThere() throws Exception {
    assertThat(here.ask(raija, get("/fi/yllapito/samat/kirjasto")).getStatus()).isEqualTo(404);
    assertThat(
            here.ask(raija, post("/fi/yllapito/samat/1-2-3-4-5").param("answer", "not_same"))
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void anAnswerThatIsNoneChangesNothing() throws Exception {
    List<Organization> two = twice("Arvailan");
    pairs.round();
    String address = "/fi/yllapito/samat/" + of(two.getFirst()).id();

    assertThat(here.ask(raija, post(address).param("answer", "maybe")).getStatus()).isEqualTo(422);
    assertThat(of(two.getFirst()).state()).isEqualTo(Pair.State.OPEN);
  }
}
