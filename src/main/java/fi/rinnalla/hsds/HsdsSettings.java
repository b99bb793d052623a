package fi.rinnalla.hsds;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param schemas a folder with the standard's own schema files (CC BY-SA 4.0, so they don't ship
///   with the release); with it the profile is also served merged with them
@ConfigurationProperties("rinnalla.hsds")
record HsdsSettings(@Nullable Path schemas) {}
