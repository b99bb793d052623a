package fi.rinnalla.exchange;

import java.io.IOException;

/// A feed that can't be fetched or opened. Its notice is for the feed's owner; its message, with
/// the path or the address, for the operator's log alone.
class FetchFault extends IOException {
  private static final long serialVersionUID = 1;

  private final transient FetchNotice notice;

  FetchFault(FetchNotice notice, String message) {
    super(message);
    this.notice = notice;
  }

  FetchNotice notice() {
    return notice;
  }
}
