package fi.rinnalla.directory;

import java.util.Set;
import java.util.UUID;

/// How a batch landed. A record that another source owns is left as it is: one feed can't overwrite
/// another's by using its ids.
public record Landing(Set<UUID> landed, Set<UUID> ownedByAnother) {
  public Landing {
    landed = Set.copyOf(landed);
    ownedByAnother = Set.copyOf(ownedByAnother);
  }
}
