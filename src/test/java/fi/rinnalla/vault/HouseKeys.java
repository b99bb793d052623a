package fi.rinnalla.vault;

import java.nio.file.Path;
import java.time.Clock;

/// A house's key, for tests that have no house around them.
public final class HouseKeys {
  private HouseKeys() {}

  public static HouseKey in(Path folder) {
    return new HouseKey(new MasterKeys(folder, Clock.systemUTC()));
  }
}
