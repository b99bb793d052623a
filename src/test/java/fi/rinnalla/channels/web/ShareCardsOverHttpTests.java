package fi.rinnalla.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  @Autowired WebApplicationContext context;

  @Test
  void aPageWithoutAPictureOfItsOwnLeadsToItsCard() throws Exception {
    published();
    for (String page :
        List.of(
            "/fi/tapahtuma/" + calendar.find(CLUB.id()).orElseThrow().slug(),
            "/sv/tjanst/" + directory.find(CAFE.id()).orElseThrow().slug(),
            "/en/place/" + directory.find(LIBRARY.id()).orElseThrow().slug())) {
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
            "/en/service/ei-ole.png")) {
      assertThat(answer(path, "").getStatus()).as(path).isEqualTo(404);
    }
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
