package fi.rinnalla.finland;

import java.util.Locale;
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
    for (Map.Entry<String, String> own : keys.entrySet()) {
      if (bare(own.getKey()).equals(bare(source))) {
        return own.getValue();
      }
    }
    return key == null || key.isBlank() ? null : key;
  }

  /// Variables of the environment have no dashes, and no small letters.
  private static String bare(String source) {
    return source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// Without the keys, for whatever writes settings into a log.
  @Override
  public String toString() {
    return "PtvSettings[key=%s, keys=%s]".formatted(key == null ? "none" : "given", keys.keySet());
  }
}
