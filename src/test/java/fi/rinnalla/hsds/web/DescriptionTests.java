package fi.rinnalla.hsds.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the HSDS API says of itself.
@HouseTest
@AutoConfigureMockMvc
class DescriptionTests {
  @Autowired MockMvc mvc;

  private JsonNode read(String path, int status) throws Exception {
    var response = mvc.perform(get(path)).andReturn().getResponse();
    assertThat(response.getStatus()).as(path).isEqualTo(status);
    return new JsonMapper()
        .readTree(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  @Test
  void theFrontPageNamesTheVersionTheProfileAndTheDescription() throws Exception {
    JsonNode front = read("/api/hsds/3.1", 200);

    assertThat(read("/api/hsds/3.1/", 200)).isEqualTo(front);
    assertThat(front.path("version").asString()).isEqualTo("3.1");
    assertThat(front.path("profile").asString()).endsWith("/api/hsds/family-services");
    assertThat(front.path("openapi_url").asString()).endsWith("/api/hsds/3.1/openapi.json");
  }

  @Test
  void theDescriptionTellsEachAddressAndItsParameters() throws Exception {
    JsonNode openapi = read("/api/hsds/3.1/openapi.json", 200);

    assertThat(openapi.path("servers").path(0).path("url").asString()).startsWith("http");
    for (Endpoint endpoint : Endpoint.values()) {
      List<String> told = new ArrayList<>();
      openapi
          .path("paths")
          .path(endpoint.path())
          .path("get")
          .path("parameters")
          .forEach(it -> told.add(it.path("$ref").asString().replaceFirst(".*/", "")));
      assertThat(told)
          .as(endpoint.path())
          .containsExactlyInAnyOrderElementsOf(endpoint.parameters());
      for (String name : told) {
        assertThat(openapi.path("components").path("parameters").has(name)).as(name).isTrue();
      }
    }
  }

  @Test
  void theProfileIsServedAsPatchesOfTheStandardsFiles() throws Exception {
    JsonNode profile = read("/api/hsds/family-services", 200);

    assertThat(profile.path("profile")).isNotEmpty();
    for (JsonNode file : profile.path("profile")) {
      String path = file.asString().replaceFirst("https?://[^/]+", "");
      assertThat(read(path, 200).isObject()).as(path).isTrue();
    }
    assertThat(
            read("/api/hsds/family-services/profile/location.json", 200)
                .path("properties")
                .has("visibility"))
        .isTrue();
    read("/api/hsds/family-services/profile/no_such.json", 404);
  }

  @Test
  void withoutTheStandardsFilesOneIsToldWhereTheyAre() throws Exception {
    JsonNode problem = read("/api/hsds/family-services/schema/service.json", 501);

    assertThat(problem.path("detail").asString()).contains("openreferral/specification");
  }
}
