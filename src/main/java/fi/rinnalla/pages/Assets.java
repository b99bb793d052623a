package fi.rinnalla.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The web parts the build made, by the names the source gives them: `app.css` is
/// `/assets/app-5F3K.css`. The name changes with the content, so browsers may keep each for ever.
@Component
public class Assets {
  private final Map<String, String> paths = new HashMap<>();

  Assets() {
    try (InputStream manifest = getClass().getResourceAsStream("/static/assets/manifest.json")) {
      if (manifest != null) {
        String json = new String(manifest.readAllBytes(), StandardCharsets.UTF_8);
        new JsonMapper()
            .readTree(json)
            .properties()
            .forEach(entry -> paths.put(entry.getKey(), entry.getValue().asString()));
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the list of web parts can't be read", cause);
    }
  }

  /// The address of a web part. A part the build left out is named as itself, so that the page
  /// still comes and the browser's console tells what is missing.
  public String path(String name) {
    return paths.getOrDefault(name, "/assets/" + name);
  }
}
