package fi.rinnalla.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.search.Finder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program's question is read to the letter, a person's address is not.
@HouseTest
@AutoConfigureMockMvc
class StrictlyOverHttpTests {
  @Autowired MockMvc mvc;
  @Autowired Directory directory;
  @Autowired Finder finder;

  @BeforeEach
  void somethingToFind() {
    directory.publish("strictly", Listings.aLibrary("Tarkka kirjasto", 60.6319, 24.8617));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(finder::isReady);
  }

  @ParameterizedTest
  @CsvSource({
    "wher=Oulu, wher",
    "ages=2, ages",
    "age=2&age=3, age",
    "where=Atlantis, where",
    "kind=evnet, kind",
    "language=de, language",
    "lat=60.63, lat",
    "accent=77446f, accent",
  })
  void whatIsNotUnderstoodIsRefusedByName(String query, String parameter) throws Exception {
    for (String path : List.of("/api/search", "/api/search/points")) {
      MockHttpServletResponse answer = answer(path + "?q=kirjasto&" + query);

      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(answer.getContentType()).isEqualTo("application/problem+json");
      JsonNode problem =
          new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
      assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
      assertThat(problem.path("detail").asString()).endsWith(".").doesNotContain("haettiin");
      assertThat(problem.path("known").values().stream().map(JsonNode::asString))
          .contains("where", "age", "language")
          .doesNotContain("accent");
    }
  }

  @Test
  void whatIsAskedOfThePageMayBeAskedByAProgramToo() throws Exception {
    assertThat(answer("/api/search?q=kirjasto&view=map&page=2&utm_source=x").getStatus())
        .isEqualTo(200);
  }

  @Test
  void aPersonsPageSaysWhatValueItDidntUnderstandAndSearchesTheRest() throws Exception {
    MockHttpServletResponse answer = answer("/fi/haku?q=kirjasto&when=joskus&fbclid=x&wher=y");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .contains("Aikaa ”joskus” ei ymmärretty")
        .doesNotContain("fbclid”", "wher”");
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return mvc.perform(get(URI.create(path))).andReturn().getResponse();
  }
}
