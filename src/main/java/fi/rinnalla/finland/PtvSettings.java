package fi.rinnalla.finland;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param key what version 12 of PTV asks for with every question; sent to it and never logged
/// @param keys a key of its own for a source, by the source's name
@ConfigurationProperties("rinnalla.ptv")
record PtvSettings(@Nullable String key, @DefaultValue Map<String, String> keys) {

  PtvSettings {
    keys = Map.copyOf(keys);
  }

  @Nullable String keyOf(String source) {
    String own = keys.get(source);
    return own != null ? own : key == null || key.isBlank() ? null : key;
  }

  /// Without the keys, for whatever writes settings into a log.
  @Override
  public String toString() {
    return "PtvSettings[key=%s, keys=%s]".formatted(key == null ? "none" : "given", keys.keySet());
  }
}
