package fi.rinnalla.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.channels.ReadCalendar;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.vocabulary.Position;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A search as a calendar and as a feed: with the parameters of the search for programs, and
/// nothing that a place keeps to itself.
@HouseTest
// Published once: the index follows, and would still be taking away what the test before withdrew.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedSearchTests {
  private static final String CLUB = "Saunarantakerho";
  private static final Organization OURS = Listings.anAssociation("Saunarannan yhdistys");
  private static final Location LIBRARY =
      Listings.aLibrary("Saunarannan kirjasto", 60.6312, 24.8612);
  private static final Location SHELTER =
      Listings.aPlace(
          "Saunarannan piilo", Location.Visibility.HIDDEN, new Position(60.6322, 24.8622));
  private static final Location AREA_ONLY = Listings.aShelter("Saunarannan suoja");
  private static final Service CAFE = Listings.aFamilyCafe("Saunarantakahvila", OURS);
  private static final Event OPEN = Events.held(CLUB, OURS, LIBRARY, Events.everyTuesday());
  private static final Event HIDDEN =
      Events.held("Saunarantakerho piilossa", OURS, SHELTER, Events.everyMondayAfternoon());
  private static final Event SHELTERED =
      Events.held("Saunarantakerho suojassa", OURS, AREA_ONLY, Events.everyMondayAfternoon());

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired WebApplicationContext context;

  @BeforeAll
  void published() {
    List.of(OURS, LIBRARY, SHELTER, AREA_ONLY, CAFE)
        .forEach(it -> directory.publish("channels", it));
    List.of(OPEN, HIDDEN, SHELTERED).forEach(it -> calendar.publish("channels", it));
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Saunarantakerho") == 3);
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Saunarantakahvila") == 1);
  }

  @AfterAll
  void withdrawn() {
    calendar.withdraw("channels", List.of(OPEN.id(), HIDDEN.id(), SHELTERED.id()));
    directory.withdraw("channels", RecordKind.SERVICE, List.of(CAFE.uuid()));
  }

  @Test
  void aSearchIsACalendarThatAnotherProgramReads() throws Exception {
    ReadCalendar read = calendar("q=Saunarantakerho");

    assertThat(read.series()).extracting(it -> ReadCalendar.value(it, "SUMMARY")).contains(CLUB);
    assertThat(read.calendar().getComponents("VTIMEZONE")).hasSize(1);
    VEvent open = read.series().stream().filter(it -> said(it, CLUB)).findFirst().orElseThrow();
    assertThat(ReadCalendar.value(open, "RRULE")).contains("FREQ=WEEKLY", "BYDAY=TU", "UNTIL=2028");
    assertThat(ReadCalendar.value(open, "LOCATION"))
        .isEqualTo("Saunarannan kirjasto, Torikatu 5, Hyvinkää");
    assertThat(ReadCalendar.value(open, "URL")).contains("/fi/tapahtuma/saunarantakerho-");
  }

  @Test
  void aPlaceThatHidesIsInNoCalendarAndNoFeed() throws Exception {
    String ics = words("/calendar.ics?q=Saunarantakerho");
    String atom = words("/feed.atom?q=Saunarantakerho");

    assertThat(ics).doesNotContain("piilo,", "60.6322", "60.6319");
    assertThat(atom).doesNotContain("Saunarannan piilo", "60.6322", "60.6319");
    ReadCalendar read = ReadCalendar.of(ics);
    assertThat(read.series().stream().filter(it -> said(it, "Saunarantakerho piilossa")))
        .singleElement()
        .satisfies(it -> assertThat(ReadCalendar.value(it, "LOCATION")).isEmpty());
    assertThat(read.series().stream().filter(it -> said(it, "Saunarantakerho suojassa")))
        .singleElement()
        .satisfies(it -> {
          assertThat(ReadCalendar.value(it, "LOCATION")).isEqualTo("Saunarannan suoja");
          assertThat(ReadCalendar.value(it, "GEO")).isEmpty();
        });
  }

  @Test
  void aSpanOfDaysHasItsTimesOnly() throws Exception {
    ReadCalendar read =
        calendar("q=Saunarantakerho&when=2026-11-24..2026-12-01&of=" + LIBRARY.uuid());

    assertThat(read.events().stream().map(ReadCalendar::start))
        .containsExactly(
            LocalDateTime.of(2026, 11, 24, 9, 30), LocalDateTime.of(2026, 12, 1, 9, 30));
  }

  @Test
  void whatWasNotAskedIsNotThere() throws Exception {
    assertThat(calendar("q=Saunarantakerho&kind=service").events()).isEmpty();
    assertThat(words("/calendar.ics?q=Saunarantakerho&where=Atlantis")).contains("Atlantis");
    // A page would show near misses and say so; whoever follows a search can't be told.
    assertThat(calendar("q=Saunarantakerhonen").events()).isEmpty();
    assertThat(entries(feed("q=Saunarantakerhonen"))).isEmpty();
  }

  @Test
  void whatSomebodyFollowsGoesOnAndNamesWhatWasNotUnderstood() throws Exception {
    for (String path : List.of("/calendar.ics", "/feed.atom", "/embed")) {
      MockHttpServletResponse misspelt =
          answer(path + "?q=Saunarantakerho&wher%22%0A=Oulu&when=joskus&language=de", "");

      assertThat(misspelt.getStatus()).as(path).isEqualTo(200);
      assertThat(misspelt.getHeader("Rinnalla-Not-Understood"))
          .as(path)
          .isEqualTo("\"wher??\", \"language\", \"when\"");
      assertThat(misspelt.getContentAsString(StandardCharsets.UTF_8)).contains(CLUB);
      assertThat(answer(path + "?q=Saunarantakerho&utm_source=x&language=sv", ""))
          .returns(null, it -> it.getHeader("Rinnalla-Not-Understood"));
    }
    assertThat(words("/calendar.ics?q=Saunarantakerho&wher=Oulu")).contains("Parametria ”wher”");
    assertThat(words("/feed.atom?q=Saunarantakerho&wher=Oulu")).contains("Parametria ”wher”");
    assertThat(answer("/embed?accent=77446f&text=large", "").getHeaderNames())
        .doesNotContain("Rinnalla-Not-Understood");
  }

  @Test
  void whoeverHasItAlreadyIsToldSo() throws Exception {
    for (String path : List.of("/calendar.ics", "/feed.atom")) {
      MockHttpServletResponse first = answer(path + "?q=Saunarantakerho", "");
      String tag = String.valueOf(first.getHeader(HttpHeaders.ETAG));
      MockHttpServletResponse again = answer(path + "?q=Saunarantakerho", tag);

      assertThat(first.getStatus()).isEqualTo(200);
      assertThat(first.getHeaders(HttpHeaders.CACHE_CONTROL))
          .containsExactly("public, max-age=900");
      assertThat(again.getStatus()).isEqualTo(304);
    }
  }

  @Test
  void aFeedIsWhatRfc4287Wants() throws Exception {
    Document feed = feed("q=Saunaranta*&language=sv");
    Document named = feed("of=" + OURS.uuid() + "&language=sv");

    for (Document document : List.of(feed, named)) {
      Element root = document.getDocumentElement();
      assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
      assertThat(once(root, "id")).startsWith("urn:uuid:");
      assertThat(once(root, "title")).startsWith("Rinnalla");
      Instant.parse(once(root, "updated"));
      assertThat(links(root, "self")).singleElement().asString().contains("/feed.atom?");
      assertThat(links(root, "alternate")).singleElement().asString().contains("/sv/sok?");
      assertThat(once(children(root, "author").getFirst(), "name")).isEqualTo("Rinnalla");
    }
    List<Element> entries = entries(named);
    assertThat(entries).hasSize(4);
    for (Element entry : entries) {
      assertThat(once(entry, "id")).startsWith("urn:uuid:");
      assertThat(once(entry, "title")).isNotBlank();
      assertThat(Instant.parse(once(entry, "updated"))).isEqualTo(GivenClock.NOW);
      assertThat(links(entry, "alternate")).singleElement().asString().contains("/sv/");
      assertThat(children(entry, "summary")).hasSize(1);
      assertThat(entry.getAttribute("xml:lang")).isEqualTo("fi");
    }
    assertThat(entries.stream().map(it -> once(it, "id"))).doesNotHaveDuplicates();
  }

  private static boolean said(VEvent event, String summary) {
    return ReadCalendar.value(event, "SUMMARY").equals(summary);
  }

  private long found(String words) {
    if (!finder.isReady()) {
      return 0;
    }
    return finder.find(Query.all(GivenClock.NOW).withWords(words)).hits().stream()
        .filter(hit -> String.valueOf(hit.card().title().fi()).startsWith(words))
        .count();
  }

  private ReadCalendar calendar(String query) throws Exception {
    return ReadCalendar.of(words("/calendar.ics?" + query));
  }

  private Document feed(String query) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                words("/feed.atom?" + query).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> entries(Document feed) {
    return children(feed.getDocumentElement(), "entry");
  }

  private static String once(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> links(Element parent, String rel) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList all = parent.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element child && child.getTagName().equals(name)) {
        children.add(child);
      }
    }
    return children;
  }

  private String words(String path) throws Exception {
    MockHttpServletResponse answer = answer(path, "");
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(String path, String tag) throws Exception {
    var request = get(URI.create(path));
    if (!tag.isEmpty()) {
      request.header(HttpHeaders.IF_NONE_MATCH, tag);
    }
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(request)
        .andReturn()
        .getResponse();
  }
}
