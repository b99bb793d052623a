package fi.rinnalla.directory;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a word holds.
///
/// @param ngo of associations and groups of parents, where the one who knew changes with the season
/// @param others of towns, counties, parishes and companies. With twelve months families are warned
///   at fifteen and the record goes at eighteen, as in the national service register (PTV)
@ConfigurationProperties("rinnalla.freshness")
record FreshnessSettings(@DefaultValue("P6M") Period ngo, @DefaultValue("P12M") Period others) {

  FreshnessSettings {
    if (ngo.isZero() || ngo.isNegative() || others.isZero() || others.isNegative()) {
      throw new IllegalArgumentException("a word holds for some time at least");
    }
  }
}
