package fi.rinnalla.exchange;

import java.io.IOException;

/// A feed that can't be fetched or opened. The message is for the feed's owner, and names no
/// address inside our own network.
class FetchFault extends IOException {
  private static final long serialVersionUID = 1;

  FetchFault(String message) {
    super(message);
  }
}
