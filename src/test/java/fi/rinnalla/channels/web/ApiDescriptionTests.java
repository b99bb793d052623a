package fi.rinnalla.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fi.rinnalla.GivenClock;
import fi.rinnalla.HouseTest;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.hsds.web.Endpoint;
import fi.rinnalla.search.Finder;
import fi.rinnalla.search.Query;
import fi.rinnalla.search.web.Asked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we tell programs that they can ask is what they can ask.
@HouseTest
@AutoConfigureMockMvc
class ApiDescriptionTests {
  @Autowired MockMvc mvc;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Directory directory;
  @Autowired Finder finder;

  private final JsonMapper mapper = new JsonMapper();

  /// Nothing is answered before there is something to find.
  @BeforeEach
  void somethingToFind() {
    directory.publish("api", Listings.aLibrary("Rajapintakirjasto", 60.6318, 24.8618));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            finder.isReady()
                && finder.find(Query.all(GivenClock.NOW).withWords("Rajapintakirjasto")).total()
                    > 0);
  }

  @Test
  void everyAddressForProgramsIsDescribedAndNoOther() throws Exception {
    Set<String> doors = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, _) ->
            mapping.getPatternValues().stream()
                .filter(it -> it.startsWith("/api/"))
                .map(ApiDescriptionTests::nameless)
                .forEach(doors::add));
    doors.addAll(List.of("/calendar.ics", "/feed.atom", "/embed"));

    assertThat(
            description().path("paths").properties().stream()
                .map(it -> nameless(it.getKey()))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(doors);
  }

  @Test
  void everyParameterThatIsReadIsDescribedAndEveryOneDescribedIsRead() throws Exception {
    // How a page shows the search is no matter of programs; the language of the answer is.
    Set<String> read = new HashSet<>(Asked.names());
    read.remove("view");
    read.add("language");
    assertThat(parameters("/api/search")).containsExactlyInAnyOrderElementsOf(read);

    read.removeAll(Set.of("page", "size"));
    assertThat(parameters("/api/search/points")).containsExactlyInAnyOrderElementsOf(read);
    assertThat(parameters("/feed.atom")).containsExactlyInAnyOrderElementsOf(read);
    read.remove("sort");
    assertThat(parameters("/calendar.ics")).containsExactlyInAnyOrderElementsOf(read);
    read.addAll(Set.of("sort", "size", "accent", "text"));
    assertThat(parameters("/embed")).containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void aValueThatBreaksItsRuleIsToldOfAndOneThatKeepsItIsNot() throws Exception {
    for (ApiParameter parameter : ApiEndpoint.SEARCH.parameters()) {
      if (parameter != ApiParameter.Q) {
        MockHttpServletResponse refused = asked(parameter, "ei%20mit%C3%A4%C3%A4n");
        assertThat(refused.getStatus()).as(parameter.code()).isEqualTo(400);
        assertThat(
                mapper
                    .readTree(refused.getContentAsString(StandardCharsets.UTF_8))
                    .path("parameter")
                    .asString())
            .isEqualTo(parameter.code());
      }
      String example = parameter.example().replace("ä", "%C3%A4");
      assertThat(asked(parameter, example).getStatus()).as(parameter.code()).isEqualTo(200);
    }
  }

  @Test
  void itIsOpenApi() throws Exception {
    JsonNode all = description();

    assertThat(all.path("openapi").asString()).startsWith("3.1.");
    assertThat(all.path("info").path("title").asString()).isNotBlank();
    assertThat(all.path("info").path("version").asString()).isNotBlank();
    assertThat(all.path("servers").path(0).path("url").asString()).startsWith("http");
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : all.path("paths").properties()) {
      assertThat(path.getKey()).startsWith("/");
      if (path.getValue().has("$ref")) {
        assertThat(elsewhere(path.getValue().path("$ref").asString())).as(path.getKey()).isTrue();
        continue;
      }
      JsonNode get = path.getValue().path("get");
      operations.add(get.path("operationId").asString());
      JsonNode found = get.path("responses").path("200");
      assertThat(found.path("description").asString()).as(path.getKey()).isNotBlank();
      assertThat(found.path("content").properties()).as(path.getKey()).hasSize(1);
    }
    assertThat(operations).doesNotHaveDuplicates().allMatch(it -> it.matches("\\w+"));
    for (JsonNode parameter : all.path("components").path("parameters")) {
      assertThat(parameter.path("in").asString()).isEqualTo("query");
      assertThat(parameter.path("description").asString()).isNotBlank();
      assertThat(parameter.path("schema").path("type").asString()).isNotBlank();
    }
    List<String> pointers = new ArrayList<>();
    collect(all, pointers);
    for (String pointer : pointers) {
      if (pointer.startsWith("#")) {
        assertThat(all.at(pointer.substring(1)).isMissingNode()).as(pointer).isFalse();
      }
    }
  }

  @Test
  void theAnswersAreAsDescribed() throws Exception {
    JsonNode all = description();
    for (String path :
        List.of(
            "/api/search?q=Rajapintakirjasto",
            "/api/search/points?q=Rajapintakirjasto",
            "/api/map/labels")) {
      JsonNode answer = read(path);
      String name =
          all.at(
                  "/paths/"
                      + path.replaceFirst("[?].*", "").replace("/", "~1")
                      + "/get/responses/200/content/application~1json/schema/$ref")
              .asString()
              .replaceFirst(".*/", "");
      assertThat(schema(all, name).validate(answer)).as(path).isEmpty();
      assertThat(schema(all, name).validate(mapper.readTree("{\"total\": \"x\"}"))).isNotEmpty();
    }
    MockHttpServletResponse refused = answer("/api/search?wher=Oulu&when=joskus");
    assertThat(refused.getContentType()).isEqualTo("application/problem+json");
    JsonNode why = mapper.readTree(refused.getContentAsString(StandardCharsets.UTF_8));
    assertThat(schema(all, "Problem").validate(why)).isEmpty();
    Set<String> told =
        new TreeSet<>(read("/api/search?q=Rajapintakirjasto").at("/hits/0").propertyNames());
    assertThat(all.at("/components/schemas/Hit/properties").propertyNames()).containsAll(told);
  }

  @Test
  void thePageTellsTheSameInEachLanguage() throws Exception {
    for (String path : List.of("/fi/rajapinta", "/sv/api", "/en/api")) {
      String page = answer(path).getContentAsString(StandardCharsets.UTF_8);
      assertThat(page).contains("href=\"/api/openapi.json\"").doesNotContain("<style", "style=");
      for (ApiEndpoint endpoint : ApiEndpoint.values()) {
        assertThat(page).contains("<code>GET " + endpoint.path() + "</code>");
        assertThat(answer(endpoint.example()).getStatus()).as(endpoint.path()).isEqualTo(200);
      }
      for (Endpoint endpoint : Endpoint.values()) {
        for (String parameter : endpoint.parameters()) {
          assertThat(page).contains("<code>" + parameter + "</code>");
        }
      }
      for (ApiParameter parameter : ApiParameter.values()) {
        assertThat(page).contains("<code>" + parameter.code() + "</code>");
      }
    }
    assertThat(answer("/en").getContentAsString(StandardCharsets.UTF_8))
        .contains("href=\"/en/api\"");
  }

  private MockHttpServletResponse asked(ApiParameter parameter, String value) throws Exception {
    String query = parameter.code() + "=" + value;
    if (parameter == ApiParameter.LAT) {
      query += "&lon=24.86";
    }
    if (parameter == ApiParameter.LON) {
      query += "&lat=60.63";
    }
    return answer("/api/search?" + query);
  }

  /// Whether another description of ours has what is pointed at.
  private boolean elsewhere(String pointer) throws Exception {
    String[] sides = pointer.replaceFirst("https?://[^/]+", "").split("#", 2);
    return !read(sides[0]).at(sides[1]).isMissingNode();
  }

  private Schema schema(JsonNode all, String name) {
    // The schemas point at each other as the description has them, so all of it comes along.
    JsonNode whole =
        mapper
            .createObjectNode()
            .put("$ref", "#/components/schemas/" + name)
            .set("components", all.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  private Set<String> parameters(String path) throws Exception {
    Set<String> names = new HashSet<>();
    for (JsonNode it : description().path("paths").path(path).path("get").path("parameters")) {
      names.add(it.path("$ref").asString().replaceFirst(".*/", ""));
    }
    return names;
  }

  private static void collect(JsonNode node, List<String> pointers) {
    if (node.isObject() && node.path("$ref").isString()) {
      pointers.add(node.path("$ref").asString());
    }
    node.forEach(it -> collect(it, pointers));
  }

  private static String nameless(String pattern) {
    String path = pattern.replaceAll("\\{[^}]*}", "{}");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private JsonNode description() throws Exception {
    return read("/api/openapi.json");
  }

  private JsonNode read(String path) throws Exception {
    MockHttpServletResponse answer = answer(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return mapper.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return mvc.perform(get(URI.create(path))).andReturn().getResponse();
  }
}
