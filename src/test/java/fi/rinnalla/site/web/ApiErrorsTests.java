package fi.rinnalla.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fi.rinnalla.HouseTest;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program hears when nobody could answer it.
@HouseTest
@AutoConfigureMockMvc
class ApiErrorsTests {
  @Autowired MockMvc mvc;

  @ParameterizedTest
  @CsvSource({
    "/api/serach, 404, Not Found",
    "/api/hsds/3.1/no_such, 404, Not Found",
    "/api/hsds/3.1/services, 405, Method Not Allowed",
    "/api/search, 503, Service Unavailable",
    "/api/search, 429, Too Many Requests",
    "/api/search, 500, Internal Server Error",
  })
  void everyErrorUnderApiHasTheOneShape(String path, int status, String title) throws Exception {
    MockHttpServletResponse answer = error(path, status, "sv");
    JsonNode problem = new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getHeader("Content-Language")).isEqualTo("sv");
    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(problem.path("type").asString()).isEqualTo("about:blank");
    assertThat(problem.path("title").asString()).isEqualTo(title);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
  }

  @Test
  void aPersonGetsAPage() throws Exception {
    assertThat(error("/fi/ei-ole", 404, "fi").getContentType()).startsWith("text/html");
  }

  /// As the server passes on what failed.
  private MockHttpServletResponse error(String path, int status, String language) throws Exception {
    return mvc.perform(
            get("/error")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .header("Accept", "text/html")
                .header("Accept-Language", language))
        .andReturn()
        .getResponse();
  }
}
