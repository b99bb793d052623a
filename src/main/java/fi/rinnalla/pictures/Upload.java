package fi.rinnalla.pictures;

import java.io.IOException;

/// A file as it came. Its name and what it says of its kind are nothing to go by, and aren't asked.
public interface Upload {
  /// In bytes.
  long size();

  byte[] read() throws IOException;
}
