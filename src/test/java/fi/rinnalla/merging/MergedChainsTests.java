package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What was made one stays one through chains, followers and imports.
@HouseTest
class MergedChainsTests extends MergingHouse {
  @Test
  void aChainLeadsToItsEndAndNoCircleComesAbout() throws Exception {
    Told a = told("Ketjula A", "merge-a");
    Told b = told("Ketjula B", "merge-b");
    Told c = told("Ketjula C", "merge-c");
    merged(Kind.SERVICE, b.cafe().uuid(), c.cafe().uuid());
    PairId second = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(a.cafe(), Lang.FI));

    PairId circle = pair(Kind.SERVICE, a.cafe().uuid(), c.cafe().uuid());
    assertThat(
            Neighbourhood.as(raija, () -> merger.merge(raija, circle, c.cafe().uuid(), Set.of())))
        .isInstanceOf(Merger.Merged.NotThere.class);

    undone(second);
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(b.cafe(), Lang.FI));
  }

  @Test
  void whatPointedAtTheOneThatGoesFollowsAndReturns() throws Exception {
    Told a = told("Seuraila A", "merge-a");
    Told b = told("Seuraila B", "merge-b");

    PairId organizations =
        merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    PairId places = merged(Kind.PLACE, a.library().uuid(), b.library().uuid());

    assertThat(directory.find(b.cafe().id()).orElseThrow().record().organization())
        .isEqualTo(a.association().id());
    Event hour = calendar.find(b.hour().id()).orElseThrow().event();
    assertThat(hour.organizer()).isEqualTo(a.association().id());
    assertThat(hour.venue().location()).isEqualTo(a.library().id());
    assertThat(calendar.at(a.library().id())).hasSize(2);
    assertThat(directory.servicesAt(List.of(a.library().id()))).hasSize(2);

    assertThat(undone(organizations)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    assertThat(undone(places)).isEqualTo(new Merger.Undone.Done(List.of(), 0));
    assertThat(directory.find(b.cafe().id()).orElseThrow().record()).isEqualTo(b.cafe());
    assertThat(calendar.find(b.hour().id()).orElseThrow().event()).isEqualTo(b.hour());
    assertThat(calendar.at(a.library().id())).hasSize(1);
  }

  @Test
  void aServiceIsNotGivenTwiceAtOnePlace() throws Exception {
    Told a = told("Kertaila A", "merge-a");
    Told b = told("Kertaila B", "merge-b");
    PairId places = merged(Kind.PLACE, a.library().uuid(), b.library().uuid());
    PairId services = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    assertThat(directory.placesOf(List.of(a.cafe().id())))
        .singleElement()
        .matches(it -> it.source().equals("merge-a"));

    undone(services);
    undone(places);
    assertThat(directory.placesOf(List.of(b.cafe().id())))
        .singleElement()
        .matches(it -> it.record().location().equals(b.library().id()));
  }

  @Test
  void importsKeepTheMerge() throws Exception {
    Told a = told("Tuontela A", "merge-a");
    Told b = told("Tuontela B", "merge-b");
    merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());
    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    publish(a);
    publish(b);

    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(directory.find(b.cafe().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .as("the feed's own event points at the one that stays")
        .isEqualTo(a.association().id());
    assertThat(directory.existing(RecordKind.ORGANIZATION, List.of(b.association().uuid())))
        .as("what the feed points at is known")
        .isNotEmpty();
  }

  @Test
  void whenTheFeedOfTheOneThatStaysIsWithoutItTheOtherComesBackUntilItReturns() throws Exception {
    Told a = told("Poistula A", "merge-a");
    Told b = told("Poistula B", "merge-b");
    PairId pair = merged(Kind.ORGANIZATION, a.association().uuid(), b.association().uuid());

    directory.withdraw("merge-a", RecordKind.ORGANIZATION, List.of(a.association().uuid()));

    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isFalse();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .isEqualTo(b.association().id());
    assertThat(here.ask(raija, get("/fi/yllapito/samat/" + pair)).getContentAsString())
        .contains("perheille näkyy toinen");
    assertThat(here.ask(raija, get("/fi/yllapito")).getContentAsString())
        .contains("/fi/yllapito/samat?state=merged");

    publish("merge-a", a.association());
    assertThat(directory.find(b.association().id()).orElseThrow().isWithdrawn()).isTrue();
    assertThat(calendar.find(b.hour().id()).orElseThrow().event().organizer())
        .isEqualTo(a.association().id());
  }

  @Test
  void aChainHoldsWhileAnythingFurtherOnIsThere() throws Exception {
    Told a = told("Välilä A", "merge-a");
    Told b = told("Välilä B", "merge-b");
    Told c = told("Välilä C", "merge-c");
    merged(Kind.SERVICE, b.cafe().uuid(), c.cafe().uuid());
    merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(a.cafe(), Lang.FI));
    assertThat(directory.find(c.cafe().id()).orElseThrow().isWithdrawn()).isTrue();

    directory.withdraw("merge-a", RecordKind.SERVICE, List.of(a.cafe().uuid()));
    assertThat(visit(page(c.cafe(), Lang.FI)).getStatus()).isEqualTo(200);

    publish("merge-b", b.cafe());
    assertThat(visit(page(c.cafe(), Lang.FI)).getHeader("Location"))
        .isEqualTo(page(b.cafe(), Lang.FI));
    publish("merge-a", a.cafe());
    for (Told gone : List.of(b, c)) {
      assertThat(visit(page(gone.cafe(), Lang.FI)).getHeader("Location"))
          .isEqualTo(page(a.cafe(), Lang.FI));
    }
    assertThat(visit(page(a.cafe(), Lang.FI)).getStatus()).isEqualTo(200);
  }

  @Test
  void whenTheFeedOfTheOneThatWentIsWithoutItTheMergeSaysSo() throws Exception {
    Told a = told("Lakkaila A", "merge-a");
    Told b = told("Lakkaila B", "merge-b");
    PairId pair = merged(Kind.SERVICE, a.cafe().uuid(), b.cafe().uuid());

    directory.withdraw("merge-b", RecordKind.SERVICE, List.of(b.cafe().uuid()));

    assertThat(here.ask(raija, get("/fi/yllapito/samat/" + pair)).getContentAsString())
        .contains("Toisen lähde on poistanut omansa");
    assertThat(visit(page(b.cafe(), Lang.FI)).getStatus()).isEqualTo(301);
  }
}
