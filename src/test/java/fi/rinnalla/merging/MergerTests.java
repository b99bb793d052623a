package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Level;
import fi.rinnalla.search.Query;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// Two records made one, and two again.
@HouseTest
class MergerTests extends MergingHouse {
  @Test
  void theOneThatGoesLeadsToTheOneThatStaysInTheVisitorsLanguage() throws Exception {
    Told a = told("Ohjaila A", "merge-a");
    Told b = told("Ohjaila B", "merge-b");

    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    for (Lang lang : Lang.values()) {
      MockHttpServletResponse old = visit(page(b.cafe(), lang));
      assertThat(old.getStatus()).isEqualTo(301);
      assertThat(old.getHeader("Location")).isEqualTo(page(a.cafe(), lang));
    }
    assertThat(visit(page(a.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void everyKindOfPageLeadsOn() throws Exception {
    Told a = told("Lajila A", "merge-a");
    Told b = told("Lajila B", "merge-b");
    merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    merged(Kind.PLACE, a.library().uuid(), b.library().uuid());
    merged(Kind.EVENT, a.hour().id().value(), b.hour().id().value());

    String organization = directory.find(b.association().id()).orElseThrow().slug();
    String place = directory.find(b.library().id()).orElseThrow().slug();
    String event = calendar.find(b.hour().id()).orElseThrow().slug();
    assertThat(visit("/en/organizer/" + organization).getHeader("Location"))
        .startsWith("/en/organizer/lajila-a-yhdistys");
    assertThat(visit("/sv/plats/" + place).getHeader("Location"))
        .startsWith("/sv/plats/lajila-a-kirjasto");
    assertThat(visit("/fi/tapahtuma/" + event).getHeader("Location"))
        .startsWith("/fi/tapahtuma/lajila-a-satutunti");
    assertThat(visit("/fi/tapahtuma/" + event + ".ics").getStatus()).isEqualTo(301);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsFirst() throws Exception {
    Told a = told("Kilpaila A", "merge-a");
    Told b = told("Kilpaila B", "merge-b");
    PairId pair = pair(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    List<UUID> wishes = List.of(a.cafe().uuid(), b.cafe().uuid());

    List<Merger.Merged> outcomes;
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Merger.Merged>> both =
          wishes.stream()
              .<Callable<Merger.Merged>>map(stays ->
                  () -> Neighbourhood.as(raija, () -> merger.merge(raija, pair, stays, Set.of())))
              .toList();
      outcomes = threads.invokeAll(both).stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).filteredOn(it -> it instanceof Merger.Merged.Done).hasSize(1);
    assertThat(outcomes).filteredOn(it -> it instanceof Merger.Merged.AlreadyDecided).hasSize(1);
    assertThat(directory.services(List.of(a.cafe().id(), b.cafe().id())))
        .filteredOn(it -> !it.isWithdrawn())
        .hasSize(1);
  }

  private boolean isFound(Service service) {
    Query hakusela =
        Query.all(clock.instant())
            .withWords("Hakusela")
            .of(Set.of(fi.rinnalla.search.Kind.SERVICE));
    return finder.isReady()
        && finder.find(hakusela).hits().stream()
            .anyMatch(it -> it.card().key().id().equals(service.uuid()));
  }

  @Test
  void theSearchFindsOneAndTheApiOfTheStandardDoesToo() throws Exception {
    Told a = told("Hakusela A", "merge-a");
    Told b = told("Hakusela B", "merge-b");
    await().atMost(SOON).until(() -> isFound(a.cafe()) && isFound(b.cafe()));

    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    await().atMost(SOON).until(() -> isFound(a.cafe()) && !isFound(b.cafe()));
    assertThat(visit("/api/hsds/3.1/services/" + a.cafe().id()).getStatus()).isEqualTo(200);
    assertThat(visit("/api/hsds/3.1/services/" + b.cafe().id()).getStatus()).isEqualTo(404);

    undone(pair);
    await().atMost(SOON).until(() -> isFound(a.cafe()) && isFound(b.cafe()));
    assertThat(visit("/api/hsds/3.1/services/" + b.cafe().id()).getStatus()).isEqualTo(200);
  }

  @Test
  void aPersonMergesSideBySideAndASecondIsToldWhatHappened() throws Exception {
    Told a = told("Rinnala A", "merge-a");
    Told b = told("Rinnala B", "merge-b");
    PairId pair = pair(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    String address = "/fi/yllapito/samat/" + pair;
    String side =
        PairRows.Two.of(a.cafe().uuid(), b.cafe().uuid()).one().equals(a.cafe().uuid())
            ? "one"
            : "other";
    String otherSide = side.equals("one") ? "other" : "one";

    String shown = here.ask(raija, get(address)).getContentAsString();
    assertThat(shown)
        .contains("Rinnala A perhekahvila", "Rinnala B perhekahvila", "Kumpi jää?", "field-name");
    assertThat(here.ask(raija, post(address).param("answer", "merge")).getStatus()).isEqualTo(422);

    assertThat(
            here.ask(
                    raija,
                    post(address)
                        .param("answer", "merge")
                        .param("stays", side)
                        .param("field-name", otherSide))
                .getRedirectedUrl())
        .isEqualTo("/fi/yllapito/samat?done=merged");
    assertThat(directory.find(a.cafe().id()).orElseThrow().record().name())
        .isEqualTo(b.cafe().name());

    var colleague = here.moderatorOf("106", "kollega-yhdistaa@example.org", Level.STRONG);
    for (String answer : List.of("merge", "not_same")) {
      var second =
          here.ask(colleague, post(address).param("answer", answer).param("stays", otherSide));
      assertThat(second.getStatus()).isEqualTo(409);
      assertThat(second.getContentAsString()).contains("raija-yhdistaa");
    }
    assertThat(directory.find(b.cafe().id()).orElseThrow().isWithdrawn()).isTrue();

    assertThat(here.ask(raija, post(address).param("answer", "undo")).getRedirectedUrl())
        .startsWith("/fi/yllapito/samat?done=undone");
    assertThat(here.ask(raija, post(address).param("answer", "undo")).getStatus()).isEqualTo(409);
    assertThat(visit(page(b.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void whatTheOrganizationKeepsItselfIsTheBetterOne() throws Exception {
    Told a = told("Parempila A", "merge-a");
    Told b = told("Parempila B", "merge-b");
    here.editorOf(b.association(), "pitaja-yhdistaa@example.org");
    PairId pair = pair(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());

    Merger.Compared compared =
        Neighbourhood.as(raija, () -> merger.compare(pairs.get(raija, pair)).orElseThrow());

    Merger.Side better = compared.otherStays() ? compared.other() : compared.one();
    assertThat(better.id()).isEqualTo(b.association().uuid());
    assertThat(better.kept()).isTrue();
  }
}
