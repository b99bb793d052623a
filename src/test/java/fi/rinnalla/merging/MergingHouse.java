package fi.rinnalla.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.DirectoryRecord;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.Service;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.pages.Route;
import fi.rinnalla.search.Finder;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Json;
import fi.rinnalla.upkeep.Neighbourhood;
import fi.rinnalla.vocabulary.Lang;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/// The house in which records are made one: what two feeds tell of the same things.
abstract class MergingHouse {
  static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Merger merger;
  @Autowired Follower follower;
  @Autowired Pairs pairs;
  @Autowired Finder finder;
  @Autowired People people;
  @Autowired HouseWork house;
  @Autowired JdbcClient jdbc;
  @Autowired Json json;
  @Autowired Clock clock;
  @Autowired WebApplicationContext context;

  Neighbourhood here;
  Caller raija;

  @BeforeEach
  void raijaLooksAfterHyvinkaa() {
    here = new Neighbourhood(people, context);
    raija = here.moderatorOf("106", "raija-yhdistaa@example.org", Level.STRONG);
  }

  /// The same association, library, café and story hour as feed A tells of them and as feed B does.
  record Told(
      Organization association, Location library, Service cafe, Event hour, String source) {}

  Told told(String name, String source) {
    Organization association = Listings.anAssociation(name + " yhdistys");
    Location library = Listings.aLibrary(name + " kirjasto", 60.6305, 24.8600);
    Service cafe = Listings.aFamilyCafe(name + " perhekahvila", association);
    Event hour = Events.held(name + " satutunti", association, library, Events.everyTuesday());
    Told told = new Told(association, library, cafe, hour, source);
    publish(told);
    return told;
  }

  void publish(Told it) {
    publish(it.source(), it.association(), it.library(), it.cafe());
    publish(it.source(), Listings.at(it.cafe(), it.library()));
    calendar.publish(it.source(), it.hour());
  }

  void publish(String source, DirectoryRecord... records) {
    List.of(records).forEach(it -> directory.publish(source, it));
  }

  /// As a round would have found them.
  PairId pair(Kind kind, UUID one, UUID other) {
    PairRows.Two two = PairRows.Two.of(one, other);
    return house.step(() ->
        new PairId(
            jdbc.sql(
                    """
                    insert into merging.pair
                      (id, kind, one, other, score, reasons, areas, state, found_at)
                    values (gen_random_uuid(), :kind, :one, :other, 0.9, '[]', '{M106}', 'open',
                            now())
                    returning id
                    """)
                .param("kind", kind.code())
                .param("one", two.one())
                .param("other", two.other())
                .query(UUID.class)
                .single()));
  }

  PairId merged(Kind kind, UUID stays, UUID goes, String... fromOther) throws Exception {
    PairId pair = pair(kind, stays, goes);
    assertThat(Neighbourhood.as(raija, () -> merger.merge(raija, pair, stays, Set.of(fromOther))))
        .isInstanceOf(Merger.Merged.Done.class);
    return pair;
  }

  Merger.Undone.Done undone(PairId pair) throws Exception {
    return (Merger.Undone.Done) Neighbourhood.as(raija, () -> merger.undo(raija, pair));
  }

  MockHttpServletResponse visit(String address) throws Exception {
    return here.ask(Caller.visitor(), get(address));
  }

  String page(Service it, Lang lang) {
    return Route.SERVICE.path(lang, directory.find(it.id()).orElseThrow().slug());
  }
}
