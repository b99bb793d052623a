package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Neighbourhood;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/// An organization reads in its listing's history what a region has decided about it.
@HouseTest
class DecidedHereTests {
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Merger merger;
  @Autowired Pairs pairs;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired WebApplicationContext context;

  private PairId pair(UUID one, UUID other) {
    PairRows.Two two = PairRows.Two.of(one, other);
    return house.step(() ->
        new PairId(
            jdbc.sql(
                    """
                    insert into merging.pair
                      (id, kind, one, other, score, reasons, areas, state, found_at)
                    values (gen_random_uuid(), 'event', :one, :other, 0.9, '[]', '{M106}', 'open',
                            now())
                    returning id
                    """)
                .param("one", two.one())
                .param("other", two.other())
                .query(UUID.class)
                .single()));
  }

  @Test
  void eachDecisionIsALineForWhoeverMayReadTheHistory() throws Exception {
    Neighbourhood here = new Neighbourhood(people, context);
    Caller raija = here.moderatorOf("106", "raija-historia@example.org", Level.STRONG);
    Organization ours = Listings.anAssociation("Muistilan yhdistys");
    Organization others = Listings.anAssociation("Vieraslan yhdistys");
    directory.publish("history-a", ours);
    directory.publish("history-a", others);
    Caller eero = here.editorOf(ours, "eero-historia@example.org");
    Caller pia = here.editorOf(others, "pia-historia@example.org");
    String home = "/fi/oma/jarjesto/" + ours.id();
    directory.publish("history-a", Listings.aLibrary("Muistilan talo", 60.63, 24.86));
    here.ask(
        eero,
        post(home + "/uusi")
            .param("title_fi", "Muistilan kahvila")
            .param("when", "joka tiistai 9.30–11.30")
            .param("place", "Muistilan talo, Torikatu 5, Hyvinkää")
            .param("price", "0")
            .param("act", "publish"));
    UUID listing =
        house.step(() ->
            jdbc.sql("select id from workspace.sheet where organization = :id")
                .param("id", ours.uuid())
                .query(UUID.class)
                .single());
    Event told = Events.aFamilyCafe("Muistilan kahvila", Events.everyTuesday());
    calendar.publish("history-b", told);
    String history = home + "/ilmoitus/" + listing + "/historia";
    assertThat(here.ask(eero, get(history)).getContentAsString())
        .doesNotContain("Alueen ylläpito päätti");

    PairId pair = pair(listing, told.id().value());
    Neighbourhood.as(raija, () -> pairs.notSame(raija, pair));
    Neighbourhood.as(raija, () -> merger.undo(raija, pair));
    Neighbourhood.as(raija, () -> merger.merge(raija, pair, listing, Set.of()));
    Neighbourhood.as(raija, () -> merger.undo(raija, pair));

    assertThat(here.ask(eero, get(history)).getContentAsString())
        .containsSubsequence(
            "Alueen ylläpito päätti",
            "mitä kerrotaan lähteessä history-b, peruttiin",
            "Ne yhdistettiin, ja perheet näkevät tämän.",
            "Avattiin uudelleen",
            "Ne todettiin eri asioiksi.");
    assertThat(here.ask(pia, get(history)).getStatus()).isEqualTo(404);
    assertThat(here.ask(Caller.visitor(), get(history)).getStatus()).isNotEqualTo(200);
  }
}
