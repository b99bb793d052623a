package fi.rinnalla.vocabulary;

import java.time.ZoneId;

/// The one zone that times are shown and ruled in; they are stored as instants.
public final class Zone {
  public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private Zone() {}
}
