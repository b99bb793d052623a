package fi.rinnalla.channels.web;

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
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// Cards, as those who show a link to us fetch them.
@HouseTest
class ShareCardsOverHttpTests {
  private static final Organization OURS = Listings.anAssociation("Korttiyhdistys");
  private static final Location LIBRARY = Listings.aLibrary("Korttikirjasto", 60.6316, 24.8616);
  private static final Location GONE = Listings.aLibrary("Korttimennyt", 60.6316, 24.8617);
  private static final Service CAFE = Listings.aFamilyCafe("Korttikahvila", OURS);
  private static final Event CLUB =
      Events.held("Korttikerho", OURS, LIBRARY, Events.everyTuesday());

  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Finder finder;
  @Autowired WebApplicationContext context;

  @Test
  void aPageWithoutAPictureOfItsOwnLeadsToItsCard() throws Exception {
    published();
    for (String page :
        List.of(
            "/fi/tapahtuma/" + calendar.find(CLUB.id()).orElseThrow().slug(),
            "/sv/tjanst/" + directory.find(CAFE.id()).orElseThrow().slug(),
            "/en/place/" + directory.find(LIBRARY.id()).orElseThrow().slug(),
            "/fi/jarjestaja/" + directory.find(OURS.id()).orElseThrow().slug(),
            "/sv/omrade/hyvinkaa")) {
      String html = answer(page, "").getContentAsString(StandardCharsets.UTF_8);
      assertThat(html)
          .containsPattern("og:image\" content=\"http[^\"]+" + page + "[.]png\"")
          .contains("og:image:width\" content=\"1200\"")
          .contains("twitter:card\" content=\"summary_large_image\"");

      MockHttpServletResponse card = answer(page + ".png", "");
      assertThat(card.getStatus()).as(page).isEqualTo(200);
      assertThat(card.getContentType()).isEqualTo("image/png");
      String tag = String.valueOf(card.getHeader(HttpHeaders.ETAG));
      assertThat(answer(page + ".png", tag).getStatus()).isEqualTo(304);
    }
  }

  @Test
  void whatIsGoneOrNeverWasHasNoCard() throws Exception {
    published();
    directory.publish("cards", GONE);
    String slug = directory.find(GONE.id()).orElseThrow().slug();
    directory.withdraw("cards", RecordKind.LOCATION, List.of(GONE.uuid()));

    for (String path :
        List.of(
            "/fi/paikka/" + slug + ".png",
            "/fi/paikka/ei-ole.png",
            "/sv/evenemang/ei-ole.png",
            "/fi/jarjestaja/ei-ole.png",
            "/sv/omrade/ei-ole.png",
            "/en/service/ei-ole.png")) {
      assertThat(answer(path, "").getStatus()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aSharedSearchSaysWhatItIsInItsTitleAndOnItsCard() throws Exception {
    published();
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Korttikerho"));
    String asked = "?q=korttikerho&where=Hyvink%C3%A4%C3%A4&when=week";
    String html = answer("/fi/haku" + asked, "").getContentAsString(StandardCharsets.UTF_8);

    assertThat(html)
        .contains("<title>Korttikerho · Hyvinkää · Tällä viikolla · Rinnalla</title>")
        .contains("og:title\" content=\"Korttikerho · Hyvinkää · Tällä viikolla\"")
        .containsPattern("og:image\" content=\"http[^\"]+/fi/haku[.]png[?]q=korttikerho&amp;");
    MockHttpServletResponse card = answer("/fi/haku.png" + asked, "");
    assertThat(card.getStatus()).isEqualTo(200);
    assertThat(card.getContentType()).isEqualTo("image/png");
    assertThat(card.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("public, max-age=900");
    assertThat(tag("/fi/haku.png" + asked))
        .isEqualTo(tag("/fi/haku.png" + asked + "&page=2&view=map&utm_source=x"))
        .isNotEqualTo(tag("/sv/sok.png" + asked));
  }

  /// A café is one also on a day when none is open.
  @Test
  void aSharedSearchKeepsItsWordsWhenNothingFitsJustNow() throws Exception {
    published();
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Korttikerho"));

    assertThat(
            answer("/fi/haku?q=korttikerho&when=2026-11-29", "")
                .getContentAsString(StandardCharsets.UTF_8))
        .contains("og:title\" content=\"Korttikerho · 29.11.\"")
        .doesNotContain("og:description");
  }

  @Test
  void wordsThatNothingHasAreNotDrawnUnderOurName() throws Exception {
    published();
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Korttikerho"));

    assertThat(tag("/fi/haku.png?where=Oulu&q=soita+0700+123456"))
        .isEqualTo(tag("/fi/haku.png?where=Oulu"));
    assertThat(
            answer("/fi/haku?q=soita+0700+123456", "").getContentAsString(StandardCharsets.UTF_8))
        .doesNotContainPattern("og:title\" content=\"[^\"]*0700");
  }

  @Test
  void aSearchThatMayEndangerSomebodyTellsNothingOfItself() throws Exception {
    published();
    await().atMost(Duration.ofSeconds(20)).until(() -> found("Korttikerho"));
    String html =
        answer("/fi/haku?q=turvakoti&where=Hyvink%C3%A4%C3%A4", "")
            .getContentAsString(StandardCharsets.UTF_8);

    assertThat(html).contains("<title>Haku · Rinnalla</title>").doesNotContain("og:image\"");
    assertThat(tag("/fi/haku.png?q=turvakoti")).isEqualTo(tag("/fi/haku.png"));
  }

  private boolean found(String words) {
    return finder.isReady() && finder.find(Query.all(GivenClock.NOW).withWords(words)).total() > 0;
  }

  private @Nullable String tag(String path) throws Exception {
    return answer(path, "").getHeader(HttpHeaders.ETAG);
  }

  private void published() {
    List.of(OURS, LIBRARY, CAFE).forEach(it -> directory.publish("cards", it));
    calendar.publish("cards", CLUB);
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
