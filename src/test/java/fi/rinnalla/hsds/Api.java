package fi.rinnalla.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the API as a program would.
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private final MockMvc mvc;

  Api(MockMvc mvc) {
    this.mvc = mvc;
  }

  MockHttpServletResponse get(String path, String... headers) {
    var request = MockMvcRequestBuilders.get(address(path));
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return mvc.perform(request).andReturn().getResponse();
    } catch (Exception failed) {
      throw new IllegalStateException(path, failed);
    }
  }

  JsonNode ok(String path, String... headers) {
    MockHttpServletResponse response = get(path, headers);
    assertThat(response.getStatus()).as(path + ": " + body(response)).isEqualTo(200);
    return JSON.readTree(body(response));
  }

  /// What a list has, in order.
  List<JsonNode> contents(String path) {
    List<JsonNode> contents = new ArrayList<>();
    ok(path).path("contents").forEach(contents::add);
    return contents;
  }

  List<String> ids(String path) {
    return contents(path).stream().map(it -> it.path("id").asString()).toList();
  }

  /// The names of what a list has.
  List<String> names(String path) {
    return contents(path).stream().map(it -> it.path("name").asString()).toList();
  }

  List<JsonNode> lines(String path) {
    MockHttpServletResponse response = get(path);
    assertThat(response.getContentType()).startsWith("application/x-ndjson");
    return body(response).lines().map(JSON::readTree).toList();
  }

  JsonNode refused(String path, int status, String... headers) {
    MockHttpServletResponse response = get(path, headers);
    assertThat(response.getStatus()).as(path).isEqualTo(status);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    return JSON.readTree(body(response));
  }

  static String body(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /// As a browser would send it: `ä` and the space in percents, and what is in them already left
  /// so.
  private static URI address(String path) {
    String address = "/api/hsds/3.1" + path.replace(" ", "%20");
    return URI.create(URI.create(address).toASCIIString());
  }
}
