package fi.rinnalla.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.Service;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.vocabulary.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What search engines are told of.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitemapTests {
  private static final Organization OURS = Listings.anAssociation("Karttayhdistys");
  private static final Location LIBRARY = Listings.aLibrary("Karttakirjasto", 60.6313, 24.8613);
  private static final Location SHELTER =
      Listings.aPlace("Karttapiilo", Location.Visibility.HIDDEN, new Position(60.6323, 24.8623));
  private static final Location AREA_ONLY = Listings.aShelter("Karttasuoja");
  private static final Service CAFE = Listings.aFamilyCafe("Karttakahvila", OURS);
  private static final Event HOUR =
      Events.held("Karttatunti", OURS, LIBRARY, Events.everyTuesday());
  private static final Event OVER =
      Events.held("Karttamennyt", OURS, LIBRARY, Events.once(LocalDateTime.of(2026, 11, 3, 10, 0)));

  @Autowired Sitemap sitemap;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired SiteAddress site;
  @Autowired WebApplicationContext context;

  @BeforeAll
  void published() {
    List.of(OURS, LIBRARY, SHELTER, AREA_ONLY, CAFE)
        .forEach(it -> directory.publish("sitemap", it));
    List.of(HOUR, OVER).forEach(it -> calendar.publish("sitemap", it));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> found("Karttatunti") && found("Karttakahvila") && found("Karttakirjasto"));
  }

  @AfterAll
  void withdrawn() {
    calendar.withdraw("sitemap", List.of(HOUR.id(), OVER.id()));
    directory.withdraw("sitemap", RecordKind.SERVICE, List.of(CAFE.uuid()));
  }

  @Test
  void everyKindOfPageIsThereInThreeLanguagesWithWhenItChanged() throws Exception {
    sitemap.follow();
    Map<String, Element> told = told(served("/sitemap.xml"));

    for (String path :
        List.of(
            "/fi/palvelu/karttakahvila-",
            "/sv/tjanst/karttakahvila-",
            "/en/service/karttakahvila-",
            "/fi/tapahtuma/karttatunti-",
            "/sv/evenemang/karttatunti-",
            "/en/event/karttatunti-",
            "/fi/paikka/karttakirjasto-",
            "/sv/plats/karttakirjasto-",
            "/en/place/karttakirjasto-",
            "/fi/jarjestaja/karttayhdistys-",
            "/sv/arrangor/karttayhdistys-",
            "/en/organizer/karttayhdistys-")) {
      Element url = only(told, path);
      assertThat(url.getElementsByTagName("lastmod").item(0).getTextContent())
          .as(path)
          .isEqualTo(GivenClock.NOW.toString());
      assertThat(languages(url)).as(path).containsExactly("fi", "sv", "en");
    }
    assertThat(told.keySet()).anyMatch(it -> it.endsWith("/sv/omrade/hyvinkaa"));
    assertThat(told.keySet()).anyMatch(it -> it.endsWith("/en/accessibility"));
  }

  @Test
  void whatHidesAndWhatIsOverIsNotThere() throws Exception {
    sitemap.follow();

    assertThat(told(served("/sitemap.xml")).keySet())
        .noneMatch(it -> it.contains("karttapiilo"))
        .noneMatch(it -> it.contains("karttasuoja"))
        .noneMatch(it -> it.contains("karttamennyt"));
  }

  @Test
  void whatIsPublishedComesAtTheNextLookAndWhatIsWithdrawnGoes() throws Exception {
    Organization later = Listings.anAssociation("Karttamyöhempi");
    sitemap.follow();
    directory.publish("sitemap", later);

    assertThat(served("/sitemap.xml")).doesNotContain("karttamyohempi");
    sitemap.follow();
    assertThat(served("/sitemap.xml")).contains("/fi/jarjestaja/karttamyohempi-");
    directory.withdraw("sitemap", RecordKind.ORGANIZATION, List.of(later.uuid()));
    sitemap.follow();
    assertThat(served("/sitemap.xml")).doesNotContain("karttamyohempi");
  }

  @Test
  void whatIsTooLongForOneFileIsToldByAnIndex() throws Exception {
    SitemapFiles files = new SitemapFiles(site, 6, 1_000_000);
    for (String slug : List.of("a", "b", "c", "d", "e")) {
      files.add(Route.PLACE, slug, null);
    }
    Sitemap.Files written = files.written();

    Document index = read(unpacked(written.first()));
    assertThat(index.getDocumentElement().getTagName()).isEqualTo("sitemapindex");
    assertThat(index.getElementsByTagName("loc").getLength()).isEqualTo(3);
    assertThat(index.getElementsByTagName("loc").item(2).getTextContent())
        .endsWith("/sitemap-3.xml");
    assertThat(written.parts().stream().map(it -> told(unpacked(it)).size()))
        .containsExactly(6, 6, 3);
  }

  @Test
  void noFileIsLongerThanItMayBe() {
    SitemapFiles files = new SitemapFiles(site, 50_000, 4000);
    for (int i = 0; i < 20; i++) {
      files.add(Route.PLACE, "paikka-" + i, GivenClock.NOW);
    }
    Sitemap.Files written = files.written();

    assertThat(written.parts()).hasSizeGreaterThan(2);
    assertThat(written.parts())
        .allMatch(it -> unpacked(it).getBytes(StandardCharsets.UTF_8).length <= 4000);
    assertThat(written.parts().stream().mapToInt(it -> told(unpacked(it)).size()).sum())
        .isEqualTo(60);
  }

  @Test
  void aPartThatIsNotThereIsNotFound() throws Exception {
    assertThat(status("/sitemap-1.xml")).isEqualTo(200);
    for (String path : List.of("/sitemap-0.xml", "/sitemap-7.xml", "/sitemap-99999999999.xml")) {
      assertThat(status(path)).as(path).isEqualTo(404);
    }
  }

  @Test
  void theSearchPageLeadsProgramsToItsVerySearch() throws Exception {
    String page = served("/sv/sok?q=karttakahvila&when=week&sort=time&view=map");

    assertThat(page)
        .contains(
            "type=\"application/atom+xml\" title=\"Flöde\""
                + " href=\"/feed.atom?q=karttakahvila&amp;when=week&amp;sort=time&amp;language=sv\"")
        .contains("href=\"/calendar.ics?q=karttakahvila&amp;language=sv\"");
    assertThat(served("/fi/haku?kind=service"))
        .contains("/feed.atom?kind=service")
        .doesNotContain("text/calendar");
  }

  private boolean found(String words) {
    return finder.isReady()
        && finder.find(Query.all(GivenClock.NOW).withWords(words)).hits().stream()
            .anyMatch(hit -> words.equals(hit.card().title().fi()));
  }

  private static Element only(Map<String, Element> told, String path) {
    List<String> fitting = told.keySet().stream().filter(it -> it.contains(path)).toList();
    assertThat(fitting).as(path).hasSize(1);
    return Objects.requireNonNull(told.get(fitting.getFirst()));
  }

  private static List<String> languages(Element url) {
    var links = url.getElementsByTagName("xhtml:link");
    return IntStream.range(0, links.getLength())
        .mapToObj(it -> ((Element) links.item(it)).getAttribute("hreflang"))
        .toList();
  }

  private static Map<String, Element> told(String xml) {
    var urls = read(xml).getElementsByTagName("url");
    Map<String, Element> told = new HashMap<>();
    for (int i = 0; i < urls.getLength(); i++) {
      Element url = (Element) urls.item(i);
      told.put(url.getElementsByTagName("loc").item(0).getTextContent(), url);
    }
    return told;
  }

  private static Document read(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception unreadable) {
      throw new AssertionError(xml, unreadable);
    }
  }

  private static String unpacked(Sitemap.File file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      file.writeTo(out);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String served(String path) throws Exception {
    return mvc()
        .perform(get(URI.create(path)))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private int status(String path) throws Exception {
    return mvc().perform(get(URI.create(path))).andReturn().getResponse().getStatus();
  }

  private MockMvc mvc() {
    return MockMvcBuilders.webAppContextSetup(context).build();
  }
}
