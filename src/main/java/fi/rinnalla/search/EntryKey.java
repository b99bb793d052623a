package fi.rinnalla.search;

import java.util.UUID;

/// What an entry stands for.
public record EntryKey(Kind kind, UUID id) {

  @Override
  public String toString() {
    return kind.code() + ":" + id;
  }
}
