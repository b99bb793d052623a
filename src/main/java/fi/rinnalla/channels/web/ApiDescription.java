package fi.rinnalla.channels.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.ProblemDetails;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.Json;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What programs can ask, for programs: OpenAPI 3.1, in English. The addresses of HSDS are pointed
/// at in the description that their own room gives.
@RestController
class ApiDescription {
  private static final String ANSWERS = "/channels/api-answers.json";

  private final Map<String, Object> description;

  ApiDescription(Pages pages, SiteAddress site, Json json) {
    this.description =
        described(pages.at(Route.API.path(Lang.EN), null), site, json.tree(answers()));
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/api/openapi.json")
  Map<String, Object> openapi(HttpServletResponse response) {
    response.setHeader("Cache-Control", "public, max-age=3600");
    // For any page anywhere; nothing here knows who asks.
    response.setHeader("Access-Control-Allow-Origin", "*");
    return description;
  }

  private static String answers() {
    try (InputStream file = ApiDescription.class.getResourceAsStream(ANSWERS)) {
      if (file == null) {
        throw new IllegalStateException("no " + ANSWERS);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Map<String, Object> described(Page page, SiteAddress site, JsonNode answers) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (ApiEndpoint endpoint : ApiEndpoint.values()) {
      paths.put(endpoint.path(), Map.of("get", operation(page, endpoint)));
    }
    String hsds = site.of(ApiEndpoint.HSDS_BASE + "/openapi.json").toString();
    for (String path : ApiEndpoint.HSDS) {
      String whole = path.equals("/") ? ApiEndpoint.HSDS_BASE : ApiEndpoint.HSDS_BASE + path;
      paths.put(whole, Map.of("$ref", hsds + "#/paths/" + path.replace("/", "~1")));
    }
    for (String path : ApiEndpoint.HSDS_FILES) {
      paths.put(path, Map.of("get", file(page, path)));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (ApiParameter parameter : ApiParameter.values()) {
      parameters.put(parameter.code(), parameter(page, parameter));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put(
        "info",
        Map.of(
            "title",
            "Rinnalla",
            "version",
            "1",
            "summary",
            page.say("api.title"),
            "description",
            page.say("api.lead")));
    all.put("servers", List.of(Map.of("url", site.origin())));
    all.put("paths", paths);
    all.put("components", Map.of("parameters", parameters, "schemas", answers));
    return all;
  }

  private static Map<String, Object> operation(Page page, ApiEndpoint endpoint) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", endpoint.code());
    operation.put("summary", page.say("api." + endpoint.code() + ".title"));
    operation.put("description", page.say("api." + endpoint.code()));
    operation.put(
        "parameters",
        endpoint.parameters().stream()
            .map(it -> Map.of("$ref", "#/components/parameters/" + it.code()))
            .toList());
    Map<String, Object> schema =
        endpoint.schema().isEmpty()
            ? Map.of("type", "string")
            : Map.of("$ref", "#/components/schemas/" + endpoint.schema());
    Map<String, Object> responses = new LinkedHashMap<>(found(page, endpoint.answers(), schema));
    if (endpoint.refuses()) {
      responses.put(
          "400",
          Map.of(
              "description",
              page.say("api.refused"),
              "content",
              Map.of(
                  ProblemDetails.MEDIA_TYPE,
                  Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))));
    }
    operation.put("responses", responses);
    return operation;
  }

  private static Map<String, Object> file(Page page, String path) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", path.substring("/api/".length()).replaceAll("\\W+", "_"));
    operation.put("summary", page.say("api.hsds_file"));
    if (path.contains("{file}")) {
      operation.put(
          "parameters",
          List.of(
              Map.of(
                  "name",
                  "file",
                  "in",
                  "path",
                  "required",
                  true,
                  "schema",
                  Map.of("type", "string"))));
    }
    operation.put(
        "responses", found(page, "application/json", Map.of("$ref", "#/components/schemas/Any")));
    return operation;
  }

  private static Map<String, Object> found(Page page, String type, Map<String, Object> schema) {
    return Map.of(
        "200",
        Map.of(
            "description", page.say("api.found"),
            "content", Map.of(type, Map.of("schema", schema))));
  }

  private static Map<String, Object> parameter(Page page, ApiParameter parameter) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", parameter.code());
    told.put("in", "query");
    told.put("required", false);
    told.put("description", page.say("api.parameter." + parameter.code()));
    told.put("schema", parameter.schema());
    if (parameter.isRepeated()) {
      told.put("style", "form");
      told.put("explode", true);
    }
    return told;
  }
}
