package fi.rinnalla.hsds;

import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// "Finnish family services": what we tell beyond HSDS 3.1, as the standard would have a profile
/// told. Each file is a JSON Merge Patch (RFC 7396) of the standard's file of the same name.
@Component
public class Profile {
  public static final String PATH = "/api/hsds/family-services";

  /// Where the standard's own files are.
  public static final String STANDARD =
      "https://github.com/openreferral/specification/tree/3.1/schema";

  private final Map<String, JsonNode> patches = new TreeMap<>();
  private final JsonNode openapi;
  private final Json json;
  private final SiteAddress site;
  private final @Nullable Path schemas;

  Profile(Json json, SiteAddress site, HsdsSettings settings) {
    this.json = json;
    this.site = site;
    this.schemas = settings.schemas();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:hsds/profile/*.json")) {
        patches.put(String.valueOf(file.getFilename()), read(file));
      }
      openapi =
          read(
              new PathMatchingResourcePatternResolver().getResource("classpath:hsds/openapi.json"));
    } catch (IOException missing) {
      throw new UncheckedIOException("the profile of HSDS can't be read", missing);
    }
  }

  public URI uri() {
    return site.of(PATH);
  }

  public Set<String> files() {
    return patches.keySet();
  }

  public Optional<JsonNode> patch(String file) {
    return Optional.ofNullable(patches.get(file));
  }

  /// The description of the API (OpenAPI 3.1), as this installation serves it.
  public JsonNode openapi() {
    return json.merge(
        openapi,
        json.tree(Map.of("servers", List.of(Map.of("url", site.of("/api/hsds/3.1").toString())))));
  }

  /// Whether the standard's own files are at hand.
  public boolean merges() {
    return schemas != null && Files.isDirectory(schemas);
  }

  /// A file of the standard with ours laid over it.
  public Optional<JsonNode> merged(String file) {
    if (schemas == null || !file.matches("[a-z_]{1,60}\\.json")) {
      return Optional.empty();
    }
    Path standard = schemas.resolve(file);
    if (!Files.isRegularFile(standard)) {
      return Optional.empty();
    }
    try {
      JsonNode base = json.tree(Files.readString(standard, StandardCharsets.UTF_8));
      JsonNode patch = patches.get(file);
      return Optional.of(patch == null ? base : json.merge(base, patch));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a schema of HSDS can't be read", unreadable);
    }
  }

  private JsonNode read(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
